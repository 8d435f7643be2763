/**
 * Plays the script on one console. The clock is set; only responses take time. The numbers of the chats in the script become the
 * sessions that the queue returned, and each chat records the last message that it has shown.
 */

/** The shown data in a normal form: null for empty text, and one format of instants. */
export function shown(value) {
  if (Array.isArray(value)) return value.map(shown);
  if (value === '' || value === undefined) return null;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shown(item)]));
}

const lastOf = (lines, before) => lines.at(-1)?.id ?? before;

class Desk {
  #console;
  /** Number in the script → { id, after }, for the chats that are open. */
  #chats = new Map();

  constructor(console) {
    this.#console = console;
  }

  #open = () => [...this.#chats.values()];

  async #look() {
    const open = this.#open();
    const { rows, lines } = await this.#console.look(open);
    open.forEach((chat, index) => (chat.after = lastOf(lines[index], chat.after)));
    return { rows, lines };
  }

  async #takeNext({ chat }) {
    const session = await this.#console.takeNext();
    if (session !== null) this.#chats.set(chat, { id: session.id, after: lastOf(session.messages, null) });
    return session;
  }

  /** An act on a chat; null when the queue was empty at its start. */
  async #withChat({ act, chat, text, to }) {
    const { id } = this.#chats.get(chat) ?? {};
    if (id === undefined) return null;
    const last = { handOver: to, say: text }[act];
    const response = await this.#console[act](id, ...(last === undefined ? [] : [last]));
    if (act === 'close' || act === 'handOver') this.#chats.delete(chat);
    return response;
  }

  play(step) {
    if (step.act === 'look') return this.#look();
    if (step.act === 'takeNext') return this.#takeNext(step);
    return step.chat === undefined ? this.#console[step.act]() : this.#withChat(step);
  }
}

/**
 * @param stage of SuperOffice, see stage.mjs
 * @returns for each step: the shown data, the calls as lines of the emulator's log, bytes and the ms that the agent waited
 */
export async function replay(script, console, stage) {
  const desk = new Desk(console);
  const played = [];
  for (const step of script) {
    stage.setTime(step.atMs);
    const [callsBefore, bytesBefore, startedMs] = [stage.calls().length, stage.bytes(), performance.now()];
    const response = await desk.play(step);
    const waitedMs = performance.now() - startedMs;
    const calls = stage.calls().slice(callsBefore);
    played.push({ ...step, shown: shown(response), calls, bytes: stage.bytes() - bytesBefore, waitedMs });
  }
  return played;
}
