/**
 * Compares a value with what is promised of it, all the way down. Two readings of it are in readings.mjs: as the client gives
 * it, and as it came over the wire. Null and undefined are always allowed.
 */

/**
 * @param reading { propertyOf(name): the promised spelling, isGood(value, promise): for what has no parts }
 * @param shown called, where given, with carrier and property for each one that has a value
 * @returns { at, what } for each difference: `at` the path in the value, `what` without the path
 */
export function differences(value, promise, { reading, shown, at = '' }) {
  if (value === null || value === undefined) return [];
  const inside = (item, of, step) => differences(item, of, { reading, shown, at: `${at}${step}` });
  switch (promise.kind) {
    case 'list':
      if (!Array.isArray(value)) return [{ at, what: `${JSON.stringify(value)} is no list` }];
      return value.flatMap((item, index) => inside(item, promise.of, `[${index}]`));
    case 'dictionary':
      if (!isPlain(value)) return [{ at, what: `${JSON.stringify(value)} is no dictionary` }];
      return Object.entries(value).flatMap(([key, item]) => inside(item, promise.of, `[${key}]`));
    case 'carrier':
      if (!isPlain(value)) return [{ at, what: `${JSON.stringify(value)} is no ${promise.name}` }];
      return Object.entries(value).flatMap(([name, item]) => {
        const property = reading.propertyOf(name);
        const of = promise.properties.get(property);
        if (of === undefined) return [{ at, what: `${promise.name} has no ${name}` }];
        if (item !== null && item !== undefined) shown?.(promise.name, property);
        return inside(item, of, `.${name}`);
      });
    default:
      return reading.isGood(value, promise)
        ? []
        : [{ at, what: `${printed(value)} is no ${promise.name ?? promise.kind}` }];
  }
}

function isPlain(value) {
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}

function printed(value) {
  if (typeof value?.asMilliseconds === 'function') return `a duration of ${value.asMilliseconds()} ms`;
  return typeof value === 'object' ? String(value) : JSON.stringify(value);
}
