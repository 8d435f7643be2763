/** Order statistics, without removal of outliers. */

/** @param share 0.5 is the median */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The range of the values as a part of their median. */
export const spread = (values) => (Math.max(...values) - Math.min(...values)) / median(values);
