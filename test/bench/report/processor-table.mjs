/** CPU time per request, as ratios. */
import { median, spread } from '../measure/statistics.mjs';
import { gatewayTable, mapped } from './table.mjs';

/** The median of the ratios of each round, in which both gateways ran. */
export function ratioOf(figures, base) {
  const ratios = figures.map(({ msPerRequest }, round) => msPerRequest / base[round].msPerRequest);
  return { ratio: median(ratios), spread: spread(ratios) };
}

export const medianOf = (figures, property) => median(figures.map((figure) => figure[property]));

const percent = (share) => `${Math.round(share * 100)} %`;

function ratioCell(figures, base) {
  const { ratio, spread: range } = ratioOf(figures, base);
  const deviation = figures === base ? '' : ` ±${percent(range / 2)}`;
  return `${ratio.toFixed(2)}${deviation} (${medianOf(figures, 'msPerRequest').toFixed(2)} ms)`;
}

const namesIn = (processor) => Object.keys(Object.values(processor)[0]);

/** @param base the gateway that is 1.00 */
export const processorTable = (processor, base, titleOf) =>
  gatewayTable(
    `CPU per request, ${base} = 1`,
    namesIn(processor),
    mapped(processor, (byName) => (name) => ratioCell(byName[name], byName[base])),
    titleOf,
  );

const busyCell = (figures) => {
  const [gateway, rest] = [medianOf(figures, 'busy'), medianOf(figures, 'restBusy')];
  const refused = figures.reduce((total, figure) => total + figure.refused, 0);
  const perSecond = `${Math.round(medianOf(figures, 'perSecond'))}/s${refused > 0 ? `, ${refused} refused` : ''}`;
  return `${percent(gateway)} / ${percent(rest)} (${perSecond})`;
};

/** A gateway with a busy core was not limited by load or upstream. */
export const busyTable = (processor, titleOf) =>
  gatewayTable(
    'core busy: gateway / load and upstream',
    namesIn(processor),
    mapped(processor, (byName) => (name) => busyCell(byName[name])),
    titleOf,
  );
