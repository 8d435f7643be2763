/**
 * `npm test`: format, lint, types, generated code, build, then all tests that do not depend on the clock.
 * `npm run test:quick`: types and the tests of single modules and of the code base, in less than a minute.
 * `npm run test:timing`: the tests that depend on the clock, one after another, on an idle machine.
 * `npm run test:replicas`: several replicas with a real Redis; redis-server has to be in PATH.
 * Every failing step says which command fixes it. The last line is `N passed, N failed`, steps and tests together.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'checks-'));
const resultFile = join(scratch, 'jest.json');

/** Runs one command; its output is shown only when it fails. */
function run(command, args, { stdio = 'pipe', env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio, env });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
    child.once('error', ({ message }) => output.push(Buffer.from(message)));
    child.once('close', (status) => {
      if (status !== 0) process.stdout.write(Buffer.concat(output));
      resolve(status === 0);
    });
  });
}

const node = (script, ...args) => run(process.execPath, [script, ...args]);

/** Generates again and compares with the files before, not with git, so it works before a commit. */
async function isGeneratedCodeCurrent() {
  const files = [
    'src/generated/resolver-types.ts',
    'src/generated/subgraph.graphql',
    'src/generated/api.graphql',
    'src/generated/client-policies.ts',
    'src/generated/console.ts',
    'src/generated/console-operations.ts',
  ];
  const read = () => files.map((file) => readFileSync(file, 'utf8')).join('\0');
  const before = read();
  return (
    (await node('node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.yml', '--silent')) &&
    read() === before
  );
}

const steps = {
  format: ['npm run format', () => node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  lint: ['npm run lint, and fix what it names', () => node('node_modules/eslint/bin/eslint.js', '.')],
  types: ['npm run types, and fix what it names', () => run('npm', ['run', '--silent', 'types'])],
  'generated code': ['npm run codegen, and commit src/generated', isGeneratedCodeCurrent],
  build: ['npm run build, and fix what it names', () => run('npm', ['run', '--silent', 'build'])],
};

const kinds = {
  all: { steps: [['generated code'], ['lint', 'format'], ['types', 'build']], jest: [] },
  quick: {
    steps: [['types']],
    jest: ['test/unit', 'test/architecture/(layers|house-rules|retired-words|schema|entities)'],
  },
  timing: { steps: [['build']], jest: ['--runInBand'], env: { TIMING: '1' } },
  replicas: { steps: [['build']], jest: ['--runInBand'], env: { REPLICAS: '1' } },
};

const kind = kinds[process.argv[2] ?? 'all'];
let passed = 0;
let failed = 0;

async function checkStep(name) {
  const [fix, check] = steps[name];
  const isGood = await check();
  if (isGood) passed += 1;
  else failed += 1;
  process.stdout.write(isGood ? `ok      ${name}\n` : `FAILED  ${name}. To fix it: ${fix}\n`);
}

/** Groups run side by side, since most machines have two processors; code is generated before it is read. */
const [first, ...groups] = kind.steps;
for (const name of first) await checkStep(name);
await Promise.all(
  groups.map(async (names) => {
    for (const name of names) await checkStep(name);
  }),
);

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const isGreen = await run(
  process.execPath,
  [...jest, ...kind.jest, '--json', `--outputFile=${resultFile}`, '--reporters=default'],
  { stdio: 'inherit', env: { ...process.env, ...kind.env } },
);
try {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(resultFile, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
} catch {
  failed += 1;
}
if (!isGreen && failed === 0) failed = 1;
rmSync(scratch, { recursive: true });
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
