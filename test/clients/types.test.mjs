/** TypeScript's errors for assignable.mjs and not-assignable.mjs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

function typeErrorsOf(file) {
  const { config } = ts.readConfigFile(here('tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, here('.'));
  const program = ts.createProgram([here(file)], options);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('types', () => {
  it("are assignable to the clients' own", () => assert.deepEqual(typeErrorsOf('assignable.mjs'), []));

  it('are refused if they differ', () => assert.equal(typeErrorsOf('not-assignable.mjs').length, 3));
});
