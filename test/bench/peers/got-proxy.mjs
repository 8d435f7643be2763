/** A bare proxy with got: the lower bound for gateways with got. */
import got from 'got';
import { startFloor } from './floor.mjs';
import { UPSTREAM_URL } from './sessions-api.mjs';

startFloor((path, headers) => got.post(UPSTREAM_URL + path, { headers }).text());
