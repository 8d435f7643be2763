/**
 * `npm run contract -- SWAGGER.json [FOLDER] [OPERATION…]`: writes what SuperOffice publishes about one agent to
 * src/contract/generated/<agent>.ts or to FOLDER, and the types of all agents to types.ts in the same folder. With names of operations only
 * these, and the types that they use. Names and types only; their meaning is described where they are used.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import prettier from 'prettier';

/** @param {string} reference such as `#/definitions/SuperOffice.CRM.Services.Person` */
const nameIn = (reference) => reference.split('.').at(-1);

const plainTypes = new Map([
  ['integer int32', 'int'],
  ['integer int64', 'int'],
  ['number double', 'double'],
  ['boolean', 'boolean'],
  ['string', 'text'],
  ['string date-time', 'date'],
  ['string byte', 'bytes'],
  ['object', 'any'],
]);

/** @returns the type as written in a contract, see contract.ts @throws {Error} the type is not supported yet */
function typeOf(schema, where) {
  if (schema.$ref) return { of: nameIn(schema.$ref) };
  if (schema.enum) return { oneOf: schema.enum };
  if (schema.type === 'array') return { list: typeOf(schema.items, where) };
  if (schema.additionalProperties) return { map: typeOf(schema.additionalProperties, where) };
  const plain = plainTypes.get([schema.type, schema.format].filter(Boolean).join(' '));
  if (!plain) throw new Error(`${where}: the type ${JSON.stringify(schema)} is not supported yet`);
  return plain;
}

const mapped = (entries, map) => Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)]));

const typesOf = ({ definitions }) =>
  Object.fromEntries(
    Object.entries(definitions)
      .map(([name, { properties = {} }]) => [
        nameIn(name),
        mapped(Object.entries(properties), (schema, property) => typeOf(schema, `${name}.${property}`)),
      ])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Parameters of every operation are left out: headers, and `$select`, for which there is `takesSelect`. */
function operationOf({ parameters = [], responses }, name) {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== '$select');
  const body = parameters.find((parameter) => parameter.in === 'body');
  const { schema } = responses['200'] ?? {};
  return {
    query: mapped(
      inQuery.map((parameter) => [parameter.name, parameter]),
      (parameter) => typeOf(parameter, `${name}(${parameter.name})`),
    ),
    body: body ? nameIn(body.schema.$ref ?? '') || typeOf(body.schema, name) : null,
    result: schema ? typeOf(schema, name) : null,
    takesSelect: parameters.some((parameter) => parameter.name === '$select'),
  };
}

/** The operations of the agent's paths, by the last part of the path. */
const operationsOf = ({ paths }) =>
  mapped(
    Object.entries(paths).map(([path, { post }]) => [path.split('/').at(-1), post]),
    operationOf,
  );

function agentOf({ paths }) {
  const [path] = Object.keys(paths);
  const [, agent] = /\/Agents\/([A-Za-z]+)\//.exec(path ?? '') ?? [];
  if (!agent) throw new Error('The file has no path below /Agents: it describes no agent.');
  return agent;
}

/** The names of the types in what is written of an operation or a type. */
function namedIn(written) {
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([kind, value]) => (kind === 'of' ? [value] : namedIn(value)));
}

/** The types that these names lead to. */
function reachable(types, names, found = new Set()) {
  for (const name of names) {
    if (found.has(name) || !types[name]) continue;
    found.add(name);
    reachable(types, namedIn(types[name]), found);
  }
  return found;
}

/** The contract of these operations only. */
function limitedTo(names, { agent, types, operations }) {
  const unknown = names.filter((name) => !operations[name]);
  if (unknown.length > 0) throw new Error(`The agent has no operation ${unknown.join(', ')}.`);
  const kept = names.map((name) => [name, operations[name]]);
  const used = reachable(
    types,
    kept.flatMap(([, { body, result }]) =>
      [body, ...namedIn(body), ...namedIn(result)].filter((name) => typeof name === 'string'),
    ),
  );
  const keptTypes = Object.entries(types).filter(([name]) => used.has(name));
  return { agent, types: Object.fromEntries(keptTypes), operations: Object.fromEntries(kept) };
}

const [file, folder = 'src/contract/generated', ...only] = argv.slice(2);
if (!file) throw new Error('Name the Swagger file of an agent: npm run contract -- Swagger-v1-ChatAgent.json');
const swagger = JSON.parse(readFileSync(file, 'utf8'));
const agent = agentOf(swagger);
const complete = { agent, types: typesOf(swagger), operations: operationsOf(swagger) };
const contract = only.length === 0 ? complete : limitedTo(only, complete);
const name = `${agent[0].toLowerCase()}${agent.slice(1)}`;
const options = { ...(await prettier.resolveConfig('src/contract/contract.ts')), parser: 'typescript' };

const write = async (path, text) => writeFileSync(path, await prettier.format(text, options));

await write(
  `${folder}/${name}.ts`,
  `/** What SuperOffice publishes about its ${agent} agent. Made by \`npm run contract\`, not by hand. */
  export const ${name}Contract = ${JSON.stringify(contract)} as const;`,
);

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'types.ts')
  .map((file) => file.slice(0, -3));
await write(
  `${folder}/types.ts`,
  `/** The types of all agents; those that several publish are the same. Made by \`npm run contract\`, not by hand. */
  ${names.map((one) => `import { ${one}Contract } from './${one}.js';`).join('\n')}

  export const publishedTypes = { ${names.map((one) => `...${one}Contract.types`).join(', ')} } as const;

  type AllTypes = typeof publishedTypes;

  /** An interface, so that the compiler writes its name in place of all that is in it. */
  export interface PublishedTypes extends AllTypes {}`,
);
