/** OData over the archives: GET and POST /api/v1/Archive/{provider}, GET /api/v1/ChatSession, GET /api/v1/ChatTopic/{id}/Sessions. */
import { jsonResponse, notFound, type HttpResponse } from '../http-response.js';
import type { OperationCall } from '../operations/operation.js';
import { findParameter, readParameters, type QueryParameter } from '../query-parameters.js';
import { fullResponse, slimResponse } from './row-formats.js';
import { providers, runQuery } from './run-query.js';

const archivePath = /\/api\/v1\/(?:Archive(?:\/([\w$]+))?|(ChatSession)|ChatTopic\/(\d+)\/Sessions)\/?$/i;

const defaultTop = 1_000;

/** The name of the archive and the topic that the path restricts it to; null: it is no path of an archive. */
export function archiveAt(path: string): { readonly provider: string | null; readonly topicId: string | null } | null {
  const found = archivePath.exec(path);
  if (!found) return null;
  const [, archive, sessions, topicId] = found;
  return {
    provider: archive ?? (sessions === undefined && topicId === undefined ? null : 'ChatSession'),
    topicId: topicId ?? null,
  };
}

const textOf = (parameters: readonly QueryParameter[], name: string): string =>
  findParameter(parameters, name)?.value ?? '';

/** Parameters of a form or a query, for the request log. */
export function archiveDetails(parameters: readonly QueryParameter[]): readonly string[] {
  return ['$select', '$filter', '$orderBy', '$top', '$mode'].flatMap((name) => {
    const value = textOf(parameters, name);
    return value === '' ? [] : [`${name}=${value}`];
  });
}

export const formParameters = (bodyText: string): readonly QueryParameter[] => readParameters(bodyText);

/** @throws {RefusedCallError} the query is not valid */
export function respondToArchive(method: string, call: OperationCall, path: string): HttpResponse {
  const at = archiveAt(path);
  const isPost = method === 'POST';
  const isMissing = isPost && (call.options.archivePost === 'missing' || !/\/Archive\//i.test(path));
  if (at === null || isMissing) return notFound(path);
  if (at.provider === null) return jsonResponse(providers.map(({ name }) => name));
  const parameters = isPost ? formParameters(call.bodyText) : call.parameters;
  const filter = textOf(parameters, '$filter');
  const inTopic = at.topicId === null ? null : `chatTopic/chatTopicId = ${at.topicId}`;
  const restriction = [inTopic, filter === '' ? null : `(${filter})`].filter((part) => part !== null).join(' and ');
  const result = runQuery(
    {
      provider: at.provider,
      columns: textOf(parameters, '$select'),
      restriction,
      order: textOf(parameters, '$orderBy'),
      skip: Number(textOf(parameters, '$skip')) || 0,
      top: textOf(parameters, '$top') === '' ? defaultTop : Number(textOf(parameters, '$top')),
    },
    call,
  );
  return jsonResponse(/^full$/i.test(textOf(parameters, '$mode')) ? fullResponse(result) : slimResponse(result));
}
