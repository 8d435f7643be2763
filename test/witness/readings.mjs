/**
 * When a value without parts is what it is promised to be: as the client gives it, and as JSON on the wire.
 */

const isDate = (value) => value instanceof Date && !Number.isNaN(value.getTime());
const isDuration = (value) => typeof value?.asMilliseconds === 'function' && Number.isFinite(value.asMilliseconds());

/** After the client's converters: dates are Date, times of day are durations of dayjs, flags are numbers. */
export const given = {
  propertyOf: (name) => name,
  isGood: (value, promise) => {
    switch (promise.kind) {
      case 'number':
        return Number.isFinite(value);
      case 'date':
        return isDate(value);
      case 'duration':
        return isDuration(value);
      case 'enum':
        return isGivenMember(value, [...promise.members.values()]);
      case 'nothing':
        return value === ''; // axios' body of a 204
      default:
        return typeof value === promise.kind;
    }
  },
};

/** A number is any union of the flags that there are. */
function isGivenMember(value, values) {
  if (typeof value === 'string') return values.includes(value);
  const flags = values.reduce((all, flag) => all | flag, 0);
  return Number.isInteger(value) && (value & ~flags) === 0;
}

const dateText = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:?\d\d)?$/;
const timeText = /^(\d\d:\d\d(:\d\d)?)?$/; // empty where there is none

/** Before them: the client drops without a word what it does not know, so the wire is looked at too. */
export const onTheWire = {
  propertyOf: (name) => name.charAt(0).toLowerCase() + name.slice(1),
  isGood: (value, promise) => {
    switch (promise.kind) {
      case 'number':
        return Number.isFinite(value);
      case 'date':
        return dateText.test(value);
      case 'duration':
        return timeText.test(value);
      case 'enum':
        return typeof value === 'string' && namesIn(value, promise).every((name) => promise.members.has(name));
      case 'nothing':
        return value === '';
      default:
        return typeof value === promise.kind;
    }
  },
};

/** Of flags there are several, or none; of another enum exactly one. */
function namesIn(text, { members }) {
  const isFlags = [...members.values()].every((value) => typeof value === 'number');
  if (!isFlags) return [text];
  return text === '' ? [] : text.split(/,\s*/);
}
