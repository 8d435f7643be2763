/**
 * Each of the 31 operations of SuperOffice's Chat agent has a field. docs/operations.md has the table: a failure shows what it should be, and
 * `UPDATE_DOCS=1 npm run jest -- chat-operations` writes it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isInputObjectType, isObjectType } from 'graphql';
import { chatContract } from '../../../src/contract/generated/chat.js';
import { apiSchema } from '../../../src/subgraph/print-sdl.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

type Row = readonly [operation: string, fields: readonly string[], document: string];

const rows = JSON.parse(readFileSync('test/support/chat-operations.json', 'utf8')) as readonly Row[]; // our own file

const page = 'docs/operations.md';

const schema = apiSchema({ exposeSessionKey: false, mutations: true, admin: true });

const adminFields = [...readFileSync('schema/admin.graphql', 'utf8').matchAll(/^ {2}(\w+)\($/gm)];

const tagged = new Set(adminFields.map(([, name]) => name));

const note = (fields: readonly string[]): string =>
  fields.some((field) => tagged.has(field.replace('Mutation.', ''))) ? '`ADMIN_MUTATIONS=true`' : '';

const table = [
  '| Operation | Fields | |',
  '| --- | --- | --- |',
  ...rows.map(
    ([name, fields]) => `| \`${name}\` | ${fields.map((field) => `\`${field}\``).join(', ')} | ${note(fields)} |`,
  ),
].join('\n');

/** Prettier pads the columns of tables. */
const unpadded = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');

describe('the operations of the Chat agent', () => {
  it('have a row each', () => {
    expect(rows.map(([name]) => name).sort()).toEqual(Object.keys(chatContract.operations).sort());
    expect(rows).toHaveLength(31);
  });

  it('have fields that there are', () => {
    for (const field of rows.flatMap(([, fields]) => fields)) {
      const [typeName = '', name = ''] = field.split('.');
      const type = schema.getType(typeName);
      expect(isObjectType(type) && !isInputObjectType(type) && name in type.getFields()).toBe(true);
    }
  });

  it.each(rows)('%s is called by %j', async (operation, _fields, document) => {
    await using gateway = await gatewayOnEmulator({}, { ADMIN_MUTATIONS: 'true' });
    const { errors } = await gateway.query(document);
    expect(errors).toBeUndefined();
    expect(gateway.emulator.log.map((request) => request.operation)).toContain(operation);
  });

  it('are in the table of the documentation', () => {
    const [before = '', rest = ''] = readFileSync(page, 'utf8').split('<!-- operations -->');
    const [shown = '', after = ''] = rest.split('<!-- /operations -->');
    if (process.env['UPDATE_DOCS'] === '1')
      writeFileSync(page, `${before}<!-- operations -->\n\n${table}\n\n<!-- /operations -->${after}`);
    else expect(unpadded(shown.trim())).toBe(unpadded(table));
  });
});
