/**
 * Negotiates the media type of /graphql for every response from the header Accept.
 * @see GraphQL over HTTP, "Media Types"
 */
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** sse: text/event-stream · multipart: multipart/mixed with Apollo's subscriptionSpec. */
export type StreamType = 'sse' | 'multipart';

export interface MediaType {
  /** The header without parameters other than `q`, for Apollo, which refuses headers that it cannot parse. */
  readonly accept: string;
  /** The client accepts neither of the two types. */
  readonly isRefused: boolean;
  /** How the client takes the events of a subscription: the type it names first; null: not at all. */
  readonly stream: StreamType | null;
  /** Content type of a response. */
  readonly contentType: string;
  /** Content type of an HTTP error. */
  readonly errorType: string;
  /** The client accepts only application/json. A refused request then has status 200, so that it differs from the error of a proxy. */
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
  return items.filter((item) => !/;q=0(\.0*)?$/.test(item)).join(', '); // q=0 is ignored: `*/*` still accepts the type
}

function streamTypeOf(item: string): StreamType | null {
  const [type, ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
  if (parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) return null;
  if (type === 'text/event-stream') return 'sse';
  const isSubscription = parameters.some((parameter) => /^subscriptionspec="?1\.0"?$/.test(parameter));
  return type === 'multipart/mixed' && isSubscription ? 'multipart' : null;
}

function negotiate(header: string): MediaType {
  const accept = withoutParameters(header);
  const preferred = new Negotiator({ headers: { accept } }).mediaType([json, graphqlJson]);
  return {
    accept,
    isRefused: preferred === undefined,
    stream:
      header
        .split(',')
        .map(streamTypeOf)
        .find((type) => type !== null) ?? null,
    contentType: inUtf8(preferred ?? json),
    errorType: inUtf8(header.includes(graphqlJson) ? graphqlJson : json), // Apollo Client shows the message of an error status under this type only
    isLegacy: accept.includes(json) && !accept.includes(graphqlJson),
  };
}

/** By header: clients repeat the same one. */
const cache = new LRUCache<string, MediaType>({ max: 100 });

export function mediaTypeFor(accept = '*/*'): MediaType {
  const cached = cache.get(accept);
  if (cached) return cached;
  const mediaType = negotiate(accept);
  cache.set(accept, mediaType);
  return mediaType;
}
