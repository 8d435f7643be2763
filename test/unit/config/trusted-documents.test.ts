/** The file of TRUSTED_DOCUMENTS: both formats, and all errors. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { problemsOf } from '../../support/setting-problems.js';

const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function fileWith(text: string): string {
  const path = join(folder, `${(count += 1)}.json`);
  writeFileSync(path, text);
  return path;
}

const trustedOf = (text: string) => [
  ...(gatewayConfig({ TRUSTED_DOCUMENTS: fileWith(text) }).documents.trusted?.own ?? []),
];

const manifestOf = (...operations: readonly unknown[]): string =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
const operation = (id: string, body = '{ __typename }') => ({ id, name: 'A', type: 'query', body });

describe('both formats', () => {
  it("Apollo's manifest is read", () => {
    expect(trustedOf(manifestOf(operation('one'), operation('two', '{ a }')))).toEqual([
      ['one', '{ __typename }'],
      ['two', '{ a }'],
    ]);
  });

  it("codegen's documents by hash are read, whatever characters they contain", () => {
    const documents = { aa: 'query A { a(text: "\\"{}:,\\u00e6") }', bb: '# "quoted"\n{ b }', cc: '{ c(t: "\\\\") }' };
    expect(Object.fromEntries(trustedOf(JSON.stringify(documents, null, 2)))).toEqual(documents);
  });

  it('an id that is the name of a prototype property is an ordinary id', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const codegen = `{${names.map((name) => `${JSON.stringify(name)}:"{ __typename }"`).join(',')}}`;
    expect(trustedOf(codegen).map(([id]) => id)).toEqual(names);
    expect(trustedOf(manifestOf(...names.map((name) => operation(name)))).map(([id]) => id)).toEqual(names);
    expect(Object.prototype).not.toHaveProperty('id');
  });

  it('a long file is read', () => {
    const text = `{ a(text: "${'x\\"'.repeat(300_000)}") }`;
    expect(trustedOf(JSON.stringify({ long: text }))).toEqual([['long', text]]);
  });
});

describe('modes', () => {
  it('other documents are refused by default', () => {
    expect(gatewayConfig({ TRUSTED_DOCUMENTS: fileWith('{"a":"{ a }"}') }).documents.mode).toBe('enforce');
  });

  it.each(['off', 'log', 'enforce'])('%s is a mode', (mode) => {
    const settings = { TRUSTED_DOCUMENTS: fileWith('{"a":"{ a }"}'), TRUSTED_DOCUMENTS_MODE: mode };
    expect(gatewayConfig(settings).documents.mode).toBe(mode);
  });

  it.each(['log', 'enforce'])('%s without documents is refused: nothing would be protected', (mode) => {
    expect(problemsOf({ TRUSTED_DOCUMENTS_MODE: mode })).toEqual([
      'TRUSTED_DOCUMENTS_MODE: expected TRUSTED_DOCUMENTS with it',
    ]);
  });

  it('any other mode is refused', () => {
    expect(problemsOf({ TRUSTED_DOCUMENTS_MODE: 'warn' })).toEqual([
      'TRUSTED_DOCUMENTS_MODE: expected off, log or enforce',
    ]);
  });
});

const wrongFormat = expect.stringMatching(/^TRUSTED_DOCUMENTS: expected \{"format":/);

describe('an invalid file is refused', () => {
  it.each([
    ['nothing', '', ['TRUSTED_DOCUMENTS: expected a file with JSON']],
    ['half of it', '{"a":', ['TRUSTED_DOCUMENTS: expected a file with JSON']],
    ['a list', '["{ a }"]', [wrongFormat]],
    ['null', 'null', [wrongFormat]],
    ['a text', '"{ a }"', [wrongFormat]],
    ['documents that are no texts', '{"a":{"b":"c"}}', [wrongFormat]],
    ['an empty document', '{"a":""}', [wrongFormat]],
    ['an empty id', '{"":"{ a }"}', [wrongFormat]],
    ['one wrong among right ones', '{"a":"{ a }","b":1}', [wrongFormat]],
    ['another format', '{"format":"relay","version":1,"operations":[]}', [wrongFormat]],
    ['another version', '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}', [wrongFormat]],
    [
      'operations that are no list',
      '{"format":"apollo-persisted-query-manifest","version":1,"operations":{}}',
      [wrongFormat],
    ],
    ['no documents', '{}', ['TRUSTED_DOCUMENTS: expected at least one document']],
    ['a manifest without documents', manifestOf(), ['TRUSTED_DOCUMENTS: expected at least one document']],
    [
      'operations without what is needed, each of them',
      manifestOf(operation('a'), { id: 'b' }, null, { id: 5, body: '{ a }' }),
      [1, 2, 3].map((at) => `TRUSTED_DOCUMENTS: operations[${at}]: expected an id and a body, both non-empty strings`),
    ],
    [
      'an id twice in a manifest',
      manifestOf(operation('a'), operation('b'), operation('a', '{ other }')),
      ['TRUSTED_DOCUMENTS: the id "a" is listed more than once'],
    ],
    [
      'a hash twice, of which JSON.parse keeps the last only',
      '{"a":"{ a }","b":"{ b }","\\u0061":"{ c }"}',
      ['TRUSTED_DOCUMENTS: the id "a" is listed more than once'],
    ],
  ])('%s', (_name, text, problems) => {
    expect(problemsOf({ TRUSTED_DOCUMENTS: fileWith(text) })).toEqual(problems);
  });

  it('is refused without its path where it cannot be read', () => {
    expect(problemsOf({ TRUSTED_DOCUMENTS: '/nowhere/documents.json' })).toEqual([
      'TRUSTED_DOCUMENTS: expected a file that can be read',
    ]);
  });

  it('many problems are shortened, and listed with those of other settings', () => {
    const path = fileWith(manifestOf(...Array.from({ length: 50 }, () => null)));
    const problems = problemsOf({ TRUSTED_DOCUMENTS: path, PORT: 'x' });
    expect(problems).toHaveLength(22);
    expect(problems).toContain('TRUSTED_DOCUMENTS: and 30 more problems');
  });
});
