/**
 * Replaces lone surrogates in JSON. SuperOffice leaves them where a column truncates a text, and clients may send them. They are valid in
 * JavaScript and in JSON's grammar, but routers in Rust and Python reject the document.
 */

/** A JSON escape: a surrogate pair, a lone surrogate, or any other. JSON.stringify escapes only lone surrogates, not pairs. */
const escapes = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|[^])/g;

/**
 * @param json a JSON document, or several
 * @returns the same with U+FFFD instead of each lone surrogate
 */
export function wellFormedJson(json: string): string {
  if (!json.includes('\\ud')) return json; // as JSON.stringify writes them
  return json.replace(escapes, (escape, loneSurrogate?: string) => (loneSurrogate === undefined ? escape : '\\ufffd'));
}
