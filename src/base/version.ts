/** The version of this package, from its package.json. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

let version: string | null = null;

export function packageVersion(): string {
  return (version ??= packageSchema.parse(
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')),
  ).version);
}
