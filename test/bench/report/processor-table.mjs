/** CPU time per request, as ratios to the reference (or to whom there is) and to ours. */
import { median, spread } from '../measure/statistics.mjs';

/** Ratios are taken round by round, then their median: both of a ratio ran side by side. */
export function ratioOf(figures, base) {
  const ratios = figures.map(({ msPerRequest }, round) => msPerRequest / base[round].msPerRequest);
  return { ratio: median(ratios), spread: spread(ratios) };
}

const medianOf = (figures, property) => median(figures.map((figure) => figure[property]));

const cellOf = (figures, base) => {
  const { ratio, spread: apart } = ratioOf(figures, base);
  return `${ratio.toFixed(2)} ±${Math.round(apart * 50)}% (${medianOf(figures, 'msPerRequest').toFixed(2)})`;
};

/**
 * As Markdown.
 * @param byQuery query → gateway → figures
 * @param base the gateway that is 1.00
 */
export function processorTable(byQuery, base, titleOf) {
  const columns = Object.keys(byQuery);
  const names = Object.keys(byQuery[columns[0]]);
  const row = (name) => columns.map((query) => cellOf(byQuery[query][name], byQuery[query][base]));
  return [
    `| CPU per request, ${titleOf(base)} = 1 (ms) | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...names.map((name) => `| ${[titleOf(name), ...row(name)].join(' | ')} |`),
  ].join('\n');
}

/** How busy the gateway's core was: well under 100 % means that load or upstream held it up. */
export function busyTable(byQuery, titleOf) {
  const columns = Object.keys(byQuery);
  const names = Object.keys(byQuery[columns[0]]);
  const cell = (figures) =>
    `${Math.round(medianOf(figures, 'busy') * 100)} % (${Math.round(medianOf(figures, 'perSecond'))}/s)`;
  return [
    `| the gateway's core was busy (requests) | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...names.map((name) => `| ${[titleOf(name), ...columns.map((query) => cell(byQuery[query][name]))].join(' | ')} |`),
  ].join('\n');
}
