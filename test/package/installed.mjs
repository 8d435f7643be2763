/** The package in an empty project: its command, its exports, its types. Everything runs as processes of that project. */
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './packed.mjs';

const uses = fileURLToPath(new URL('./uses/', import.meta.url));
const rootOf = new URL('../../package.json', import.meta.url);
const { devDependencies } = JSON.parse(readFileSync(rootOf, 'utf8'));

async function emptyProject(tarball) {
  const project = join(tarball.folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }));
  const versions = ['typescript', '@types/node'].map((name) => `${name}@${devDependencies[name]}`);
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=warn', tarball.path, ...versions];
  return { project, installed: await run('npm', args, project) };
}

async function checkTypes(project, check) {
  const kinds = [
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
  ];
  for (const [module, moduleResolution] of kinds) {
    const options = {
      module,
      moduleResolution,
      target: 'ES2022',
      lib: ['ES2022', 'ESNext.Disposable'],
      types: ['node'],
    };
    const compilerOptions = { ...options, strict: true, exactOptionalPropertyTypes: true, noEmit: true };
    const include = ['public-types.mts'];
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
    const { stdout } = await run('node', ['node_modules/typescript/bin/tsc', '--pretty', 'false'], project);
    check(`the types are valid with ${moduleResolution}, those of dependencies included`, stdout, '');
  }
}

export async function checkInstalled(tarball, check) {
  const { project, installed } = await emptyProject(tarball);
  check('installs into an empty project', installed.code, 0);
  check('and nothing in it requires a newer Node', installed.stderr.match(/package: '.*/g), null);
  if (installed.code !== 0) return;
  cpSync(uses, project, { recursive: true });
  renameSync(join(project, 'public-types.txt'), join(project, 'public-types.mts')); // as .mts the repository's own compiler would include it

  const command = (...args) => run('npx', ['--no-install', 'superoffice-chat-graphql', ...args], project);
  const help = await command('--help');
  check('the command prints its help', [help.code, /serve +runs the gateway/.test(help.stdout)], [0, true]);
  const sdl = await command('print-schema');
  check('the command prints the schema', [sdl.code, sdl.stdout.includes('type ChatSession @key')], [0, true]);

  for (const script of ['import-only.mjs', 'answer-a-query.mjs', 'require-it.mjs']) {
    const { code, stdout, stderr } = await run('node', [script], project);
    check(`uses/${script} runs to its end and prints nothing`, [code, stdout, stderr], [0, '', '']);
  }
  await checkTypes(project, check);
}
