/** The effective settings as readable texts, for the log and the command `settings`. */
import type { Environment } from './environment.js';
import { settings } from './settings.js';

export interface EffectiveSetting {
  readonly name: string;
  /** The value that is set, or the documented default; for a secret only whether it is set. */
  readonly text: string;
  readonly isSet: boolean;
}

const valueOf = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

/** Removes user and password from a URL. */
const withoutCredentials = (text: string): string => text.replace(/^(\w+:\/\/)[^/@]*@/, '$1');

export function effectiveSettings(environment: Environment): readonly EffectiveSetting[] {
  return Object.entries(settings).map(([name, { defaultText, ...more }]) => {
    if (!('isSecret' in more)) {
      const text = valueOf(environment, name);
      return { name, text: withoutCredentials(text ?? defaultText), isSet: text !== undefined };
    }
    const isSet = (valueOf(environment, name) ?? valueOf(environment, `${name}_FILE`)) !== undefined;
    return { name, text: isSet ? 'set' : 'not set', isSet };
  });
}
