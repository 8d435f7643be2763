/**
 * Finds names in the environment that are not settings: probable misspellings of a setting, and names that start like one. Variables
 * that Kubernetes sets for services (`NAME_SERVICE_HOST`, `NAME_PORT_80_TCP_ADDR`, …) start like a setting if a service has the
 * gateway's name.
 */
import type { Environment } from './environment.js';
import { settings } from './settings.js';

/** Variables that kubelet sets for each service of a namespace. */
const serviceLink = /_SERVICE_(HOST|PORT)(_|$)|_PORT(_\d+_(TCP|UDP|SCTP)(_PROTO|_PORT|_ADDR)?)?$/;

/** Shorter names are similar to too many other words. */
const minLetters = 8;

/** The edit distance up to which a name is a misspelling: long names may have more errors. */
const allowedEdits = (name: string): number => (lettersOf(name).length >= 12 ? 2 : 1);

const lettersOf = (name: string): string => name.replaceAll('_', '');

/** The names of the settings, with the `_FILE` twins of secrets. */
export const settingNames: readonly string[] = Object.entries(settings).flatMap(([name, more]) =>
  'isSecret' in more ? [name, `${name}_FILE`] : [name],
);

/** The Levenshtein distance. */
function edits(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const substituted = (above[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      current.push(Math.min(substituted, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}

/** The setting that `name` probably misspells; undefined: none. */
function intendedName(name: string): string | undefined {
  const similar = settingNames.filter(
    (setting) =>
      lettersOf(setting).length >= minLetters &&
      Math.abs(setting.length - name.length) <= allowedEdits(setting) && // avoids most of the work
      edits(name, setting) <= allowedEdits(setting),
  );
  return similar.sort((one, other) => edits(name, one) - edits(name, other))[0];
}

/** Why this name, which is not a setting, is a mistake; null: it is not a mistake. */
function problemOf(name: string): string | null {
  const baseName = name.replace(/_FILE$/, '');
  if (baseName !== name && Object.hasOwn(settings, baseName)) return `${name}: only secrets can be given by file`;
  const intended = intendedName(name);
  return intended === undefined ? null : `${name}: there is no such setting. Did you mean ${intended}?`;
}

export interface UnknownNames {
  /** Problems; each names the setting that was probably intended. */
  readonly misspelled: readonly string[];
  /** A sentence for each other name that starts with `SUPEROFFICE_`. */
  readonly ignored: readonly string[];
}

export function unknownNames(environment: Environment): UnknownNames {
  const unknown = Object.keys(environment).filter((name) => !settingNames.includes(name) && !serviceLink.test(name));
  const checked = unknown.map((name) => ({ name, problem: problemOf(name) }));
  return {
    misspelled: checked.flatMap(({ problem }) => problem ?? []),
    ignored: checked
      .filter(({ name, problem }) => !problem && name.startsWith('SUPEROFFICE_'))
      .map(({ name }) => `${name}: there is no such setting, it is ignored.`),
  };
}
