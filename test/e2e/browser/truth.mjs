/**
 * The emulator's own data, requested without the gateway; and the requests of the gateway.
 */
const mark = 'x-sent-by-the-test';

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

/** Open sessions, longest waiting first. */
export async function openSessions(stage) {
  const sessions = await ask(stage, 'ChatSessionsForUser', {});
  return sessions.sort((one, other) => Date.parse(one.WhenRequested) - Date.parse(other.WhenRequested));
}

/** Oldest first. */
export const messagesOf = (stage, sessionId) => ask(stage, 'GetChatMessages', { ChatSessionId: sessionId, After: 0 });

/** Operation and id of each call since the log was cleared, and `after`. */
export const callsTo = ({ emulator }) =>
  emulator.log.filter(({ headers }) => !headers[mark]).map(({ line }) => line.replace(/ \$select=\S*/, ''));
