/** How a server takes a `$select` that it does not like; shared by the points that try one. */
import { recordIn, type Reply } from '../asked-server.js';

export type SelectAnswer = 'taken' | 'null' | 'bad-request' | 'error-object' | 'no answer';

export function selectAnswer(reply: Reply): SelectAnswer {
  const { outcome, status } = reply;
  if (outcome.kind === 'value') return recordIn(reply) === null ? 'null' : 'taken';
  if (outcome.error.code !== 'UPSTREAM_REJECTED') return 'no answer';
  return status === 200 ? 'error-object' : 'bad-request';
}
