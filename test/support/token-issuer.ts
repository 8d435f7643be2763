/** An issuer of tokens for callers: signs them, and publishes the keys over HTTP. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT } from 'jose';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const issuerPublicKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const issuer = 'https://login.example.com/';
export const audience = 'chat-gateway';

interface TokenOptions {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string;
  readonly isForged?: boolean;
}

/** A valid token by default. Claims have seconds since 1970. */
export async function tokenFor(sub: string, { claims = {}, kid = 'one', isForged = false }: TokenOptions = {}) {
  const seconds = Math.floor(Date.now() / 1000);
  const all = { iss: issuer, aud: audience, sub, iat: seconds, exp: seconds + 300, ...claims };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new SignJWT(present)
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(isForged ? stranger.privateKey : privateKey);
}

export interface TokenIssuer extends AsyncDisposable {
  readonly jwksUrl: string;
  /** How often the keys were fetched. */
  fetches(): number;
  /** Status of the next responses; default 200. */
  answerWith(status: number): void;
}

export async function tokenIssuer(): Promise<TokenIssuer> {
  let [fetches, status] = [0, 200];
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }];
  const server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' });
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    jwksUrl: `http://127.0.0.1:${port}/keys`,
    fetches: () => fetches,
    answerWith: (next) => void (status = next),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const jwtSettings = ({ jwksUrl }: TokenIssuer): Readonly<Record<string, string>> => ({
  JWT_ISSUER: issuer,
  JWT_AUDIENCE: audience,
  JWT_JWKS_URL: jwksUrl,
});
