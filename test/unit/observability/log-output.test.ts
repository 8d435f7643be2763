/** Lines of one turn of the event loop are one write, and none is lost at the end of the process. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { LogOutput } from '../../../src/observability/log-output.js';
import { root } from '../../support/source-files.js';

const logger = join(root, 'dist/observability/logger.js');

/** The output of a process that logs two lines and then runs this. */
async function printedBy(end: string): Promise<string> {
  const script = `
    const { gatewayLogger } = await import(${JSON.stringify(logger)});
    const log = gatewayLogger({ level: 'info', secretHeaders: [] });
    log.info('one');
    log.child({ requestId: '1' }).info('two');
    ${end}`;
  const words = ['--input-type=module', '--eval', script];
  const ran = promisify(execFile)(process.execPath, words);
  const printed = await ran.catch((error: unknown) => error as { readonly stdout: string }); // it may have failed on purpose
  return printed.stdout;
}

const messagesIn = (text: string): readonly unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).msg);

describe('lines of the log', () => {
  it('are written once per turn, complete and in order', async () => {
    const writes: string[] = [];
    const output = new LogOutput({ write: (text) => writes.push(text), on: () => undefined, writableLength: 0 });

    output.write('one\n');
    output.write('two\n');
    expect(writes).toEqual([]);
    await nextTurn();
    output.write('three\n');
    await nextTurn();

    expect(writes).toEqual(['one\ntwo\n', 'three\n']);
  });

  it.each([
    ['that runs to its end', ''],
    ['that calls exit', 'process.exit(0);'],
    ['that fails', "throw new Error('unforeseen');"],
  ])('are complete for a process %s', async (_how, end) => {
    expect(messagesIn(await printedBy(end))).toEqual(['one', 'two']);
  });
});
