/**
 * Media types of requests to /graphql, decided here for every response: what a client accepts, and what it gets.
 * @see GraphQL over HTTP, "Media Types"
 */
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

export interface MediaType {
  /** The header without parameters that make no difference here, for Apollo, which refuses what it cannot read. */
  readonly accept: string;
  /** The client accepts none of the two types. */
  readonly isRefused: boolean;
  /** Content type of a response. */
  readonly contentType: string;
  /** Content type of an error instead of a response. */
  readonly errorType: string;
  /** The client accepts only the old type, under which a refused request has status 200: it could not tell ours from a proxy's otherwise. */
  readonly isLegacy: boolean;
}

const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';

const inUtf8 = (type: string): string => `${type}; charset=utf-8`;

const quality = /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/;

function withoutParameters(accept: string): string {
  const items = accept.split(',').map((item) => {
    const [type = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    return [type, ...parameters.filter((parameter) => quality.test(parameter))].join(';');
  });
  return items.filter((item) => !/;q=0(\.0*)?$/.test(item)).join(', '); // what it accepts wins over what it does not
}

function decided(header: string): MediaType {
  const accept = withoutParameters(header);
  const preferred = new Negotiator({ headers: { accept } }).mediaType([json, graphqlJson]);
  return {
    accept,
    isRefused: preferred === undefined,
    contentType: inUtf8(preferred ?? json),
    errorType: inUtf8(header.includes(graphqlJson) ? graphqlJson : json), // Apollo Client shows the message of an error status under this type only
    isLegacy: accept.includes(json) && !accept.includes(graphqlJson),
  };
}

/** Clients send the same header again and again. */
const known = new LRUCache<string, MediaType>({ max: 100 });

export function mediaTypeFor(accept = '*/*'): MediaType {
  const remembered = known.get(accept);
  if (remembered) return remembered;
  const mediaType = decided(accept);
  known.set(accept, mediaType);
  return mediaType;
}
