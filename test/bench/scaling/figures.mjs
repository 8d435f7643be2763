/** Figures of several rounds, and the slope of a curve. */
const sorted = (values) => [...values].sort((first, second) => first - second);

/** The smallest value that at least `share` of the values do not exceed. */
export const quantile = (values, share) => sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)];

export const median = (values) => quantile(values, 0.5);

/** The difference of highest and lowest, in percent of the lowest. */
export const spreadPercent = (values) => Math.round(100 * (Math.max(...values) / Math.min(...values) - 1));

/** The point whose amount is nearest to half of the last one's. */
function middleOf(points) {
  const half = points.at(-1)[0] / 2;
  return points.reduce((best, point) => (Math.abs(point[0] - half) < Math.abs(best[0] - half) ? point : best));
}

/**
 * The slope of the second half of a curve, divided by that of the first: 1 is a line, less bends down, a square has 3.
 * @param points pairs of amount and cost
 */
export function bend(points) {
  const [[firstX, firstY], [middleX, middleY], [lastX, lastY]] = [points[0], middleOf(points), points.at(-1)];
  return (lastY - middleY) / (lastX - middleX) / ((middleY - firstY) / (middleX - firstX));
}
