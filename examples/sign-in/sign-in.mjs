/**
 * Signs users in with SuperOffice (authorization-code flow with PKCE), and keeps their tokens: the browser has a cookie only. In memory, so one
 * replica; keep sessions in a store of yours for more.
 * @see SuperOffice: online/sign-in-user/auth-code-flow
 */
import { createHash, randomBytes } from 'node:crypto';

const random = () => randomBytes(32).toString('base64url');

/** A token that expires within a minute is renewed before it is used. */
const marginMs = 60_000;
const signInMs = 10 * 60_000;
const maxSignIns = 10_000;
const sessionMs = 12 * 60 * 60_000;

/**
 * @param loginUrl such as https://online.superoffice.com/login
 * @param redirectUri as registered for the application
 */
export function signInWith({ loginUrl, clientId, clientSecret, redirectUri }) {
  const begun = new Map(); // state: what the browser has to come back with
  const sessions = new Map();

  async function tokens(parameters) {
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      ...parameters,
    });
    const response = await fetch(`${loginUrl}/common/oauth/tokens`, { method: 'POST', body });
    if ([400, 401].includes(response.status)) return null; // the code or refresh token is not valid, or not any more
    if (!response.ok) throw new Error('SuperOffice cannot sign in anybody at the moment');
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = await response.json();
    return { token, ...(refreshToken && { refreshToken }), endMs: Date.now() + seconds * 1000 };
  }

  /** One request for all that wait for it. */
  function renew(id) {
    const session = sessions.get(id);
    session.renewing ??= tokens({ grant_type: 'refresh_token', refresh_token: session.refreshToken })
      .then((renewed) => {
        if (renewed) Object.assign(session, renewed);
        else sessions.delete(id); // revoked: the user has to sign in again
        return renewed?.token ?? null;
      })
      .finally(() => delete session.renewing);
    return session.renewing;
  }

  return {
    /** @returns where the browser goes, and the `state` that a cookie binds to it */
    begin() {
      const [state, verifier] = [random(), random()];
      for (const [old, { endMs }] of begun) if (endMs < Date.now() || begun.size >= maxSignIns) begun.delete(old);
      begun.set(state, { verifier, endMs: Date.now() + signInMs });
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const query = new URLSearchParams({
        ...{ client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid', state },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      });
      return { url: `${loginUrl}/common/oauth/authorize?${query}`, state };
    },

    /** @returns the id of the new session; null: this browser has not begun it, or SuperOffice refuses the code */
    async complete({ code, state, browserState }) {
      const { verifier, endMs } = begun.get(state) ?? {};
      begun.delete(state);
      if (!verifier || state !== browserState || endMs < Date.now()) return null;
      const issued = await tokens({ grant_type: 'authorization_code', code, code_verifier: verifier });
      if (!issued) return null;
      const id = random();
      for (const [old, { untilMs }] of sessions) if (untilMs < Date.now()) sessions.delete(old);
      sessions.set(id, { ...issued, untilMs: Date.now() + sessionMs });
      return id;
    },

    /** @returns a token that is valid for a while; null: the user is not signed in */
    async tokenOf(id) {
      const session = sessions.get(id);
      if (!session || session.untilMs < Date.now()) return null;
      return session.endMs - marginMs > Date.now() ? session.token : renew(id);
    },

    isSignedIn: (id) => sessions.has(id),

    /** After SuperOffice has refused the token. @returns whether there is another one */
    renew: async (id) => sessions.has(id) && (await renew(id)) !== null,

    end: (id) => sessions.delete(id),
  };
}
