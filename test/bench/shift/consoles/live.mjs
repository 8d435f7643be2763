/** A console that follows two subscriptions, by server-sent events: the list, and the messages of all open chats. */
const deskText = `subscription { myChatSessionsChanged {
  isComplete sessions { id status customerName topicId } addedIds goneIds } }`;
const messagesText = `subscription($ids: [ID!]!, $after: ID) { chatMessagesAdded(sessionIds: $ids, after: $after) {
  messages { id chatSessionId message author type } cursor } }`;

async function* eventsOf(response) {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop();
    for (const part of parts) {
      const [, json] = /^event: next\ndata: (.+)$/.exec(part) ?? [];
      if (json) yield JSON.parse(json);
    }
  }
}

export function liveConsole(url, authorization) {
  const rows = new Map();
  const gone = new Set();
  const open = new Map(); // session → the last message that is known
  let [messages, cursor, updates] = [null, null, 0];

  function subscribe(query, variables, onUpdate) {
    const leaving = new AbortController();
    const first = Promise.withResolvers?.() ?? {};
    first.promise ??= new Promise((resolve) => (first.resolve = resolve));
    const read = async () => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization, accept: 'text/event-stream', 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal: leaving.signal,
      });
      for await (const { data, errors } of eventsOf(response)) {
        if (errors) throw new Error(errors[0].message);
        onUpdate(Object.values(data)[0]);
        first.resolve();
      }
    };
    read().catch((error) => {
      if (!leaving.signal.aborted) throw error;
    });
    return { isThere: first.promise, close: () => leaving.abort() };
  }

  function followMessages() {
    messages?.close();
    messages = null;
    if (open.size === 0) return;
    const known = new Map((cursor ?? '').split(',').map((part) => part.split(':')));
    const after = [...open].map(([id, last]) => `${id}:${known.get(id) ?? last ?? 0}`).join();
    messages = subscribe(messagesText, { ids: [...open.keys()], after }, (update) => {
      updates += 1;
      cursor = update.cursor;
    });
  }

  let desk = null;
  return {
    rows,
    gone,
    get updates() {
      return updates;
    },
    isOpen: (id) => open.has(id),
    begin: () => {
      desk = subscribe(deskText, {}, ({ sessions, goneIds }) => {
        updates += 1;
        for (const session of sessions) rows.set(session.id, session);
        for (const id of goneIds) {
          rows.delete(id);
          gone.add(id);
        }
      });
      return desk.isThere;
    },
    open: (id, last) => {
      open.set(id, last);
      followMessages();
    },
    leave: (id) => {
      open.delete(id);
      followMessages();
    },
    close: () => {
      desk?.close();
      messages?.close();
    },
  };
}
