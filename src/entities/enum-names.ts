/** How a member of SuperOffice's enums is called in the schema: `InQueue` is IN_QUEUE, `Postponed1Hour` POSTPONED_1_HOUR, `SMS` SMS. */

type Letter = 'none' | 'lower' | 'upper' | 'digit';

type LetterOf<Character extends string> = Character extends `${number}`
  ? 'digit'
  : Character extends Lowercase<Character>
    ? 'lower'
    : 'upper';

type StartsLower<Text extends string> = Text extends `${infer First}${string}`
  ? LetterOf<First> extends 'lower'
    ? true
    : false
  : false;

/** Between a small letter and what is none, a digit and a capital, and before the last of several capitals. */
type Separator<Before extends Letter, Here extends Letter, Rest extends string> = Before extends 'lower'
  ? Here extends 'lower'
    ? ''
    : '_'
  : Here extends 'upper'
    ? Before extends 'digit'
      ? '_'
      : Before extends 'upper'
        ? StartsLower<Rest> extends true
          ? '_'
          : ''
        : ''
    : '';

export type SchemaName<Name extends string, Before extends Letter = 'none'> = Name extends `${infer First}${infer Rest}`
  ? `${Separator<Before, LetterOf<First>, Rest>}${Uppercase<First>}${SchemaName<Rest, LetterOf<First>>}`
  : '';

export function schemaName<const Name extends string>(name: Name): SchemaName<Name> {
  const parts = name.split(/(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return parts.join('_').toUpperCase() as SchemaName<Name>; // the type says the same
}
