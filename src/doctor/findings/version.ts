/** Which version answers. What it has is looked at apart; this is for whoever compares two of these tables. */
import { recordIn, type Reply } from '../asked-server.js';
import type { Finding } from '../finding.js';

const properties = ['NetServerVersion', 'Version', 'ReleaseName'] as const;

/** Nothing that could be more than a version is repeated. */
const versionText = /^[\w .-]{1,48}$/;

export function version(reply: Reply): Finding {
  const record = recordIn(reply) ?? {};
  const texts = properties.map((name) => record[name]).filter((text) => typeof text === 'string');
  const told = texts.filter((text) => versionText.test(text));
  const point = { topic: 'version', asked: 'the page of the API', setting: null } as const;
  if (told.length === 0) {
    return { ...point, seen: 'not told', verdict: 'unknown', meaning: 'The page of the API tells no version.' };
  }
  const meaning = 'Servers are upgraded every few weeks: run this again after an upgrade, and restart the gateway.';
  return { ...point, seen: told.join(', '), verdict: 'fine', meaning };
}
