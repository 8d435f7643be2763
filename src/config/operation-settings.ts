/** Settings of the limits of one operation. */
import { limit } from './setting.js';
import { optionalNumber, wholeNumber } from './setting-grammars.js';

const documentLimit = limit('HTTP 400, `OPERATION_TOO_LARGE` or `GRAPHQL_VALIDATION_FAILED`');

const recordLimit = limit('such objects are null, or there is no data at all, with `OPERATION_TOO_LARGE`');

export const callLimit = limit('those beyond are null with `UPSTREAM_CALL_LIMIT`, the others are resolved');

export const operationSettings = {
  MAX_TOKENS: documentLimit(wholeNumber(10, 1_000_000, 4_000), 'Tokens, and lines, of a document.'),
  MAX_DEPTH: documentLimit(wholeNumber(1, 1_000, 12), 'Levels of a query; introspection is exempt.'),
  MAX_ALIASES: documentLimit(
    wholeNumber(0, 100_000, 50),
    'Aliases in an operation, fragments counted where they are used; _entities is exempt.',
  ),
  MAX_ROOT_FIELDS: documentLimit(wholeNumber(1, 100_000, 50), 'Root fields of an operation; _entities is exempt.'),
  MAX_DIRECTIVES: documentLimit(wholeNumber(0, 1_000, 10), 'Directives at one location of a document.'),
  MAX_RECURSIVE_SELECTIONS: documentLimit(
    wholeNumber(100, 10_000_000, 5_000),
    'Fields that an operation selects, with each fragment counted where it is used.',
  ),
  MAX_ANSWER_RECORDS: recordLimit(
    wholeNumber(100, 10_000_000, 20_000),
    'Objects in lists of one response, counted each time they occur; a transcript counts as one per 1000 characters. The response may have 25 times as many fields.',
  ),
  MAX_UPSTREAM_CALLS: callLimit(
    optionalNumber(1, 10_000),
    'Calls to SuperOffice that one operation may make.',
    'as MAX_REPRESENTATIONS, at least 100',
  ),
  MAX_UPSTREAM_CALLS_PER_MINUTE: callLimit(
    wholeNumber(0, 1_000_000, 0),
    'Calls to SuperOffice that one caller may make in a minute, not counting retries.',
    '0 (no limit)',
  ),
};
