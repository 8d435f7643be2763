/** `npm run contract`, on a small Swagger file that has one of each kind. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { files } from '../support/own-gateway.js';
import { root } from '../support/source-files.js';

const run = promisify(execFile);

const select = { in: 'query', name: '$select', type: 'string' };
const header = { in: 'header', name: 'Accept-Language', type: 'string' };
const reference = (name: string) => ({ $ref: `#/definitions/SuperOffice.CRM.Services.${name}` });

const properties = {
  PersonId: { type: 'integer', format: 'int32' },
  Bytes: { type: 'integer', format: 'int64' },
  Amount: { type: 'number', format: 'double' },
  IsActive: { type: 'boolean' },
  Name: { type: 'string' },
  Born: { type: 'string', format: 'date-time' },
  Picture: { type: 'string', format: 'byte' },
  Any: { type: 'object' },
  Kind: { type: 'string', enum: ['Unknown', 'VIP'] },
  Contact: reference('Contact'),
  Emails: { type: 'array', items: reference('Contact') },
  Extra: { type: 'object', additionalProperties: { type: 'string' } },
};

const swagger = (of: object, path = '/v1/Agents/Person/GetPersonEntity') => ({
  paths: {
    [path]: {
      post: {
        parameters: [{ in: 'query', name: 'personEntityId', type: 'integer', format: 'int32' }, select, header],
        responses: { '200': { schema: reference('Person') } },
      },
    },
    '/v1/Agents/Person/GetMany': {
      post: {
        parameters: [{ in: 'body', schema: reference('PersonGetMany_Body') }],
        responses: { '200': { schema: { type: 'array', items: reference('Person') } } },
      },
    },
    '/v1/Agents/Person/Touch': { post: { responses: { '204': {} } } },
  },
  definitions: { 'SuperOffice.CRM.Services.Person': { properties: of } },
});

async function contractOf(document: object): Promise<unknown> {
  using folder = files();
  folder.write('contact.ts', '// another agent, of which there is a contract');
  const file = folder.write('swagger.json', JSON.stringify(document));
  await run(process.execPath, ['src/contract/generate.mjs', file, dirname(file)], { cwd: root });
  const text = readFileSync(`${dirname(file)}/person.ts`, 'utf8');
  const types = readFileSync(`${dirname(file)}/types.ts`, 'utf8').replace(/\s+/g, ' ');
  expect(types).toContain('{ ...contactContract.types, ...personContract.types } as const');
  const [, literal] = /^export const personContract = ([\s\S]*) as const;$/m.exec(text) ?? [];
  return (await import(`data:text/javascript,export default ${encodeURIComponent(String(literal))}`)).default;
}

describe('npm run contract', () => {
  it('writes types, enum members, and operations with parameters and results', async () => {
    expect(await contractOf(swagger(properties))).toEqual({
      agent: 'Person',
      types: {
        Person: {
          PersonId: 'int',
          Bytes: 'int',
          Amount: 'double',
          IsActive: 'boolean',
          Name: 'text',
          Born: 'date',
          Picture: 'bytes',
          Any: 'any',
          Kind: { oneOf: ['Unknown', 'VIP'] },
          Contact: { of: 'Contact' },
          Emails: { list: { of: 'Contact' } },
          Extra: { map: 'text' },
        },
      },
      operations: {
        GetPersonEntity: { query: { personEntityId: 'int' }, body: null, result: { of: 'Person' }, takesSelect: true },
        GetMany: { query: {}, body: 'PersonGetMany_Body', result: { list: { of: 'Person' } }, takesSelect: false },
        Touch: { query: {}, body: null, result: null, takesSelect: false },
      },
    });
  });

  it.each([
    ['an unknown kind', swagger({ Odd: { type: 'integer', format: 'int128' } }), 'Person.Odd'],
    ['a file without an agent', { paths: { '/v1/Contact': {} }, definitions: {} }, 'describes no agent'],
  ])('refuses %s by name', async (_what, document, part) => {
    await expect(contractOf(document)).rejects.toThrow(part);
  });
});
