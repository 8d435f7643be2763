/** A console that follows one session, comes back when its stream ends, and knows which version it has. */
import { request } from 'node:http';

const subscription = 'subscription($id: ID!) { chatSessionChanged(id: $id) { session { customerName lastMessage } } }';

/** The stream goes on at another replica. */
const restart = 'SUBSCRIPTION_RESTART';

const [firstPauseMs, longestPauseMs] = [100, 2_000];

export class Console {
  version = -1;
  /** Values of another tenant; codes of errors that streams have brought. */
  foreign = 0;
  errors = [];
  /** Milliseconds without a stream, each time. */
  gaps = [];
  onVersion = () => undefined;
  #endedMs = null;
  #pauseMs = firstPauseMs;
  #isClosed = false;

  constructor(url, { tenant, caller, id }) {
    Object.assign(this, { url, tenant, caller, id });
    this.#open();
  }

  close() {
    this.#isClosed = true;
    this.sent.destroy();
  }

  #open() {
    const body = JSON.stringify({ query: subscription, variables: { id: String(this.id) } });
    const headers = {
      authorization: `Bearer 8A:${this.tenant}.${this.caller}`,
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    this.sent = request(`${this.url}/graphql`, { method: 'POST', agent: false, headers });
    this.sent.once('response', (response) => {
      response.setEncoding('utf8').on('data', (text) => this.#read(text));
      response.on('error', () => undefined);
    });
    this.sent.once('error', () => undefined);
    this.sent.once('close', () => this.#return());
    this.sent.end(body);
  }

  #read(text) {
    for (const [, tenant, version] of text.matchAll(/"customerName":"(\w+)","lastMessage":"version (\d+)"/g)) {
      if (tenant !== this.tenant) this.foreign += 1;
      const isNew = Number(version) !== this.version;
      this.version = Number(version);
      this.#pauseMs = firstPauseMs;
      if (this.#endedMs !== null) this.gaps.push(performance.now() - this.#endedMs);
      this.#endedMs = null;
      if (isNew) this.onVersion(this);
    }
    for (const [, code] of text.matchAll(/"code":"(\w+)"/g)) if (code !== restart) this.errors.push(code);
  }

  #return() {
    if (this.#isClosed) return;
    this.#endedMs ??= performance.now();
    setTimeout(() => this.#isClosed || this.#open(), this.#pauseMs * (0.5 + Math.random()));
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2);
  }
}
