/** The examples of docs/emulator.md for vitest and Jest, by the commands of that page, in a project that has both and the package. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './packed.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs/emulator.md'), 'utf8');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The last one that runs on Node 20. */
const vitest = 'vitest@4.1.12';

export async function checkDocumentedTests(tarball, check) {
  const project = join(tarball.folder, 'documented-tests');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }));
  const runners = [vitest, `jest@${devDependencies['jest']}`];
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', tarball.path, ...runners], project);
  check('installs next to vitest and Jest', installed.code, 0);
  for (const runner of ['vitest', 'Jest']) {
    const [, command = '', example = ''] =
      new RegExp(`## ${runner}\n\n.*run \`([^\`]+)\`.*\n\n\`\`\`js\n([^]*?)\`\`\``).exec(page) ?? [];
    writeFileSync(join(project, 'chat.test.js'), example);
    const { code, stdout, stderr } = await run('bash', ['-c', command], project);
    check(`the example for ${runner} passes: ${command}`, [code, /1 passed/.test(stdout + stderr)], [0, true]);
  }
}
