/** Clients without streams: each sends one query after the other, on a connection of its own each time. */
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const body = JSON.stringify({ query: '{ chatSession(id: 1) { customerName status } }' });

const pauseMs = 100;

const slowMs = 2_000;

/** @returns the text of the response; null: there is none, or its status is not 200 */
function send(url, authorization) {
  const headers = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const sent = request(`${url}/graphql`, { method: 'POST', agent: false, headers });
    sent.once('error', () => resolve(null));
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.once('error', () => resolve(null));
      response.once('end', () => resolve(response.statusCode === 200 ? text : null));
    });
    sent.end(body);
  });
}

export class Queries {
  sent = 0;
  failed = 0;
  /** Values of another tenant. */
  foreign = 0;
  /** Responses that took longer than two seconds. */
  slow = 0;
  #isClosed = false;

  constructor(url, tenants) {
    this.done = Promise.all(tenants.map((tenant) => this.#run(url, tenant)));
  }

  close() {
    this.#isClosed = true;
    return this.done;
  }

  async #run(url, tenant) {
    while (!this.#isClosed) {
      const startedMs = performance.now();
      const text = await send(url, `Bearer 8A:${tenant}.query`);
      this.sent += 1;
      if (performance.now() - startedMs > slowMs) this.slow += 1;
      const [, name] = /"customerName":"(\w+)"/.exec(text ?? '') ?? [];
      if (name === undefined) this.failed += 1;
      else if (name !== tenant) this.foreign += 1;
      await delay(pauseMs);
    }
  }
}
