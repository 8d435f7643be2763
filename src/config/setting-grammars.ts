/**
 * Schemas of the texts of settings. Their messages say what is expected and never repeat the value.
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { baseUrlProblem } from './base-url.js';

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // Intl throws for an unknown zone
  }
}

const flag = z.enum(['true', 'false'], 'expected true or false').transform((text) => text === 'true');
export const optionalFlag = flag.optional();
export const flagOr = (value: boolean) => optionalFlag.transform((flagValue) => flagValue ?? value);

const list = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''));

export function optionalNumber(min: number, max: number) {
  const expectation = `expected a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, expectation)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expectation)
    .optional();
}

export const wholeNumber = (min: number, max: number, fallback: number) =>
  optionalNumber(min, max).transform((value) => value ?? fallback);

export const timeoutMs = (fallback: number) => wholeNumber(1, 600_000, fallback);

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'expected the name of a header')
  .transform((name) => name.toLowerCase());

/** Headers with another meaning: a token in one of them would be logged, or sent upstream in a header that is not secret. */
const reservedHeaders =
  /^(accept|access-control-|content-|if-|proxy-|sec-|so-|(x-xsrf-token|x-request-id|cookie|host|origin|range|referer|user-agent|connection|transfer-encoding|traceparent|tracestate|baggage)$)/;

export const credentialsHeaderName = headerName.refine(
  (name) => !reservedHeaders.test(name),
  'expected the name of a header that has no other meaning, such as x-superoffice-authorization',
);

export const cookieNames = list.refine(
  (names) => names.every((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name)),
  'expected names of cookies, separated by commas',
);

const maxClientNames = 50;

/** Bounded, because each name multiplies the time series of the metrics. */
export const clientNames = list.refine(
  (names) => names.length <= maxClientNames && names.every((name) => /^[\w .:/@-]{1,64}$/.test(name)),
  `expected at most ${maxClientNames} names of clients, separated by commas`,
);

/** Compared with the full Origin header of a browser, which never contains a `*`. */
export const origins = list.refine(
  (items) => items.every((item) => URL.canParse(item) && new URL(item).origin === item && !item.includes('*')),
  'expected whole origins such as https://console.example.com, without *, separated by commas',
);

export const headerNames = list
  .refine(
    (names) => names.every((name) => /^[\w!#$%&'*+.^`|~-]{1,64}$/.test(name) && name !== '*'),
    'expected names of headers, separated by commas',
  )
  .transform((names): readonly string[] => names.map((name) => name.toLowerCase()));

/** At least two labels: a top-level domain alone would allow the hosts of any owner of a domain below it. */
const domainName = /^(localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+)$/i;

export const domainNames = list
  .refine(
    (names) => names.length > 0 && names.every((name) => name.length <= 253 && domainName.test(name)),
    'expected names of domains such as superoffice.com, separated by commas',
  )
  .transform((names): readonly string[] => names.map((name) => name.toLowerCase()));

/** Reads the content of the file at a path. */
export const fileText = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    context.addIssue('expected a file that can be read');
    return z.NEVER;
  }
});

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false; // node throws for an invalid certificate
  }
}

/** Reads a file with at least one certificate: with none, node would trust no authority at all. */
export const certificatesFile = fileText.refine((text) => {
  const found = text.match(certificate) ?? [];
  return found.length > 0 && found.every(isCertificate);
}, 'expected a PEM file with certificates (-----BEGIN CERTIFICATE-----)');

const secretExpectation = 'expected 16 to 512 characters of printable ASCII without spaces';

export const secretText = z.string().regex(/^[\x21-\x7e]{16,512}$/, secretExpectation);

/** @returns null: the file is not valid; '': it is missing or empty */
export function readSecret(path: string): string | null {
  const text = (fileText.safeParse(path).data ?? '').trim();
  return text === '' ? '' : (secretText.safeParse(text).data ?? null);
}

/** Plain http only on this machine, because requests hold secrets and responses are trusted. */
export function webUrl(example: string) {
  return z
    .url({ protocol: /^https?$/, error: `expected an https URL such as ${example}` })
    .superRefine((text, context) => {
      const problem = baseUrlProblem(text, false);
      if (problem !== null) context.addIssue(problem.replace(/;.*/, ''));
    });
}

/** Printable ASCII without spaces at the ends. */
export const plainText = (maxLength: number, expectation: string) =>
  z
    .string()
    .max(maxLength, expectation)
    .regex(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/, expectation);

const signatures = /^((RS|PS|ES)(256|384|512)|EdDSA)$/;

/** Public-key algorithms only: with a shared secret each verifier could issue tokens, and `none` is no signature. */
export const algorithms = list.refine(
  (names) => names.length > 0 && names.every((name) => signatures.test(name)),
  'expected algorithms such as RS256,ES256, separated by commas',
);

/** The prefix of all paths: begins with a slash, ends without one. */
export const basePath = z
  .string()
  .regex(/^(\/[\w.~-]+)+\/?$|^\/$/, 'expected a path such as /chat')
  .refine((path) => !path.split('/').some((part) => part === '.' || part === '..'), 'expected a path without . and ..')
  .transform((path) => path.replace(/\/$/, ''));

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 6 ? 128 : 32))
  );
}

export const networks = list.refine(
  (items) => items.every(isNetwork),
  'expected addresses and networks such as 10.0.0.0/8, separated by commas',
);
