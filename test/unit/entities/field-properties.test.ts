/**
 * The dictionaries of carriers: sorted lists, filtered by names in either spelling.
 */
import { describe, expect, it } from '@jest/globals';
import { fieldPropertyFields, fieldRightFields } from '../../../src/entities/access.js';
import { associateFields, customFieldFields } from '../../../src/entities/associate.js';
import { chatSessionFields } from '../../../src/entities/chat-session.js';
import { contactFields } from '../../../src/entities/contact.js';
import { readCustomFields } from '../../../src/entities/field-properties.js';
import { readingIn, thrownBy, wholeView } from '../../support/readings.js';

const reading = readingIn('UTC');

const property = (Mask: string) => ({ FieldRight: { Mask, Reason: '' }, FieldType: 'System.Int32', FieldLength: 819 });

const properties = {
  ChatSessionId: property('Read'),
  CustomerName: property('FULL'),
  User: property('None'),
  'UserDefined:1': property('Read'),
};

/** Names of the field properties of a session that the argument selects. */
function namesFor(names: unknown, dictionary: unknown = properties): readonly string[] | undefined {
  const views = chatSessionFields.fieldProperties.read(wholeView({ FieldProperties: dictionary }), reading, { names });
  return views?.map((view) => fieldPropertyFields.name.read(view, reading, {}));
}

describe('field properties', () => {
  it('are a list sorted by name, by code unit', () => {
    expect(namesFor(undefined, { b: {}, a: {}, B: {}, ä: {}, '10': {}, '9': {} })).toEqual([
      '10',
      '9',
      'B',
      'a',
      'b',
      'ä',
    ]);
  });

  it('have name, right, type and length', () => {
    const [view] =
      associateFields.fieldProperties.read(
        wholeView({ FieldProperties: { fieldName: property('FULL') } }),
        reading,
        {},
      ) ?? [];
    if (!view) throw new Error('expected one field property');
    const right = fieldPropertyFields.right.read(view, reading, {});

    expect({
      name: fieldPropertyFields.name.read(view, reading, {}),
      type: fieldPropertyFields.type.read(view, reading, {}),
      length: fieldPropertyFields.length.read(view, reading, {}),
      mask: right && fieldRightFields.mask.read(right, reading, {}),
      reason: right && fieldRightFields.reason.read(right, reading, {}),
    }).toEqual({ name: 'fieldName', type: 'System.Int32', length: 819, mask: ['READ', 'WRITE'], reason: null });
  });

  it.each([
    [undefined, ['ChatSessionId', 'CustomerName', 'User', 'UserDefined:1']],
    [null, ['ChatSessionId', 'CustomerName', 'User', 'UserDefined:1']],
    [['CustomerName'], ['CustomerName']],
    [['customerName'], ['CustomerName']],
    [['customerName', 'CustomerName'], ['CustomerName']],
    [['id'], ['ChatSessionId']],
    [
      ['user', 'id'],
      ['ChatSessionId', 'User'],
    ],
    [['UserDefined:1'], ['UserDefined:1']],
    [['customername'], []],
    [['constructor', '__proto__', 'toString'], []],
    [[], []],
  ])('named by %j are %j', (names, expected) => {
    expect(namesFor(names)).toEqual(expected);
  });

  it('have names in the spelling of their own table', () => {
    const record = { FieldProperties: { URLName: {}, URL: {}, ContactId: {} } };
    const views = contactFields.fieldProperties.read(wholeView(record), reading, { names: ['urlName', 'id'] });

    expect(views?.map((view) => view.read('Name'))).toEqual(['ContactId', 'URLName']);
  });

  it.each([null, undefined])('that are %p are null; an empty dictionary is an empty list', (dictionary) => {
    expect(chatSessionFields.fieldProperties.read(wholeView({ FieldProperties: dictionary }), reading, {})).toBeNull();
    expect(namesFor(undefined, {})).toEqual([]);
  });

  it('an entry of null has only a name', () => {
    const record = { FieldProperties: { Rank: null } };
    const [view] = chatSessionFields.fieldProperties.read(wholeView(record), reading, {}) ?? [];

    expect(view && Object.values(fieldPropertyFields).map((field) => field.read(view, reading, {}))).toEqual([
      'Rank',
      null,
      null,
      null,
    ]);
  });

  it('U23 a key __proto__ is an ordinary name', () => {
    expect(namesFor(undefined, JSON.parse('{"__proto__": {"Name": "x"}, "a": {}}'))).toEqual(['__proto__', 'a']);
  });

  it.each(['secret-text', ['secret-text'], 7])('%j is not a dictionary: refused, and not repeated', (dictionary) => {
    const error = thrownBy(() => namesFor(undefined, dictionary));

    expect([error.code, error.detail]).toEqual(['UPSTREAM_INVALID_RESPONSE', 'a value is not a dictionary']);
  });
});

describe('custom fields', () => {
  it('are a list of name and value, sorted by name', () => {
    const views = readCustomFields({ 'SuperOffice:2': '[I:7]', 'SuperOffice:1': '', x_extra: null }, reading, {});

    expect(
      views?.map((view) => [
        customFieldFields.name.read(view, reading, {}),
        customFieldFields.value.read(view, reading, {}),
      ]),
    ).toEqual([
      ['SuperOffice:1', null],
      ['SuperOffice:2', '[I:7]'],
      ['x_extra', null],
    ]);
  });

  it.each([null, undefined])('that are %p are null; none are an empty list', (value) => {
    expect(readCustomFields(value, reading, {})).toBeNull();
    expect(readCustomFields({}, reading, {})).toEqual([]);
  });

  it('a value that is not a text fails alone', () => {
    const [bad, good] = readCustomFields({ a: 4711, b: 'text' }, reading, {}) ?? [];
    if (!bad || !good) throw new Error('expected two custom fields');

    expect(customFieldFields.value.read(good, reading, {})).toBe('text');
    expect(thrownBy(() => customFieldFields.value.read(bad, reading, {})).detail).toBe('a value is not a text');
  });

  it('that are not a dictionary are refused', () => {
    expect(thrownBy(() => readCustomFields(['secret-text'], reading, {})).code).toBe('UPSTREAM_INVALID_RESPONSE');
  });
});
