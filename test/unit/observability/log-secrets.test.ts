/** The second protection: complete header objects that are logged by mistake are written without their secrets. */
import { describe, expect, it } from '@jest/globals';
import { gatewayLogger, type Logger } from '../../../src/observability/logger.js';
import { secretHeaders } from '../../../src/superoffice/request-headers.js';

function written(write: (logger: Logger) => void): string {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  write(gatewayLogger({ level: 'debug', secretHeaders, stream }));
  return lines.join('');
}

describe.each(secretHeaders)('the header %s', (name) => {
  const headers = { [name]: 'c4n4ry', 'accept-language': 'nb' };

  const bearers = ['request', 'response', 'options', 'error', 'err', 'req', 'res', 'exchange'];

  it.each<readonly [string, (logger: Logger) => void]>([
    ['in a record', (logger) => logger.info({ event: 'x', headers }, 'x')],
    ['on a logger of a request', (logger) => logger.child({ requestId: '1', headers }).info('x')],
    ...bearers.flatMap((bearer): readonly (readonly [string, (logger: Logger) => void])[] => [
      [`in ${bearer} of a record`, (logger) => logger.warn({ event: 'x', [bearer]: { url: '/', headers } }, 'x')],
      [`in ${bearer} of a logger`, (logger) => logger.child({ [bearer]: { url: '/', headers } }).info('x')],
    ]),
  ])('is not written %s; the others are', (_where, write) => {
    const text = written(write);

    expect(text).not.toContain('c4n4ry');
    expect(JSON.stringify(JSON.parse(text))).toContain(`"${name}":"[redacted]","accept-language":"nb"`);
  });
});
