/** Traces as an operator sees them: the spans, their parents, and what they never contain. */
import { describe, expect, it } from '@jest/globals';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { collectSpans } from '../../support/collected-spans.js';
import { authorization, gatewayOnEmulator } from '../../support/query-gateway.js';

const call = 'POST GetChatSessionEntity';

describe('spans', () => {
  it('are one for the operation, one for each batch and one for each call, each below its parent', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();

    await gateway.query(
      'query Console { a: chatSession(id: 5) { status } b: chatSession(id: 5) { rank } c: chatSession(id: 192) { id messages(last: 1) { id } } }',
    );

    expect(spans.tree()).toEqual([
      'query',
      '  load chatSession',
      `    ${call}`,
      `    ${call}`,
      '  load messages',
      '    POST GetChatMessages',
    ]);
    expect(gateway.emulator.requests).toHaveLength(3);
    const [batch] = spans.named('load chatSession');
    expect(batch?.attributes).toEqual({
      'superoffice.loader': 'chatSession',
      'superoffice.loads': 3,
      'superoffice.missing': 2,
    });
  });

  it('of topics that the list does not contain are below the batch that requires them', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();

    await gateway.query('{ a: chatTopic(id: 1) { name } b: chatTopic(id: 9999) { name } }');

    expect(gateway.emulator.requests.map((line) => line.split(' ')[0])).toEqual([
      'ChatTopicsForUser',
      'GetChatTopicEntity',
    ]);
    expect(spans.tree()).toEqual([
      'query',
      '  load chatTopic',
      '    POST GetChatTopicEntity',
      '  load myTopics',
      '    POST ChatTopicsForUser',
    ]);
  });

  it('of an action are directly below its mutation', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();

    await gateway.query('mutation { pickUpChatSession(id: 4) { session { id } } }');

    expect(spans.tree()).toEqual(['mutation', '  POST PickUpChatSession']);
  });

  it('report the work, its amount, and the result', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator({}, { METRICS_CLIENTS: 'console' });

    const headers = { authorization, 'apollographql-client-name': 'console', 'x-request-id': 'r-1' };
    await gateway.query('query Status { chatSession(id: 5) { status } }', {}, headers);

    const [operation] = spans.named('query');
    expect(operation?.kind).toBe(SpanKind.SERVER);
    expect(operation?.attributes).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Status',
      'superoffice.client': 'console',
      'superoffice.document': expect.stringMatching(/^[\da-f]{64}$/),
      'superoffice.errors': 0,
      'superoffice.outcome': 'ok',
      'superoffice.request_id': 'r-1',
    });
    const [attempt] = spans.named(call);
    expect(attempt?.kind).toBe(SpanKind.CLIENT);
    expect(attempt?.attributes).toEqual({
      'http.request.method': 'POST',
      'http.response.body.size': expect.any(Number),
      'http.response.status_code': 200,
      'superoffice.attempt': 1,
      'superoffice.operation': 'GetChatSessionEntity',
      'superoffice.select_length': 'ChatSessionId,Status'.length,
      'superoffice.sent': true,
    });
    expect([operation?.status.code, attempt?.status.code]).toEqual([SpanStatusCode.UNSET, SpanStatusCode.UNSET]);
  });

  it('mark failures and retries', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 503, match: { id: '5' } });
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { id: '7' } });

    await gateway.query('{ a: chatSession(id: 5) { id } b: chatSession(id: 7) { id } }');

    const outcomes = spans
      .named(call)
      .map(({ attributes, status }) => [
        attributes['http.response.status_code'],
        attributes['superoffice.attempt'],
        attributes['error.type'],
        status.code === SpanStatusCode.ERROR,
      ]);
    expect(outcomes.sort()).toEqual([
      [200, 2, undefined, false],
      [403, 1, 'FORBIDDEN', true],
      [503, 1, 'UPSTREAM_UNAVAILABLE', true],
    ]);
    expect(gateway.emulator.requests).toHaveLength(3);
    const [operation] = spans.named('query');
    expect(operation?.attributes).toMatchObject({ 'superoffice.outcome': 'partial', 'error.type': 'FORBIDDEN' });
  });

  it('of a call that was not sent report it: the circuit is open', async () => {
    using spans = collectSpans();
    const settings = { BREAKER_MIN_CALLS: '1', UPSTREAM_RETRIES: '0', MAX_UPSTREAM_CONCURRENCY: '1' };
    await using gateway = await gatewayOnEmulator({}, { ...settings, BREAKER_WINDOW_MS: '1000' });
    gateway.emulator.injectFault({ kind: 'status', status: 503, times: Infinity });
    for (let id = 1; id <= 10; id += 1) await gateway.query(`{ chatSession(id: ${id}) { id } }`);

    const unsent = spans.named(call).filter(({ attributes }) => attributes['superoffice.sent'] === false);

    expect(unsent).toHaveLength(10 - gateway.emulator.requests.length);
    expect(unsent.at(-1)?.attributes).toMatchObject({ 'error.type': 'UPSTREAM_UNAVAILABLE' });
  });

  it('of a refused document end, too', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();

    await gateway.query('{ secretField }');

    expect(spans.tree()).toEqual(['GraphQL operation']);
    expect(spans.all()[0]?.attributes).toMatchObject({ 'error.type': 'GRAPHQL_VALIDATION_FAILED' });
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('of an operation that is refused for its size are named like others', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator({}, { MAX_ALIASES: '1' });

    await gateway.query('{ a: chatSession(id: 1) { id } b: chatSession(id: 2) { id } }');

    expect(spans.tree()).toEqual(['query']);
    expect(spans.all()[0]?.attributes).toMatchObject({ 'error.type': 'OPERATION_TOO_LARGE' });
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('contain no document, no values, no people, no tokens and no host', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();
    const document =
      'query Q($name: ID!) { aliased: chatSession(id: $name) { customerEmail customerName user { fullName } messages(last: 2) { message } } mine: chatSession(id: 7) { id } }';
    gateway.emulator.injectFault({ kind: 'status', status: 500, match: { id: '7' }, body: 'kaputt in the cellar' });

    const { data } = await gateway.query(document, { name: '192' }, { authorization: 'Bearer canary-token' });

    const allSpans = JSON.stringify(
      spans.all().map(({ name, attributes, events, links, status }) => [name, attributes, events, links, status]),
    );
    const { customerEmail, customerName, user, messages } = data.aliased;
    const secrets = [customerEmail, customerName, user.fullName, messages[0].message, 'canary-token', 'kaputt'];
    for (const text of [...secrets, 'aliased', 'customerEmail', '127.0.0.1', 'localhost', 'http:', '192'])
      expect(allSpans).not.toContain(text);
    expect(spans.all().length).toBeGreaterThan(4);
  });
});

describe('without an SDK', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const query = '{ chatSession(id: 192) { id } }';

  it('the trace of the request is continued upstream, as it came', async () => {
    await using gateway = await gatewayOnEmulator();
    const { data } = await gateway.query(query, {}, { authorization, traceparent, tracestate: 'vendor=1' });
    expect(data).toEqual({ chatSession: { id: '192' } });
    const sent = gateway.emulator.log.map(({ headers }) => [headers['traceparent'], headers['tracestate']]);
    expect(sent).toEqual([[traceparent, 'vendor=1']]);
    expect(gateway.log()).toContain('"traceId":"0af7651916cd43dd8448eb211c80319c"');
  });

  it.each([{}, { traceparent: 'no-trace' }])('a request in no trace begins none: %j', async (headers) => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(query, {}, { authorization, ...headers });
    expect(gateway.emulator.log.map((request) => request.headers['traceparent'])).toEqual([undefined]);
    expect(gateway.log()).not.toContain('traceId');
  });
});
