/**
 * Tells the operator of names that no published list has, once per name: a server newer than this gateway.
 */
import type { Logger } from '../observability/logger.js';

/** Names that are kept in mind; past it nothing more is reported. */
const maxNames = 1_000;

const enumName = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

export function unrecognizedNames(logger: Logger): (enumeration: string, name: string) => void {
  const reported = new Set<string>();
  return (enumeration, name) => {
    const key = `${enumeration}.${enumName.test(name) ? name : '(no name)'}`; // a text there may be anybody's
    if (reported.has(key) || reported.size >= maxNames) return;
    reported.add(key);
    logger.warn({ event: 'unrecognized', name: key }, 'SuperOffice sent a name that is in no published list');
  };
}
