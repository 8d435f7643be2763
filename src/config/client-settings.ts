/** Settings about what kinds of clients may call, and how. */
import { setting } from './setting.js';
import { flagOr, headerNames, origins } from './setting-grammars.js';

export const clientSettings = {
  CORS_ORIGINS: setting(
    origins.optional(),
    'none (demo: any localhost)',
    'Origins of browsers that may call, separated by commas, each as a whole: `*` is no part of one.',
  ),
  CORS_HEADERS: setting(
    headerNames.default([]),
    'none',
    'Names of request headers that pages may send beside those of GraphQL clients and of tracing, separated by commas.',
  ),
  GET_QUERIES: setting(
    flagOr(false),
    'false',
    'Answer queries by GET too, with credentials in a header or with apollo-require-preflight. Variables then stand in URLs. Persisted queries by GET need APQ=true as well.',
  ),
};
