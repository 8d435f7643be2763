/**
 * Responds with a record, or a list of records, under the call's `$select` and in its language.
 * `$select` is parsed before anything is changed, so that a refused call has no effect.
 */
import { errorObject, invalidRequest, jsonResponse } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';
import { isList } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { translated } from '../languages.js';
import { findParameter } from '../query-parameters.js';
import type { Refusal } from '../server-quirks.js';
import { projectRecord } from '../select/project-record.js';
import { readSelect } from '../select/read-select.js';
import type { Shape } from '../select/shape.js';
import { serializeRecord } from '../serialize-record.js';
import type { OperationCall } from './operation.js';

/** @param produce executes the call; null becomes the body `null` */
export function selectedResponse(
  { parameters, language, timeZone, options }: OperationCall,
  shape: Shape,
  produce: () => JsonRecord | readonly (JsonRecord | null)[] | null,
): HttpResponse {
  const selection = readSelect(findParameter(parameters, '$select')?.value ?? '', shape, options);
  if (selection.kind === 'refused') return selectRefusal(selection.refusal, selection.path);
  const isWhole = selection.kind === 'everything' || options.unselected === 'sent';
  const project = (stored: JsonRecord): JsonRecord => {
    const record = serializeRecord(stored, { shape, quirks: options, timeZone });
    return isWhole ? record : projectRecord(record, selection.tree, { ...options, shape });
  };
  const result = produce();
  if (result === null) return jsonResponse(null);
  return jsonResponse(
    translated(isList(result) ? result.map((record) => record && project(record)) : project(result), language),
  );
}

function selectRefusal(refusal: 'null' | Refusal, path: string): HttpResponse {
  if (refusal === 'null') return jsonResponse(null);
  const message = `$select: '${path}' is not a property that can be selected`;
  return refusal === 'bad-request' ? invalidRequest(message, 400) : errorObject('SoInvalidArgumentException', message);
}
