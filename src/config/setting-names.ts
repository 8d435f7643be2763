/**
 * Names in the environment that are no settings: those that are meant for one and would go unnoticed, and those that are anybody's. What
 * Kubernetes writes about services (`NAME_SERVICE_HOST`, `NAME_PORT_80_TCP_ADDR`, …) begins like ours when a service has our name.
 */
import type { Environment } from './environment.js';
import { settings } from './settings.js';

/** As kubelet writes them for every service of a namespace. */
const serviceLink = /_SERVICE_(HOST|PORT)(_|$)|_PORT(_\d+_(TCP|UDP|SCTP)(_PROTO|_PORT|_ADDR)?)?$/;

/** Shorter ones are like too many words. */
const minLetters = 8;

/** How many letters a name may be off: more in long ones. */
const allowedEdits = (name: string): number => (lettersOf(name).length >= 12 ? 2 : 1);

const lettersOf = (name: string): string => name.replaceAll('_', '');

/** The names of the settings, with the `_FILE` twins of secrets. */
export const settingNames: readonly string[] = Object.entries(settings).flatMap(([name, more]) =>
  'isSecret' in more ? [name, `${name}_FILE`] : [name],
);

/** Letters to add, leave out or change until both are the same (Levenshtein). */
function edits(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const here = [row + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const changed = (above[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      here.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1));
    }
    above = here;
  }
  return above.at(-1) ?? 0;
}

/** The setting that was probably meant; undefined: none. */
function intendedName(name: string): string | undefined {
  const near = settingNames.filter(
    (known) =>
      lettersOf(known).length >= minLetters &&
      Math.abs(known.length - name.length) <= allowedEdits(known) && // which spares most of the work
      edits(name, known) <= allowedEdits(known),
  );
  return near.sort((one, other) => edits(name, one) - edits(name, other))[0];
}

/** Why this name, which is no setting, is a mistake; null: it is none. */
function problemOf(name: string): string | null {
  const plain = name.replace(/_FILE$/, '');
  if (plain !== name && Object.hasOwn(settings, plain)) return `${name}: only secrets can be given by file`;
  const meant = intendedName(name);
  return meant === undefined ? null : `${name}: there is no such setting. Did you mean ${meant}?`;
}

export interface UnknownNames {
  /** Problems: each names the setting that was probably meant. */
  readonly misspelled: readonly string[];
  /** A sentence for each name that begins like ours and means nothing here. */
  readonly ignored: readonly string[];
}

export function unknownNames(environment: Environment): UnknownNames {
  const unknown = Object.keys(environment).filter((name) => !settingNames.includes(name) && !serviceLink.test(name));
  const named = unknown.map((name) => ({ name, problem: problemOf(name) }));
  return {
    misspelled: named.flatMap(({ problem }) => problem ?? []),
    ignored: named
      .filter(({ name, problem }) => !problem && name.startsWith('SUPEROFFICE_'))
      .map(({ name }) => `${name}: there is no such setting, it is ignored.`),
  };
}
