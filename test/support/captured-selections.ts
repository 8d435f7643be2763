/**
 * Real executions that hand out what a resolver was given: nothing of `info` is made by hand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getOperationAST, parse, type DocumentNode, type GraphQLResolveInfo } from 'graphql';
import { chatSessionEntity } from '../../src/entities/chat-session.js';
import { executeOperation } from '../../src/execution/execute-operation.js';
import { projectionFor } from '../../src/plan/projections.js';
import type { Projection } from '../../src/superoffice/projection.js';
import { selectWriter } from '../../src/superoffice/select-text.js';

const folder = new URL('../../schema/', import.meta.url);
const sdl = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const writeSelect = selectWriter(Number.MAX_SAFE_INTEGER);

type Variables = Readonly<Record<string, unknown>>;
type Capture = (info: GraphQLResolveInfo) => void;

/** What a resolver is given after the parent: arguments, context, info. */
type Given = readonly [args: unknown, context: { readonly capture: Capture }, info: GraphQLResolveInfo];

function captured(...[, { capture }, info]: Given): null {
  capture(info);
  return null;
}

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(sdl.join('\n')),
    resolvers: {
      Query: {
        chatSession: (_root: unknown, ...given: Given) => captured(...given),
        chatSessions: (_root: unknown, ...given: Given) => captured(...given) ?? [],
      },
      ChatSession: { __resolveReference: captured },
    },
  },
]);

/** @throws {Error} the document did not execute as it was meant to */
export async function infosOf(
  document: DocumentNode,
  variables: Variables = {},
): Promise<readonly GraphQLResolveInfo[]> {
  const infos: GraphQLResolveInfo[] = [];
  const contextValue = { capture: (info: GraphQLResolveInfo) => void infos.push(info) };
  const node = getOperationAST(document);
  if (!node) throw new Error('the document has no operation, or several');
  const { errors } = await executeOperation({ schema, document, node, contextValue, variables });
  if (errors) throw errors[0] ?? new Error('no data');
  return infos;
}

/** The projections of the root fields, in order. */
export async function projectionsOf(document: DocumentNode, variables: Variables = {}): Promise<readonly Projection[]> {
  return (await infosOf(document, variables)).map((info) => projectionFor(chatSessionEntity, info));
}

/** The `$select` of each root field, as it would be sent. */
export async function selectsOf(query: string, variables: Variables = {}): Promise<readonly string[]> {
  return (await projectionsOf(parse(query), variables)).map((projection) => writeSelect(projection));
}

/** The `$select` of `chatSession { … }`, with fragments after it if need be. */
export async function selectOf(selection: string, fragments = ''): Promise<string> {
  const [select = 'nothing'] = await selectsOf(`{ chatSession(id: "192") { ${selection} } } ${fragments}`);
  return select;
}
