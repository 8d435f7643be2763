/**
 * Compares a value with its declared type (declared-types.mjs), recursively. value-checks.mjs has the checks for the two
 * formats of a value: as returned by the client, and as JSON. Null and undefined are always allowed.
 */

/**
 * @param format { propertyOf(name): the declared spelling, isValid(value, type): for values without parts }
 * @param onValue optional; called with carrier and property for each property that has a value
 * @returns { at, what } for each difference: `at` the path in the value, `what` without the path
 */
export function differences(value, type, { format, onValue, at = '' }) {
  if (value === null || value === undefined) return [];
  const inside = (item, of, step) => differences(item, of, { format, onValue, at: `${at}${step}` });
  switch (type.kind) {
    case 'list':
      if (!Array.isArray(value)) return [{ at, what: `${JSON.stringify(value)} is no list` }];
      return value.flatMap((item, index) => inside(item, type.of, `[${index}]`));
    case 'dictionary':
      if (!isPlain(value)) return [{ at, what: `${JSON.stringify(value)} is no dictionary` }];
      return Object.entries(value).flatMap(([key, item]) => inside(item, type.of, `[${key}]`));
    case 'carrier':
      if (!isPlain(value)) return [{ at, what: `${JSON.stringify(value)} is no ${type.name}` }];
      return Object.entries(value).flatMap(([name, item]) => {
        const property = format.propertyOf(name);
        const of = type.properties.get(property);
        if (of === undefined) return [{ at, what: `${type.name} has no ${name}` }];
        if (item !== null && item !== undefined) onValue?.(type.name, property);
        return inside(item, of, `.${name}`);
      });
    default:
      return format.isValid(value, type) ? [] : [{ at, what: `${printed(value)} is no ${type.name ?? type.kind}` }];
  }
}

function isPlain(value) {
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}

function printed(value) {
  if (typeof value?.asMilliseconds === 'function') return `a duration of ${value.asMilliseconds()} ms`;
  return typeof value === 'object' ? String(value) : JSON.stringify(value);
}
