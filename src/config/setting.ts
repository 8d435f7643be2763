/**
 * The type of one setting. Its name is its key in the list, `settings.ts`.
 */
import type { z } from 'zod';

export interface Setting<Value> {
  readonly schema: z.ZodType<Value>;
  /** As documented; "demo" is the gateway on its embedded emulator. */
  readonly defaultText: string;
  readonly about: string;
  /** For limits: what happens beyond it, as docs/limits.md says. */
  readonly beyond?: string;
  /** The value is never printed, and NAME_FILE can give it as a file. */
  readonly isSecret?: true;
}

/** An empty text or list is documented as none. */
const defaultTextOf = (schema: z.ZodType): string => String(schema.parse(undefined) ?? '') || 'none';

/** @param defaultText where the schema's default needs an explanation */
export const setting = <Value>(
  schema: z.ZodType<Value>,
  about: string,
  defaultText = defaultTextOf(schema),
): Setting<Value> => ({ schema, defaultText, about });

/** Settings of limits. @param beyond what happens above the limit */
export const limit =
  (beyond: string): typeof setting =>
  (schema, about, defaultText) => ({ ...setting(schema, about, defaultText), beyond });
