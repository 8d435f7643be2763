/**
 * Callers that SuperOffice distinguishes, though they are similar: the same token in another language, tokens that begin with
 * each other, the session cookie of one with the XSRF token of another.
 */
import fc from 'fast-check';
import { stampOf } from './stamping-upstream.js';

export interface Principal {
  /** Headers that the caller sends. */
  readonly headers: Readonly<Record<string, string>>;
  /** The stamp that SuperOffice must derive from them. */
  readonly stamp: string;
}

export const stampSettings = { FORWARD_COOKIES: 'SoSession', SUPEROFFICE_APP_TOKEN: 'app-token-of-the-operator' };

const maybe = (name: string, values: readonly string[]) =>
  fc
    .option(fc.constantFrom(...values), { nil: undefined })
    .map((value) => (value === undefined ? {} : { [name]: value }));

const credentials = fc.oneof(
  fc
    .constantFrom('Bearer a', 'Bearer ab', 'Bearer b', 'Basic a', 'SOTicket a')
    .map((authorization) => ({ authorization })),
  fc
    .record({ token: fc.constantFrom('a', 'b', 'Bearer-a'), session: fc.constantFrom('s1', 's2', 's1,a') })
    .map(({ token, session }) => ({ 'x-xsrf-token': token, cookie: `SoSession=${session}` })),
);

const languages = fc
  .tuple(
    maybe('accept-language', ['en', 'nb', 'en,nb']),
    maybe('so-language', ['en', 'nb']),
    maybe('so-culture', ['en-GB', 'en-US']),
    maybe('so-timezone', ['5', '6']),
  )
  .map((parts): Readonly<Record<string, string>> => Object.assign({}, ...parts));

/** Computed without the gateway's own functions, so it also says what forwarding must be. */
function asForwarded(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const zone = headers['so-timezone'];
  return {
    ...(!headers['accept-language'] && !headers['so-language'] && { 'accept-language': 'en' }),
    ...headers,
    ...(zone && { 'so-timezone': `${zone},includeTZOffset` }),
    'so-apptoken': stampSettings.SUPEROFFICE_APP_TOKEN,
  };
}

export function principalOf(headers: Readonly<Record<string, string>>): Principal {
  return { headers, stamp: stampOf(asForwarded(headers)) };
}

/** Some callers, all different for SuperOffice. */
export const principals = fc.uniqueArray(
  fc.tuple(credentials, languages).map(([identity, spoken]) => principalOf({ ...identity, ...spoken })),
  { minLength: 3, maxLength: 6, size: 'max', selector: ({ stamp }) => stamp },
);
