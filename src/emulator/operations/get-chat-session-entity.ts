/**
 * POST Agents/Chat/GetChatSessionEntity: one session by id, narrowed by `$select`.
 * 200 with `null` for an id without session; 200 with ASP.NET's error object for a malformed or missing one; and
 * session 192 when there is no query string at all, which is the specification's sample request.
 */
import { errorObject, invalidRequest, jsonAnswer } from '../answer.js';
import type { Answer } from '../answer.js';
import type { Refusal } from '../emulator-options.js';
import { translated } from '../languages.js';
import { findParameter } from '../query-parameters.js';
import { chatSessionShape } from '../select/carrier-shapes.js';
import { projectRecord } from '../select/project-record.js';
import { readSelect } from '../select/read-select.js';
import type { Operation, OperationCall } from './operation.js';

const idParameter = 'chatSessionEntityId';
const sampleId = 192;

export const getChatSessionEntity: Operation = {
  name: 'GetChatSessionEntity',
  idParameter,
  description: 'Gets a ChatSessionEntity object.',
  invoke: (call) => {
    const id = call.queryText === null ? sampleId : readInt32(findParameter(call.parameters, idParameter)?.value);
    return id === null ? invalidRequest(missingIdDetail, 200) : answerFor(id, call);
  },
};

const missingIdDetail =
  `The parameters dictionary contains a null entry for parameter '${idParameter}' of non-nullable type 'System.Int32' ` +
  "for method 'GetChatSessionEntity(Int32)' in 'SuperOffice.WebApi.Agents.ChatController'. An optional parameter must " +
  'be a reference type, a nullable type, or be declared as an optional parameter.';

function answerFor(id: number, { parameters, language, sessions, options }: OperationCall): Answer {
  const selectText = findParameter(parameters, '$select')?.value ?? '';
  const selection = readSelect(selectText, chatSessionShape, options);
  if (selection.kind === 'refused') return refusedSelect(selection.refusal, selection.path);
  const session = sessions.find(id);
  if (session === null || selection.kind === 'everything') return jsonAnswer(translated(session, language));
  const projected = projectRecord(session, selection.tree, { shape: chatSessionShape, ...options });
  return jsonAnswer(translated(projected, language));
}

function refusedSelect(refusal: Refusal, path: string): Answer {
  const message = `$select: '${path}' is not a property that can be selected`;
  return refusal === 'bad-request' ? invalidRequest(message, 400) : errorObject('SoInvalidArgumentException', message);
}

/** As .NET's Int32 binder: a sign and outer spaces pass, everything else is null. */
function readInt32(text: string | undefined): number | null {
  if (text === undefined || !/^\s*[+-]?\d+\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= -2147483648 && value <= 2147483647 ? value : null;
}
