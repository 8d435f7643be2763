/**
 * The requests of this page to /graphql. Altair passes responses to plugins only: each has to be confirmed, and current ones need
 * frames, which the policy forbids. So `window.fetch` is replaced.
 */

/**
 * `body` is null where it is no text, e.g. with files.
 * @typedef {{ url: string, headers: Headers, body: string | null }} Sent
 * @typedef {{ status: number, text: string }} Received
 * @typedef {{ onResponse(sent: Sent, received: Received): void, onUnreachable(sent: Sent): void }} Observer
 */

const browserFetch = window.fetch;

/** @param {string | URL | Request} input */
const urlOf = (input) => new URL(input instanceof Request ? input.url : input, location.href);

/** @param {URL} url */
const isGraphql = ({ origin, pathname }) => origin === location.origin && pathname.endsWith('/graphql'); // BASE_PATH may precede it

/** What was sent; an empty object where it is no JSON. @param {Sent} sent @returns {{ operationName?: string, query?: string }} */
export function operationOf({ body }) {
  try {
    return JSON.parse(body ?? '{}');
  } catch {
    return {};
  }
}

/** Altair's own query for the schema. @param {Sent} sent */
const isIntrospection = (sent) => /\bquery IntrospectionQuery\b/.test(operationOf(sent).query ?? '');

/** @param {Response} response @param {string} text */
function copyOf({ status, statusText, headers, url }, text) {
  return Object.defineProperty(new Response(text, { status, statusText, headers }), 'url', { value: url });
}

/** Responses with the schema, by what was sent. @type {Map<string, Promise<{ response: Response, text: string }>>} */
const schemas = new Map();

/** Each tab requests the schema when it is opened; it is fetched once. @param {Sent} sent @param {() => Promise<Response>} fetchIt */
async function schemaFor({ headers, body }, fetchIt) {
  const key = JSON.stringify([[...headers], body]);
  const fetched = schemas.get(key) ?? fetchIt().then(async (response) => ({ response, text: await response.text() }));
  schemas.set(key, fetched);
  try {
    const { response, text } = await fetched;
    if (!response.ok) schemas.delete(key);
    return copyOf(response, text);
  } catch (error) {
    schemas.delete(key);
    throw error;
  }
}

/** Altair's button requests the schema again. */
document.addEventListener(
  'click',
  ({ target }) => {
    if (target instanceof Element && target.closest('[track-id="reload_docs"]')) schemas.clear();
  },
  { capture: true },
);

/**
 * The response is read before Altair gets it, since Altair cancels the rest after the first part, and with it every clone.
 * @param {Observer} observer
 */
export function observeRequests({ onResponse, onUnreachable }) {
  window.fetch = async (input, options) => {
    const url = urlOf(input);
    if (!isGraphql(url)) return browserFetch(input, options);
    const body = typeof options?.body === 'string' ? options.body : null;
    const sent = { url: url.href, headers: new Headers(options?.headers), body };
    if (isIntrospection(sent)) return schemaFor(sent, () => browserFetch(input, options));
    try {
      const response = await browserFetch(input, options);
      const isStream = /event-stream|multipart/.test(response.headers.get('content-type') ?? '');
      if (response.body === null || isStream) return response;
      const text = await response.text();
      onResponse(sent, { status: response.status, text });
      return copyOf(response, text);
    } catch (error) {
      if (!options?.signal?.aborted) onUnreachable(sent);
      throw error;
    }
  };
}
