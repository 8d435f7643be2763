/** The schema by caller: clients see it without federation, a router sees all of it. */
import { describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  parse,
  printSchema,
  validate,
  type IntrospectionQuery,
} from 'graphql';
import { printApiSdl } from '../../../src/subgraph/print-sdl.js';
import { authorization, gatewayOnEmulator } from '../../support/query-gateway.js';

const secret = 'a-secret-of-the-router';
const settings = { INTROSPECTION: 'true', ROUTER_SECRET: secret };
const introspection = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true });

async function introspected(headers: Readonly<Record<string, string>> = {}, more = {}): Promise<IntrospectionQuery> {
  await using gateway = await gatewayOnEmulator({}, { ...settings, ...more });
  const responses = [];
  for (let times = 0; times < 2; times += 1) responses.push(await gateway.query(introspection, {}, headers)); // Apollo, then prepared
  expect(responses[0]?.data).toEqual(responses[1]?.data);
  expect(gateway.emulator.requests).toEqual([]);
  return responses[0]?.data;
}

describe('introspection', () => {
  it('shows clients the schema that print-schema --api prints', async () => {
    const options = { exposeSessionKey: false, mutations: true };
    expect(printSchema(buildClientSchema(await introspected()))).toBe(
      printSchema(buildClientSchema((await introspected({}, { ROUTER_SECRET: undefined })) as IntrospectionQuery)),
    );
    const shown = printSchema(buildClientSchema(await introspected()));
    const printed = printApiSdl(options).replaceAll(' @fetchable(field_name: "id")', ''); // introspection has no directives of types
    expect(shown.split('\n').sort()).toEqual(printed.trimEnd().split('\n').sort());
    expect(shown).not.toMatch(/_entities|_service|_Any|FieldSet|link__|@key|@tag/);
  });

  it('shows a router everything', async () => {
    const shown = printSchema(buildClientSchema(await introspected({ 'router-authorization': secret })));
    for (const name of ['_entities', '_service', '_Any', 'link__']) expect(shown).toContain(name);
  });

  it('shows it by __type, too, next to executed fields', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const query = `{
      any: __type(name: "_Any") { name }
      session: __type(name: "ChatSession") { name fields { name } }
      __schema { queryType { fields { name } } directives { name } }
      chatSession(id: 192) { id __typename }
    }`;

    const { data, errors } = await gateway.query(query, {}, { authorization });

    expect(errors).toBeUndefined();
    expect(data.any).toBeNull();
    expect(data.session.fields).toContainEqual({ name: 'customerDisplayName' });
    expect(data.chatSession).toEqual({ id: '192', __typename: 'ChatSession' });
    expect(data.__schema.queryType.fields.map(({ name }: { name: string }) => name)).not.toContain('_entities');
    expect(data.__schema.directives.map(({ name }: { name: string }) => name).sort()).toEqual([
      'deprecated',
      'fetchable',
      'include',
      'oneOf',
      'skip',
      'specifiedBy',
    ]);
  });

  it('does not change what can be queried without a secret', async () => {
    await using gateway = await gatewayOnEmulator({}, { INTROSPECTION: 'true' });
    const { data } = await gateway.query('{ _service { sdl } }');
    expect(data._service.sdl).toContain('type ChatSession');
    const schema = buildClientSchema(await introspected());
    expect(validate(schema, parse('{ chatSession(id: 1) { id } }'))).toEqual([]);
  });
});
