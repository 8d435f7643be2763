/**
 * The client label of a request. Clients send their name themselves, so only names that the operator has listed become a label: the
 * number of labels stays bounded.
 */
export type ClientLabelOf = (headers: Readonly<Record<string, unknown>>) => string;

/** The header that Apollo's clients and routers send. */
export const clientNameHeader = 'apollographql-client-name';

/** The label of all clients that are not listed. */
export const otherClient = 'other';

/** @param listed names as the clients send them */
export function clientLabels(listed: readonly string[]): ClientLabelOf {
  const names = new Map<unknown, string>(listed.map((name) => [name, name]));
  return (headers) => names.get(headers[clientNameHeader]) ?? otherClient;
}
