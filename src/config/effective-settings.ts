/** What the settings are, as texts for people: for the log and the command `settings`. */
import type { Environment } from './environment.js';
import { settings } from './settings.js';

export interface EffectiveSetting {
  readonly name: string;
  /** As given, or the default as documented; of a secret only whether it is set. */
  readonly text: string;
  readonly isSet: boolean;
}

const given = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

/** User and password of a URL are left out. */
const withoutCredentials = (text: string): string => text.replace(/^(\w+:\/\/)[^/@]*@/, '$1');

export function effectiveSettings(environment: Environment): readonly EffectiveSetting[] {
  return Object.entries(settings).map(([name, { defaultText, ...more }]) => {
    if (!('isSecret' in more)) {
      const text = given(environment, name);
      return { name, text: withoutCredentials(text ?? defaultText), isSet: text !== undefined };
    }
    const isSet = (given(environment, name) ?? given(environment, `${name}_FILE`)) !== undefined;
    return { name, text: isSet ? 'set' : 'not set', isSet };
  });
}
