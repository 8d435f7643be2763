/**
 * Which client a request counts for. Clients name themselves, so only names that the operator has listed become a label: their
 * number stays bounded, whatever is sent.
 */
export type ClientLabelOf = (headers: Readonly<Record<string, unknown>>) => string;

/** The header that Apollo's clients and routers send. */
export const clientNameHeader = 'apollographql-client-name';

/** Everybody who is not listed. */
export const otherClient = 'other';

/** @param listed as the clients spell themselves */
export function clientLabels(listed: readonly string[]): ClientLabelOf {
  const names = new Map<unknown, string>(listed.map((name) => [name, name]));
  return (headers) => names.get(headers[clientNameHeader]) ?? otherClient;
}
