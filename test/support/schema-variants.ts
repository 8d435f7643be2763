/** Every schema that the settings can give. */
import type { SchemaOptions } from '../../src/subgraph/type-defs.js';

const both = [false, true];

export const schemaVariants: readonly Required<SchemaOptions>[] = both.flatMap((exposeSessionKey) =>
  both.flatMap((subscriptions) =>
    both.flatMap((archive) =>
      [
        { mutations: false, admin: false },
        { mutations: true, admin: false },
        { mutations: true, admin: true },
      ].map((changes) => ({ exposeSessionKey, subscriptions, archive, ...changes })),
    ),
  ),
);
