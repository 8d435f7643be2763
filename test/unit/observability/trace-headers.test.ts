/** W3C Trace Context as sent: incoming headers, those forwarded to SuperOffice, and what they must not affect. */
import { describe, expect, it } from '@jest/globals';
import { principalKeys } from '../../../src/superoffice/principal-key.js';
import { collectSpans } from '../../support/collected-spans.js';
import { authorization, gatewayAt, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';
import { sessionAnswer } from '../../support/raw-answers.js';
import { scriptedUpstream, write } from '../../support/scripted-upstream.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
const query = '{ chatSession(id: 5) { id } }';

/** The headers that SuperOffice received. */
const sentOn = ({ emulator }: GatewayWithEmulator) => {
  const { traceparent: parent, tracestate } = emulator.log[0]?.headers ?? {};
  return { parent, tracestate };
};

describe('without an SDK', () => {
  it.each([
    ['sampled', traceparent],
    ['not sampled', `00-${traceId}-00f067aa0ba902b7-00`],
    ['flags of later levels', `00-${traceId}-00f067aa0ba902b7-03`],
  ])('a traceparent is forwarded unchanged: %s', async (_what, header) => {
    await using gateway = await gatewayOnEmulator();
    const tracestate = 'rojo=00f067aa0ba902b7,congo=t61rcWkgMzE';
    await gateway.query(query, {}, { authorization, traceparent: header, tracestate });
    expect(sentOn(gateway)).toEqual({ parent: header, tracestate });
  });

  it('one of a later version is forwarded in our version', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(query, {}, { authorization, traceparent: traceparent.replace(/^00/, 'cc') + '-more' });
    expect(sentOn(gateway).parent).toBe(traceparent);
  });

  it('no header is created for a request without one, and a tracestate alone is ignored', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(query, {}, { authorization, tracestate: 'rojo=1' });
    expect(sentOn(gateway)).toEqual({ parent: undefined, tracestate: undefined });
  });

  it.each([
    ['words', 'hello'],
    ['zeros for the trace', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['zeros for the parent', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['the forbidden version', traceparent.replace(/^00/, 'ff')],
    ['capitals', traceparent.toUpperCase()],
    ['more than version 00 has', `${traceparent}-more`],
    ['too short', traceparent.slice(0, -1)],
    ['two of them', `${traceparent}, ${traceparent}`],
    ['a tab in it', `${traceparent}-\tx`],
    ['beyond ASCII', `${traceparent}-\xe9`],
    ['very long', `cc${traceparent.slice(2)}-${'x'.repeat(4000)}`],
  ])('%s is not forwarded, and the query succeeds', async (_what, header) => {
    await using gateway = await gatewayOnEmulator();
    const { data } = await gateway.query(query, {}, { authorization, traceparent: header });
    expect(data).toEqual({ chatSession: { id: '5' } });
    expect(sentOn(gateway).parent).toBeUndefined();
  });

  it('invalid members of tracestate are omitted', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(query, {}, { authorization, traceparent, tracestate: 'good=1,UPPER=2,k=a\tb,\xe9=3' });
    expect(sentOn(gateway)).toEqual({ parent: traceparent, tracestate: 'good=1' });
  });
});

describe('with an SDK', () => {
  it("the caller's trace continues: its span is the operation's parent, and the call's span is SuperOffice's", async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();

    await gateway.query(query, {}, { authorization, traceparent, tracestate: 'rojo=1' });

    const [operation] = spans.named('query');
    const [attempt] = spans.named('POST GetChatSessionEntity');
    expect(operation?.parentSpanContext).toMatchObject({ traceId, spanId: '00f067aa0ba902b7', isRemote: true });
    expect(sentOn(gateway)).toEqual({
      parent: `00-${traceId}-${attempt?.spanContext().spanId}-01`,
      tracestate: 'rojo=1',
    });
  });

  it('a request without a trace starts one, and each attempt has its own span in it', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 503 });

    await gateway.query(query);

    const ofCalls = spans.named('POST GetChatSessionEntity').map((span) => span.spanContext());
    const trace = spans.named('query')[0]?.spanContext().traceId;
    expect(ofCalls.map((span) => span.traceId)).toEqual([trace, trace]);
    expect(gateway.emulator.log.map(({ headers }) => headers['traceparent'])).toEqual(
      ofCalls.map(({ spanId }) => `00-${trace}-${spanId}-01`),
    );
  });

  it('a trace that the caller does not sample is not collected, and SuperOffice receives the flag', async () => {
    using spans = collectSpans();
    await using gateway = await gatewayOnEmulator();

    await gateway.query(query, {}, { authorization, traceparent: `00-${traceId}-00f067aa0ba902b7-00` });

    expect(spans.all()).toEqual([]);
    expect(sentOn(gateway).parent).toMatch(new RegExp(`^00-${traceId}-[\\da-f]{16}-00$`));
  });
});

describe('a trace is of a request, not of a caller', () => {
  const headers = { authorization, 'accept-language': 'en' };
  const traced = { ...headers, traceparent, tracestate: 'rojo=1' };

  it("it is not part of the principal's key", async () => {
    const keyOf = (forwarded: Record<string, string>): string =>
      principalKeys({ headers: forwarded }, 'http://x', 'y').principal;
    expect(keyOf(traced)).toBe(keyOf(headers));
    expect(keyOf({ ...traced, authorization: 'Bearer other' })).not.toBe(keyOf(headers));
  });

  it('it needs no new connection: the next request of the caller reuses it, another caller does not', async () => {
    await using upstream = await scriptedUpstream(({ id }) => [write(sessionAnswer(id))]);
    await using gateway = await gatewayAt(upstream.url);
    const ask = (sent: Record<string, string>) => gateway.query('{ chatSession(id: 13) { id } }', {}, sent);

    for (const sent of [headers, traced, { ...traced, authorization: 'Bearer other' }]) await ask(sent);

    expect(upstream.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });
});
