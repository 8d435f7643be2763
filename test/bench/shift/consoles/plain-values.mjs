/** SuperOffice's values as a screen shows them, for all consoles. */

/** 0 and -1 are none; the official client reads null as an empty list. */
export const idOf = (value) => (typeof value === 'number' && value > 0 ? String(value) : null);

export const textOf = (value) => (typeof value === 'string' ? value : null);

/** `CustomerLast` → `CUSTOMER_LAST` */
export const enumName = (value) =>
  typeof value === 'string' ? value.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase() : null;

const isDated = (date) => date.getUTCFullYear() > 1 && date.getUTCFullYear() < 9_999;

/** The instant in ISO format; null where there is none. Without a zone it is UTC. */
export function timeOf(value) {
  if (typeof value !== 'string' && !(value instanceof Date)) return null;
  const hasZone = typeof value !== 'string' || /(Z|[+-]\d\d:?\d\d)$/.test(value);
  const date = new Date(hasZone ? value : `${value}Z`);
  return !Number.isNaN(date.getTime()) && isDated(date) ? date.toISOString() : null;
}

export const isOver = (status) =>
  ['Finished', 'Deleted', 'Closed', 'RequestPosted', 'ClosedFromQueue'].includes(status);
