/** A bare proxy with undici: the lower bound for gateways with undici. */
import { Pool } from 'undici';
import { startFloor } from './floor.mjs';
import { UPSTREAM_URL } from './sessions-api.mjs';

const pool = new Pool(UPSTREAM_URL, { connections: 64 });

startFloor(async (path, headers) => {
  const { body } = await pool.request({ method: 'POST', path, headers });
  return body.text();
});
