/**
 * A backend for the console: it serves the page, signs users in, and passes their requests to the gateway with their tokens, which never reach
 * the browser. Node without packages. Settings: CLIENT_ID, CLIENT_SECRET, LOGIN_URL, GATEWAY_URL, ORIGIN, PORT.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { signInWith } from './sign-in.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const maxBodyBytes = 262_144;
const passedOn = ['content-type', 'accept', 'apollographql-client-name', 'apollographql-client-version'];
const passedBack = ['content-type', 'x-request-id', 'retry-after'];
const security = {
  'content-security-policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
const signedOut = {
  errors: [{ message: 'You are not signed in.', extensions: { code: 'UNAUTHENTICATED' } }],
};

const cookiesOf = ({ headers }) =>
  Object.fromEntries((headers.cookie ?? '').split('; ').map((pair) => pair.split('=')));

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    if ((bytes += chunk.length) > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const chosen = (headers, names) =>
  Object.fromEntries(names.map((name) => [name, headers[name]]).filter(([, value]) => value));

/** @param site the folder of the built console */
export function consoleServer({ gatewayUrl, origin, site, config = {}, ...application }) {
  const signIn = signInWith({ ...application, redirectUri: `${origin}/callback` });
  const attributes = `HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`;
  const send = (response, status, body = '', headers = {}) =>
    response.writeHead(status, { ...security, ...headers }).end(body);

  /** Responses, also those that never end, go through as they arrive. */
  async function passOn(request, response, token) {
    const body = await bodyOf(request);
    if (body === null) return send(response, 413);
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const headers = { ...chosen(request.headers, passedOn), authorization: `Bearer ${token}` };
    const answer = await fetch(gatewayUrl, { method: 'POST', headers, body, signal: leaving.signal });
    const answered = chosen(Object.fromEntries(answer.headers), passedBack);
    response.writeHead(answer.status, { ...security, ...answered });
    await pipeline(Readable.fromWeb(answer.body), response);
  }

  const routes = {
    'GET /sign-in': (_request, response) => {
      const { url, state } = signIn.begin();
      send(response, 302, '', {
        location: url,
        'set-cookie': `state=${state}; Path=/callback; Max-Age=600; ${attributes}`,
      });
    },
    'GET /callback': async (request, response, { searchParams }) => {
      const [code, state] = [searchParams.get('code'), searchParams.get('state')];
      const id = await signIn.complete({ code, state, browserState: cookiesOf(request).state });
      if (id === null) return send(response, 400, 'The sign-in failed. Begin again at /sign-in');
      send(response, 302, '', { location: '/', 'set-cookie': `session=${id}; Path=/; ${attributes}` });
    },
    'POST /renew': async (request, response) =>
      send(response, (await signIn.renew(cookiesOf(request).session)) ? 204 : 401),
    'POST /sign-out': (request, response) => {
      signIn.end(cookiesOf(request).session);
      send(response, 204, '', { 'set-cookie': `session=; Path=/; Max-Age=0; ${attributes}` });
    },
    'POST /graphql': async (request, response) => {
      const token = await signIn.tokenOf(cookiesOf(request).session);
      if (token !== null) return passOn(request, response, token);
      send(response, 401, JSON.stringify(signedOut), { 'content-type': 'application/json' });
    },
    'GET /config.json': (request, response) => {
      const isSignedIn = signIn.isSignedIn(cookiesOf(request).session);
      const settings = { gatewayUrl: '/graphql', pollSeconds: 5, ...config, signIn: 'server', isSignedIn };
      send(response, 200, JSON.stringify(settings), { 'content-type': 'application/json' });
    },
  };

  const file = async (_request, response, { pathname }) => {
    const path = join(site, normalize(pathname === '/' ? 'index.html' : pathname));
    const body = await readFile(path).catch(() => null);
    if (body === null) return send(response, 404);
    send(response, 200, body, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
  };

  async function respond(request, response) {
    if (!URL.canParse(request.url, origin)) return send(response, 400);
    const url = new URL(request.url, origin);
    const route = routes[`${request.method} ${url.pathname}`] ?? (request.method === 'GET' ? file : null);
    if (route === null) return send(response, 404);
    await route(request, response, url);
  }

  return createServer((request, response) => {
    respond(request, response).catch(() => {
      if (response.headersSent)
        response.destroy(); // the gateway or the browser has gone
      else send(response, 502);
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { CLIENT_ID, CLIENT_SECRET, LOGIN_URL, GATEWAY_URL, PORT = '5180' } = process.env;
  const { ORIGIN: origin = `http://localhost:${PORT}` } = process.env;
  const application = { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, loginUrl: LOGIN_URL };
  const site = fileURLToPath(new URL('../console/dist/', import.meta.url));
  consoleServer({ ...application, gatewayUrl: GATEWAY_URL, origin, site }).listen(Number(PORT), () =>
    console.log(`The console is at ${origin}`),
  );
}
