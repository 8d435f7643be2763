/** Figures of several rounds, and how a curve rises. */
const sorted = (values) => [...values].sort((first, second) => first - second);

/** @param share 0.5 for the median */
export const quantile = (values, share) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];

export const median = (values) => quantile(values, 0.5);

/** Half of the distance between the highest and the lowest, in percent of the median. */
export const spreadPercent = (values) =>
  Math.round((50 * (Math.max(...values) - Math.min(...values))) / median(values));

/**
 * How steeply the curve rises between its last two points, against its rise as a whole: 1 is a line, more bends upwards.
 * @param points of two numbers: how much, and what it costs
 */
export function steepness(points) {
  const [first, [beforeX, beforeY], [lastX, lastY]] = [points[0], points.at(-2), points.at(-1)];
  return (lastY - beforeY) / (lastX - beforeX) / ((lastY - first[1]) / (lastX - first[0]));
}
