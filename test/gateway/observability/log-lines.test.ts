/** The lines of the log: how they refer to each other, and their format on a terminal. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { collectSpans } from '../../support/collected-spans.js';
import { authorization, gatewayOnEmulator } from '../../support/query-gateway.js';

type Line = Readonly<Record<string, unknown>>;

const linesOf = (log: string): readonly Line[] =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line); // our own lines

const common = ({ requestId, principal, document }: Line): Line => ({ requestId, principal, document });

describe('the log', () => {
  const query = 'query Two { a: chatSession(id: 5) { id } b: chatSession(id: 7) { id } }';

  it('has one line for the operation and one for each call, which share the same three ids', async () => {
    await using gateway = await gatewayOnEmulator({}, { METRICS_CLIENTS: 'console', LOG_CALLS: 'info' });
    const headers = { authorization, 'x-request-id': 'mine-1', 'apollographql-client-name': 'console' };

    const response = await gateway.query(query, {}, headers);

    const lines = linesOf(gateway.log());
    const document = createHash('sha256').update(query).digest('hex');
    expect(lines.map(({ event, operation, operationName }) => [event, operation ?? operationName])).toEqual([
      ['upstream', 'GetChatSessionEntity'],
      ['upstream', 'GetChatSessionEntity'],
      ['operation', 'Two'],
    ]);
    for (const line of lines)
      expect(common(line)).toEqual({ requestId: 'mine-1', principal: expect.stringMatching(/^[\w-]{12}$/), document });
    expect(lines[2]).toMatchObject({ client: 'console', outcome: 'ok', errors: 0, durationMs: expect.any(Number) });
    expect(response.headers.get('x-request-id')).toBe('mine-1');
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('separates the lines of concurrent requests', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, { LOG_CALLS: 'info' });
    const ask = (id: number) =>
      gateway.query(
        `{ chatSession(id: ${id}) { id } }`,
        {},
        { authorization: `Bearer ${id}`, 'x-request-id': `r${id}` },
      );

    await Promise.all([1, 2, 3, 4, 5].map(ask));

    for (const id of [1, 2, 3, 4, 5]) {
      const own = linesOf(gateway.log()).filter(({ requestId }) => requestId === `r${id}`);
      const document = createHash('sha256').update(`{ chatSession(id: ${id}) { id } }`).digest('hex');
      expect(own.map((line) => [line['event'], line['document']])).toEqual([
        ['upstream', document],
        ['operation', document],
      ]);
      expect(new Set(own.map(({ principal }) => principal)).size).toBe(1);
    }
  });

  it('has the trace id of each line, and none without a trace', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator({}, { LOG_LEVEL: 'debug' });
    await gateway.query(query);
    const { traceId } = spans.named('query')[0]?.spanContext() ?? {};
    expect(linesOf(gateway.log()).map((line) => line['traceId'])).toEqual([traceId, traceId, traceId]);
    spans[Symbol.dispose]();

    await gateway.query(query);
    expect(
      linesOf(gateway.log())
        .slice(3)
        .map((line) => line['traceId']),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('has the line of a refused document, with its hash and without its text', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query('{ canaryField }');
    expect(linesOf(gateway.log())).toMatchObject([
      { event: 'operation', outcome: 'failed', document: expect.any(String) },
    ]);
    expect(gateway.log()).not.toContain('canary');
  });
});

describe('the readable format', () => {
  const written = (
    readable: { isColoured: boolean } | undefined,
    level = 'info',
  ): { text(): string; logger: ReturnType<typeof gatewayLogger> } => {
    const chunks: string[] = [];
    const stream = { write: (chunk: string) => void chunks.push(chunk) };
    const logger = gatewayLogger({ level, secretHeaders: ['authorization'], stream, readable });
    return { logger, text: () => chunks.join('') };
  };
  const record = { event: 'upstream', status: 200, document: 'f'.repeat(64), principal: 'abc' };

  it('is one line with the time, the level, the message and its fields, written immediately', () => {
    const { logger, text } = written({ isColoured: false });
    logger.info(record, 'POST Agents/Chat/X');
    expect(text()).toMatch(
      /^\[\d\d:\d\d:\d\d\.\d{3}\] INFO: POST Agents\/Chat\/X \{"event":"upstream","status":200\}\n$/,
    );
  });

  it('has colours if enabled', () => {
    const { logger, text } = written({ isColoured: true });
    logger.warn(record, 'careful');
    expect(text()).toContain('\u001B[33mWARN');
  });

  it('omits secrets, and control characters of fields', () => {
    const { logger, text } = written({ isColoured: false });
    logger.info({ headers: { authorization: 'Bearer canary' }, detail: 'a\u001B[2Jb\nc' }, 'x\u001B[2Jy');
    expect(text()).not.toContain('canary');
    expect(text()).not.toContain('\u001B');
    expect(text().split('\n')).toHaveLength(2);
  });

  it('respects the level', () => {
    const { logger, text } = written({ isColoured: false }, 'warn');
    logger.info(record, 'nothing to see');
    expect(text()).toBe('');
  });

  it('is JSON otherwise', () => {
    const { logger, text } = written(undefined);
    logger.info(record, 'x');
    expect(linesOf(text())).toMatchObject([{ ...record, msg: 'x' }]);
  });
});

describe('LOG_FORMAT', () => {
  it('is auto by default, json or pretty', () => {
    expect(gatewayConfig({}).logFormat).toBe('auto');
    expect(gatewayConfig({ LOG_FORMAT: 'json' }).logFormat).toBe('json');
    expect(() => gatewayConfig({ LOG_FORMAT: 'xml' })).toThrow('LOG_FORMAT: expected auto, json or pretty');
  });
});
