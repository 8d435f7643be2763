/** The schema's names of SuperOffice's enum members: `InQueue` is IN_QUEUE, `Postponed1Hour` is POSTPONED_1_HOUR, `SMS` is SMS. */

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

/** A separator follows a small letter, unless another one comes; it stands between a digit and a capital, and before the last of several capitals. */
type Separator<Before extends Letter, Current extends Letter, Rest extends string> = Before extends 'lower'
  ? Current extends 'lower'
    ? ''
    : '_'
  : Current extends 'upper'
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
  return parts.join('_').toUpperCase() as SchemaName<Name>; // the type computes the same name
}
