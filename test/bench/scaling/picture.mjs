/** The curves as one SVG, four small diagrams of CPU ms against the amount. */
const panel = { width: 360, height: 240, left: 52, right: 16, top: 34, bottom: 40 };

const axes = {
  sessions: { title: 'sessions in one response', isLogarithmic: false },
  fields: { title: 'fields of one session', isLogarithmic: false },
  clients: { title: 'clients, at the same rate', isLogarithmic: true },
  documents: { title: 'different documents in turn', isLogarithmic: true },
};

/** Two digits are enough for an axis. */
const label = (value) => String(Number(value.toPrecision(2))).replace(/\B(?=(\d{3})+$)/g, ',');

function scaleFor(points, { isLogarithmic }) {
  const position = (amount) => (isLogarithmic ? Math.log10(amount) : amount);
  const [from, to] = [isLogarithmic ? position(points[0].amount) : 0, position(points.at(-1).amount)];
  const highest = Math.max(...points.map(({ cpuMs }) => cpuMs)) * 1.1;
  const { width, height, left, right, top, bottom } = panel;
  return {
    highest,
    x: (amount) => Math.round(left + ((position(amount) - from) / (to - from)) * (width - left - right)),
    y: (cpuMs) => Math.round(height - bottom - (cpuMs / highest) * (height - top - bottom)),
  };
}

const text = (x, y, content, anchor = 'middle') => `<text x="${x}" y="${y}" text-anchor="${anchor}">${content}</text>`;

function diagram({ name, points }, index) {
  const { title, isLogarithmic } = axes[name];
  const { highest, x, y } = scaleFor(points, { isLogarithmic });
  const { width, height, left, right } = panel;
  const heights = [0, highest / 2.2, highest / 1.1].map(
    (cpuMs) =>
      `<path class="grid" d="M${left} ${y(cpuMs)}H${width - right}"/>${text(left - 6, y(cpuMs) + 4, label(cpuMs), 'end')}`,
  );
  const shown = isLogarithmic ? points : [points[0], points[Math.floor(points.length / 2)], points.at(-1)];
  return [
    `<g transform="translate(${(index % 2) * width} ${Math.floor(index / 2) * height})">`,
    text(left, 20, `CPU ms of a request, by ${title}`, 'start'),
    ...heights,
    ...shown.map(({ amount }) => text(x(amount), height - 20, label(amount))),
    `<polyline points="${points.map(({ amount, cpuMs }) => `${x(amount)},${y(cpuMs)}`).join(' ')}"/>`,
    ...points.map(({ amount, cpuMs }) => `<circle cx="${x(amount)}" cy="${y(cpuMs)}" r="3"/>`),
    '</g>',
  ].join('\n');
}

/** @param result of measureScaling */
export function scalingPicture({ curves }) {
  const [width, height] = [panel.width * 2, panel.height * Math.ceil(curves.length / 2)];
  const style =
    'text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd}polyline{fill:none;stroke:#1668a8;stroke-width:2}circle{fill:#1668a8}';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<style>${style}</style><rect width="100%" height="100%" fill="#fff"/>`,
    ...curves.map(diagram),
    '</svg>\n',
  ].join('\n');
}
