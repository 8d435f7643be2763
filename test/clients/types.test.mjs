/** TypeScript's opinion of assignable.mjs, and that it has one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

function complaintsAbout(file) {
  const { config } = ts.readConfigFile(here('tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, here('.'));
  const program = ts.createProgram([here(file)], options);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('types', () => {
  it("are assignable to the clients' own", () => assert.deepEqual(complaintsAbout('assignable.mjs'), []));

  it('would be refused if they were others', () => assert.equal(complaintsAbout('not-assignable.mjs').length, 3));
});
