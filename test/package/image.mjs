/** The first stage of the Dockerfile, without Docker: the build in a folder that has only what the stage copies. */
import { cp, readFile, symlink } from 'node:fs/promises';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './packed.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param parent a temporary folder */
export async function checkImage(parent, check) {
  const folder = join(parent, 'image');
  mkdirSync(folder);
  const [, firstStage = ''] = (await readFile(join(root, 'Dockerfile'), 'utf8')).split(/^FROM .*$/m);
  const sources = [...firstStage.matchAll(/^COPY (.*)$/gm)].flatMap(([, words]) => words.split(' ').slice(0, -1));
  for (const source of sources) await cp(join(root, source), join(folder, source), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const { code, stderr } = await run('npm', ['run', 'build'], folder);
  check('the first stage of the Dockerfile builds', [code, code === 0 ? '' : stderr], [0, '']);
  check('and has the command line', existsSync(join(folder, 'dist/cli/main.js')), true);
}
