/**
 * Checks that a value without parts has its declared type: as returned by the client, and as JSON in the response.
 */

const isDate = (value) => value instanceof Date && !Number.isNaN(value.getTime());
const isDuration = (value) => typeof value?.asMilliseconds === 'function' && Number.isFinite(value.asMilliseconds());

/** After the client's converters: dates are Date, times of day are durations of dayjs, flags are numbers. */
export const clientFormat = {
  propertyOf: (name) => name,
  isValid: (value, type) => {
    switch (type.kind) {
      case 'number':
        return Number.isFinite(value);
      case 'date':
        return isDate(value);
      case 'duration':
        return isDuration(value);
      case 'enum':
        return isMemberOrFlags(value, [...type.members.values()]);
      case 'nothing':
        return value === ''; // axios' body of a 204
      default:
        return typeof value === type.kind;
    }
  },
};

/** A number is any union of the flags. */
function isMemberOrFlags(value, values) {
  if (typeof value === 'string') return values.includes(value);
  const flags = values.reduce((all, flag) => all | flag, 0);
  return Number.isInteger(value) && (value & ~flags) === 0;
}

const dateText = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:?\d\d)?$/;
const timeText = /^(\d\d:\d\d(:\d\d)?)?$/; // empty when there is no time

/** Before the converters, because they drop unknown values silently. */
export const wireFormat = {
  propertyOf: (name) => name.charAt(0).toLowerCase() + name.slice(1),
  isValid: (value, type) => {
    switch (type.kind) {
      case 'number':
        return Number.isFinite(value);
      case 'date':
        return dateText.test(value);
      case 'duration':
        return timeText.test(value);
      case 'enum':
        return typeof value === 'string' && namesIn(value, type).every((name) => type.members.has(name));
      case 'nothing':
        return value === '';
      default:
        return typeof value === type.kind;
    }
  },
};

/** Flags have any number of names, other enums exactly one. */
function namesIn(text, { members }) {
  const isFlags = [...members.values()].every((value) => typeof value === 'number');
  if (!isFlags) return [text];
  return text === '' ? [] : text.split(/,\s*/);
}
