/**
 * Checks and normalizes the URL of the web API, which operators copy from a browser or a mail.
 */
const loopbackHosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** @returns the problem of the URL; null: it has none */
export function baseUrlProblem(text: string, allowInsecure: boolean): string | null {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'expected a URL without user name and password';
  if (url.search !== '' || url.hash !== '') return 'expected a URL without ? and #';
  if (url.protocol === 'http:' && !allowInsecure && !loopbackHosts.test(url.hostname)) {
    return 'expected https (tokens would travel in clear text); ALLOW_INSECURE_UPSTREAM=true permits http';
  }
  return null;
}

/** @returns the URL with `/api/v1` at the end, whether or not `text` has part of it */
export function normalizedBaseUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  const tenantPath = pathname.replace(/\/+$/, '').replace(/\/api(\/v1)?$/i, '');
  return `${origin}${tenantPath}/api/v1`;
}
