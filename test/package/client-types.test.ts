/**
 * "Client types in two minutes" of docs/clients.md: codegen's client preset on the committed schema, then the compiler on a console's
 * code. Both run as processes, as in a frontend's build.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator } from '../support/query-gateway.js';
import { root } from '../support/source-files.js';

const documents = `import { graphql } from './gql';

export const startPage = graphql(\`
  query StartPage {
    myChatSessions(status: [IN_QUEUE, CUSTOMER_LAST, USER_LAST]) {
      id status waitSeconds customerName flags topic { name }
      messages(last: 20) { id message author whenPosted }
    }
  }
\`);

export const pickUp = graphql(\`
  mutation PickUp($id: ID!) {
    pickUpChatSession(id: $id) { session { id status user { fullName } } userErrors { code message } }
  }
\`);
`;

/** Code before each use: clients with typed documents have a function of this shape. */
const client = `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { pickUp, startPage } from './documents';
declare function send<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
const { myChatSessions } = await send(startPage, {});
const [session] = myChatSessions ?? [];
`;

const rightUses = [
  `const waitSeconds: number | null | undefined = session?.waitSeconds; export { waitSeconds };`,
  `const isWaiting: boolean = session?.status === 'IN_QUEUE'; export { isWaiting };`,
  `const posted: string | null | undefined = session?.messages?.[0]?.whenPosted; export { posted };`,
  `const { pickUpChatSession } = await send(pickUp, { id: session?.id ?? '1' });
   export const isLate = pickUpChatSession?.userErrors.some(({ code }) => code === 'NOT_IN_QUEUE');`,
];

const wrongUses: readonly (readonly [what: string, source: string, problem: RegExp])[] = [
  ['a field that was not selected', `export const rank = session?.rank;`, /Property 'rank' does not exist/],
  ['a value that may be null', `export const name = session?.topic.name;`, /is possibly 'null'/],
  ['an unknown status', `export const isOpen = session?.status === 'OPEN';`, /have no overlap/],
  ['a missing variable', `export const done = send(pickUp, {});`, /Argument of type '{}' is not assignable/],
];

const folder = mkdtempSync(join(tmpdir(), 'client-types-'));
const sources = join(folder, 'src');
const compilerOptions = {
  ...{ strict: true, target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', rootDir: 'src' },
  ...{ noEmit: true, skipLibCheck: true, types: [] },
};

/** @returns the exit code and the output */
async function run(script: string, ...args: string[]): Promise<readonly [code: unknown, printed: string]> {
  const command = [join(root, 'node_modules', script), ...args];
  return new Promise((resolve) =>
    execFile(process.execPath, command, { cwd: folder }, (error, out, err) => resolve([error?.code ?? 0, out + err])),
  );
}

beforeAll(async () => {
  mkdirSync(sources);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  cpSync(join(root, 'src/generated/api.graphql'), join(folder, 'schema.graphql'));
  cpSync(join(root, 'test/package/client-types/codegen.yml'), join(folder, 'codegen.yml'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  writeFileSync(join(sources, 'documents.ts'), documents);
  const [code, printed] = await run('@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.yml');
  if (code !== 0) throw new Error(printed);
  rightUses.forEach((use, index) => writeFileSync(join(sources, `right-${index}.ts`), client + use));
  wrongUses.forEach(([, use], index) => writeFileSync(join(sources, `wrong-${index}.ts`), client + use));
});

/** Codegen's output with the endpoint's own schema, read by introspection. */
async function generatedFrom(url: string): Promise<readonly [code: unknown, printed: string]> {
  const config = readFileSync(join(folder, 'codegen.yml'), 'utf8').replace('schema: schema.graphql', `schema: ${url}`);
  writeFileSync(join(folder, 'endpoint.yml'), config.replace('src/gql/', 'endpoint/'));
  return run('@graphql-codegen/cli/esm/bin.js', '--config', 'endpoint.yml');
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('types from the client preset', () => {
  it('are the same when codegen reads the schema from the endpoint', async () => {
    await using gateway = await gatewayOnEmulator({}, { INTROSPECTION: 'true' });

    expect(await generatedFrom(`${gateway.url}/graphql`)).toEqual([0, expect.any(String)]);
    const sorted = (text: string): readonly string[] => text.split('\n').sort();
    const [ours, theirs] = ['src/gql', 'endpoint'].map((place) =>
      readFileSync(join(folder, place, 'graphql.ts'), 'utf8'),
    );
    expect(sorted(theirs ?? '')).toEqual(sorted(ours ?? ''));
  });

  it('accept valid uses, and report each wrong one', async () => {
    const [code, printed] = await run('typescript/bin/tsc', '-p', 'tsconfig.json', '--pretty', 'false');

    const problems = printed.split('\n').filter((line) => line.includes('error TS'));
    expect(code).not.toBe(0);
    expect(problems.filter((line) => !line.startsWith('src/wrong-'))).toEqual([]);
    wrongUses.forEach(([what, , problem], index) => {
      const named = problems.filter((line) => line.startsWith(`src/wrong-${index}.ts`));
      expect({ what, named }).toEqual({ what, named: [expect.stringMatching(problem)] });
    });
  });
});
