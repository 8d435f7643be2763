/**
 * The console is built like any frontend. It imports the package's client policies by their published name.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const policies = fileURLToPath(new URL('../../../dist/client-policies/index.js', import.meta.url));

export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { 'superoffice-chat-graphql/client-policies': policies } },
  oxc: { jsx: { runtime: 'automatic' } },
  build: { outDir: 'dist', emptyOutDir: true },
});
