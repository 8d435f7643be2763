/** The commands by name. Each is loaded when it is used: the modules of the others would add a third to the time until `serve` responds. */
import type { Command } from './command.js';

export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./commands/serve.js')).serve],
  ['doctor', async () => (await import('./commands/doctor.js')).doctor],
  ['emulate', async () => (await import('./commands/emulate.js')).emulate],
  ['explain', async () => (await import('./commands/explain.js')).explain],
  ['print-schema', async () => (await import('./commands/print-schema.js')).printSchema],
  ['webhooks', async () => (await import('./commands/webhooks.js')).webhooks],
  ['settings', async () => (await import('./commands/settings.js')).settings],
]);
