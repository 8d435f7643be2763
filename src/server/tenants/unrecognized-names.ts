/**
 * Logs enum names that are in no published list, once per name: the SuperOffice server is newer than this gateway.
 */
import type { Logger } from '../../observability/logger.js';

/** Distinct names to log; further ones are not logged. */
const maxNames = 1_000;

const enumName = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

export function unrecognizedNames(logger: Logger): (enumeration: string, name: string) => void {
  const reported = new Set<string>();
  return (enumeration, name) => {
    const key = `${enumeration}.${enumName.test(name) ? name : '(no name)'}`; // the value could be any text
    if (reported.has(key) || reported.size >= maxNames) return;
    reported.add(key);
    logger.warn({ event: 'unrecognized', name: key }, 'SuperOffice sent a name that is in no published list');
  };
}
