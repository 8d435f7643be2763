/**
 * Parses a query string into parameters, each with its decoded and its raw value.
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
      const equals = pair.indexOf('=');
      const raw = equals < 0 ? '' : pair.slice(equals + 1);
      return { name: decoded(equals < 0 ? pair : pair.slice(0, equals)), value: decoded(raw), raw };
    });
}

/** The first parameter of that name, case-insensitive as in ASP.NET. */
export function findParameter(parameters: readonly QueryParameter[], name: string): QueryParameter | null {
  return parameters.find((parameter) => parameter.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Invalid percent-encoding is returned unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
