/**
 * A request as a command for sh, without its credentials.
 */

/** Headers whose values are replaced, in addition to the one with the credentials. */
const secret = /auth|token|ticket|cookie|secret|api-?key/i;

/** As a POSIX shell reads it. @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The scheme stays, and the shell inserts $TOKEN. @param {string} name @param {string} value */
function withoutSecret(name, value) {
  const [scheme = ''] = /^[a-z]+ /i.exec(value) ?? [];
  return `"${name}: ${scheme}$TOKEN"`;
}

/** @param {import('./requests.js').Sent} sent @param {string} credentialsHeader in lower case */
export function curlCommand({ url, headers, body }, credentialsHeader) {
  const sent = [...headers].map(([name, value]) =>
    name === credentialsHeader || secret.test(name) ? withoutSecret(name, value) : quoted(`${name}: ${value}`),
  );
  const parts = [`curl ${quoted(url)}`, ...sent.map((header) => `-H ${header}`), `--data-raw ${quoted(body ?? '')}`];
  return parts.join(' \\\n  ');
}
