/**
 * Answers with a record, or a list of them, as they look under the call's `$select` and in its language.
 * The `$select` is read before anything is done, so that a refused call changes nothing.
 */
import { errorObject, invalidRequest, jsonAnswer } from '../answer.js';
import type { Answer } from '../answer.js';
import { isList } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { translated } from '../languages.js';
import { findParameter } from '../query-parameters.js';
import type { Refusal } from '../server-readings.js';
import { projectRecord } from '../select/project-record.js';
import { readSelect } from '../select/read-select.js';
import type { Shape } from '../select/shape.js';
import { writtenRecord } from '../written-record.js';
import type { OperationCall } from './operation.js';

/** @param produce does what is asked for; null is answered by `null` */
export function answerSelected(
  { parameters, language, timeZone, options }: OperationCall,
  shape: Shape,
  produce: () => JsonRecord | readonly JsonRecord[] | null,
): Answer {
  const selection = readSelect(findParameter(parameters, '$select')?.value ?? '', shape, options);
  if (selection.kind === 'refused') return refusedSelect(selection.refusal, selection.path);
  const isWhole = selection.kind === 'everything' || options.unselected === 'sent';
  const projected = (stored: JsonRecord): JsonRecord => {
    const record = writtenRecord(stored, { shape, readings: options, timeZone });
    return isWhole ? record : projectRecord(record, selection.tree, { ...options, shape });
  };
  const result = produce();
  if (result === null) return jsonAnswer(null);
  return jsonAnswer(translated(isList(result) ? result.map(projected) : projected(result), language));
}

function refusedSelect(refusal: 'null' | Refusal, path: string): Answer {
  if (refusal === 'null') return jsonAnswer(null);
  const message = `$select: '${path}' is not a property that can be selected`;
  return refusal === 'bad-request' ? invalidRequest(message, 400) : errorObject('SoInvalidArgumentException', message);
}
