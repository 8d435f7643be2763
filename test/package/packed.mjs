/** The tarball to publish: `npm pack` of this repository, whose `prepack` builds it again. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const timeoutMs = 180_000;

/** Runs a command to its end; callers assert its output. */
export function run(command, args, cwd, environment = {}) {
  const { PATH, HOME } = process.env;
  const options = { cwd, env: { PATH, HOME, ...environment }, timeout: timeoutMs, maxBuffer: 2 ** 26 };
  return new Promise((resolve) =>
    execFile(command, args, options, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr })),
  );
}

/** @returns its path and bytes, the names of its files from the root of the package, and their texts */
export async function packed(folder) {
  const { code, stderr } = await run('npm', ['pack', '--pack-destination', folder], root);
  if (code !== 0) throw new Error(`npm pack ended with ${code}:\n${stderr}`);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const path = join(folder, `${name}-${version}.tgz`);
  const contents = join(folder, 'contents');
  mkdirSync(contents);
  const listed = await run('tar', ['-xvzf', path, '-C', contents], folder);
  const names = listed.stdout
    .trim()
    .split('\n')
    .map((line) => line.replace(/^package\//, ''));
  const textOf = (file) => readFileSync(join(contents, 'package', file), 'utf8');
  return { folder, path, bytes: readFileSync(path), names, textOf };
}
