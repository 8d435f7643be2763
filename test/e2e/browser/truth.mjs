/**
 * What the emulator itself has, asked without the gateway; and what the gateway asked of it.
 */
const mark = 'x-asked-by-the-test';

async function ask({ emulator }, operation, body) {
  const headers = {
    authorization: 'Bearer kari',
    'accept-language': 'en',
    'content-type': 'application/json',
    [mark]: '1',
  };
  const url = `${emulator.url}/api/v1/Agents/Chat/${operation}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

/** Open sessions, those who wait longest first. */
export async function openSessions(stage) {
  const sessions = await ask(stage, 'ChatSessionsForUser', {});
  return sessions.sort((one, other) => Date.parse(one.WhenRequested) - Date.parse(other.WhenRequested));
}

/** Oldest first. */
export const messagesOf = (stage, sessionId) => ask(stage, 'GetChatMessages', { ChatSessionId: sessionId, After: 0 });

/** Operation and id of each call since the log was cleared, and `after`. */
export const callsTo = ({ emulator }) =>
  emulator.log.filter(({ headers }) => !headers[mark]).map(({ line }) => line.replace(/ \$select=\S*/, ''));
