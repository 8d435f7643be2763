/**
 * `npm run test:package`: packs the package as for publishing, checks its contents, installs it into an empty project and uses it
 * there, also in the tests that docs/emulator.md shows. One line for each check; the last line is `N passed, N failed`. It needs the registry only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { packed } from './packed.mjs';
import { checkContents } from './contents.mjs';
import { checkClient } from './client-package.mjs';
import { checkDocumentedTests } from './documented-tests.mjs';
import { checkImage } from './image.mjs';
import { checkInstalled } from './installed.mjs';

let passed = 0;
let failed = 0;

function check(name, found, expected) {
  const isGood = isDeepStrictEqual(found, expected);
  if (isGood) passed += 1;
  else failed += 1;
  const detail = isGood
    ? ''
    : `\n        expected ${JSON.stringify(expected)}\n        found    ${JSON.stringify(found)}`;
  process.stdout.write(`${isGood ? 'ok     ' : 'FAILED '} ${name}${detail}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'package-'));
try {
  const tarball = await packed(folder);
  await checkContents(tarball, check);
  await checkInstalled(tarball, check);
  await checkDocumentedTests(tarball, check);
  await checkClient(folder, check);
  await checkImage(folder, check);
} catch (error) {
  check(`no failure of the run itself (${error instanceof Error ? error.stack : String(error)})`, true, false);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
