/** Settings of the access of clients: origins, headers and GET. */
import { setting } from './setting.js';
import { flagOr, headerNames, origins } from './setting-grammars.js';

export const clientSettings = {
  CORS_ORIGINS: setting(
    origins.optional(),
    'Full origins of browser pages that may call, separated by commas; `*` is not supported.',
    'none (demo: any localhost)',
  ),
  CORS_HEADERS: setting(
    headerNames.default([]),
    'Names of request headers that pages may send in addition to those of GraphQL clients and of tracing, separated by commas.',
  ),
  GET_QUERIES: setting(
    flagOr(false),
    'Allow queries by GET too, with credentials in a header or with apollo-require-preflight. Variables are then part of URLs. Persisted queries by GET need APQ=true as well.',
  ),
};
