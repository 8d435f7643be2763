/**
 * Strings in JSON that every reader takes. Half a surrogate pair, which SuperOffice leaves where a column cuts a text and which
 * clients may send, is valid in JavaScript and in JSON's grammar, but routers in Rust and Python reject the whole document.
 */

/** An escape of JSON: a whole pair, half of one, or any other. JSON.stringify escapes of surrogates only the halves. */
const escapes = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|[^])/g;

/**
 * @param json a JSON document, or several
 * @returns the same with U+FFFD in place of each half
 */
export function wellFormedJson(json: string): string {
  if (!json.includes('\\ud')) return json; // as JSON.stringify writes them
  return json.replace(escapes, (escape, half?: string) => (half === undefined ? escape : '\\ufffd'));
}
