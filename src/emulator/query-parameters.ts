/**
 * The query string as a list of parameters, each with its value decoded and as it was on the wire.
 */
export interface QueryParameter {
  readonly name: string;
  readonly value: string;
  /** Not decoded. */
  readonly raw: string;
}

export function readParameters(queryText: string): QueryParameter[] {
  return queryText
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const mark = pair.indexOf('=');
      const raw = mark < 0 ? '' : pair.slice(mark + 1);
      return { name: decoded(mark < 0 ? pair : pair.slice(0, mark)), value: decoded(raw), raw };
    });
}

/** The first parameter of that name, in any case, as in ASP.NET. */
export function findParameter(parameters: readonly QueryParameter[], name: string): QueryParameter | null {
  return parameters.find((parameter) => parameter.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Broken percent-encoding stays as it is: a server must not die of it. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
