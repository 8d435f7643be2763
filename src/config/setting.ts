/**
 * What a setting is: its name is the key that it stands under in the list, `settings.ts`.
 */
import type { z } from 'zod';

export interface Setting<Value> {
  readonly schema: z.ZodType<Value>;
  /** As documented; "demo" is the gateway on its embedded emulator. */
  readonly defaultText: string;
  readonly about: string;
  /** Never printed; can also be given as a file by NAME_FILE. */
  readonly isSecret?: true;
}

export const setting = <Value>(schema: z.ZodType<Value>, defaultText: string, about: string): Setting<Value> => ({
  schema,
  defaultText,
  about,
});
