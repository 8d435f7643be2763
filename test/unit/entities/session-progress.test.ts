/**
 * Computed fields of a session: how long it waited and took, whether it waits or is open, whether the customer is gone.
 */
import { describe, expect, it } from '@jest/globals';
import { chatSessionFields } from '../../../src/entities/chat-session.js';
import type { ReadContext } from '../../../src/entities/read-context.js';
import type { Clock } from '../../../src/base/clock.js';
import { systemClock } from '../../../src/base/clock.js';
import { failures } from '../../support/conversation-records.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';
import { readingIn, thrownBy, wholeView } from '../../support/readings.js';

const now = '2020-01-01T12:00:00Z';

type Derived = 'waitSeconds' | 'durationSeconds' | 'isWaiting' | 'isOpen' | 'isCustomerGone';

/** The field of a session with only these properties, at noon on 1 January 2020 in UTC. */
function derived(field: Derived, record: Readonly<Record<string, unknown>>, more: Partial<ReadContext> = {}): unknown {
  const { baseTimeZone = 'UTC', ...others } = more;
  const reading = readingIn(baseTimeZone, { nowMs: Date.parse(now), ...others });
  return chatSessionFields[field].read(wholeView(record), reading, {});
}

const noDates = [
  null,
  undefined,
  '',
  '0001-01-01T00:00:00',
  '0001-01-01T00:00:00Z',
  '0001-01-01T01:00:00+01:00',
  '1753-01-01T00:00:00',
  '1760-01-01T00:00:00Z',
  '9999-12-31T23:59:59',
];

describe('the statuses', () => {
  it.each([
    ['PreChatForm', false, true],
    ['Faq', false, true],
    ['OfflineForm', false, true],
    ['InQueue', true, true],
    ['CustomerLast', false, true],
    ['UserLast', false, true],
    ['Finished', false, false],
    ['Deleted', false, false],
    ['Closed', false, false],
    ['RequestPosted', false, false],
    ['ClosedFromQueue', false, false],
    ['Invalid', null, null],
    ['ClosedByRobot', null, null],
    ['inqueue', null, null],
    ['', null, null],
    [null, null, null],
    [undefined, null, null],
  ])('%p: isWaiting is %p, isOpen is %p', (status, isWaiting, isOpen) => {
    expect([derived('isWaiting', { Status: status }), derived('isOpen', { Status: status })]).toEqual([
      isWaiting,
      isOpen,
    ]);
  });

  it('that are not published are reported under their own name', () => {
    const reading = readingIn('UTC');

    chatSessionFields.isWaiting.read(wholeView({ Status: 'ClosedByRobot' }), reading, {});

    expect(reading.reported).toEqual(['ChatSessionStatus: ClosedByRobot']);
  });
});

describe('waitSeconds', () => {
  const requested = '2020-01-01T11:58:00Z';
  const started = '2020-01-01T11:58:30Z';
  const ended = '2020-01-01T11:59:00Z';

  it.each([
    ['until an agent took it', { WhenRequested: requested, WhenStarted: started }, 30],
    [
      'until an agent took it, though it is over',
      { WhenRequested: requested, WhenStarted: started, WhenEnded: ended },
      30,
    ],
    ['until it ended without one', { WhenRequested: requested, WhenStarted: null, WhenEnded: ended }, 60],
    ['until now', { WhenRequested: requested }, 120],
    ['not at all', { WhenRequested: requested, WhenStarted: requested }, 0],
  ])('counts %s', (_what, record, seconds) => {
    expect(derived('waitSeconds', record)).toBe(seconds);
  });

  it.each(noDates)('treats %p as no date', (noDate) => {
    expect(derived('waitSeconds', { WhenRequested: noDate, WhenStarted: started })).toBeNull();
    expect(derived('waitSeconds', { WhenRequested: requested, WhenStarted: noDate, WhenEnded: ended })).toBe(60);
    expect(derived('waitSeconds', { WhenRequested: requested, WhenStarted: noDate, WhenEnded: noDate })).toBe(120);
  });

  it('counts whole seconds, rounded down', () => {
    const record = { WhenRequested: '2020-01-01T11:59:58.0000001Z', WhenStarted: '2020-01-01T11:59:59.9999999Z' };

    expect(derived('waitSeconds', record)).toBe(1);
  });

  it.each([
    ['in other offsets', '2020-01-01T12:58:00+01:00', '2020-01-01T06:58:30-05:00', 30],
    ['in an offset without a colon', '2020-01-01T12:58:00+0100', '2020-01-01T11:58:30Z', 30],
  ])('compares instants in any spelling: %s', (_what, from, to, seconds) => {
    expect(derived('waitSeconds', { WhenRequested: from, WhenStarted: to })).toBe(seconds);
  });

  it.each([
    ['UTC', '2020-01-01T11:59:00', 60],
    ['Europe/Oslo', '2020-01-01T12:59:00', 60],
    ['America/New_York', '2020-01-01T06:59:00', 60],
    ['Asia/Kolkata', '2020-01-01T17:29:00', 60],
  ])('reads a date without a zone in the base zone %s', (baseTimeZone, requestedThere, seconds) => {
    expect(derived('waitSeconds', { WhenRequested: requestedThere }, { baseTimeZone })).toBe(seconds);
  });

  it('counts across the change to summer time', () => {
    const record = { WhenRequested: '2020-03-29T01:59:00', WhenStarted: '2020-03-29T03:01:00' };

    expect(derived('waitSeconds', record, { baseTimeZone: 'Europe/Oslo' })).toBe(120);
  });

  it('is null where the seconds are no 32-bit integer', () => {
    expect(derived('waitSeconds', { WhenRequested: '1900-01-01T00:00:00' })).toBeNull();
    expect(derived('durationSeconds', { WhenStarted: '1850-01-01T00:00:00' })).toBeNull();
  });

  it('is never negative, even if SuperOffice’s clock is ahead or its dates are contradictory', () => {
    expect(derived('waitSeconds', { WhenRequested: '2020-01-01T12:00:05Z' })).toBe(0);
    expect(derived('waitSeconds', { WhenRequested: started, WhenStarted: requested })).toBe(0);
  });
});

describe('durationSeconds', () => {
  const started = '2020-01-01T11:59:00Z';

  it.each([
    ['until it ended', { WhenStarted: started, WhenEnded: '2020-01-01T11:59:45.9Z' }, 45],
    ['until now', { WhenStarted: started, WhenEnded: null }, 60],
    ['from nothing where no agent took it', { WhenRequested: started, WhenEnded: now }, null],
  ])('counts %s', (_what, record, seconds) => {
    expect(derived('durationSeconds', record)).toBe(seconds);
  });

  it.each(noDates)('treats %p as no date', (noDate) => {
    expect(derived('durationSeconds', { WhenStarted: noDate, WhenEnded: now })).toBeNull();
    expect(derived('durationSeconds', { WhenStarted: started, WhenEnded: noDate })).toBe(60);
  });

  it('is never negative, even if SuperOffice’s clock is ahead', () => {
    expect(derived('durationSeconds', { WhenStarted: '2020-01-01T12:00:01Z' })).toBe(0);
  });
});

describe('isCustomerGone', () => {
  it.each([
    ['2020-01-01T11:59:00.000Z', false],
    ['2020-01-01T11:58:59.999Z', true],
    ['2020-01-01T12:00:00Z', false],
    ['2020-01-01T12:05:00Z', false],
    ['2010-01-01T12:00:00Z', true],
  ])('after %s, with a threshold of sixty seconds: %p', (fetched, isGone) => {
    expect(derived('isCustomerGone', { WhenFetched: fetched })).toBe(isGone);
  });

  it.each([
    [30_000, true],
    [31_000, false],
  ])('uses the configured threshold: %i ms', (customerGoneAfterMs, isGone) => {
    expect(derived('isCustomerGone', { WhenFetched: '2020-01-01T11:59:29Z' }, { customerGoneAfterMs })).toBe(isGone);
  });

  it.each(noDates)('is unknown where the browser never polled: %p', (noDate) => {
    expect(derived('isCustomerGone', { WhenFetched: noDate })).toBeNull();
  });

  it('reads a date without a zone in the base zone', () => {
    const baseTimeZone = 'Europe/Oslo';

    expect(derived('isCustomerGone', { WhenFetched: '2020-01-01T12:59:30' }, { baseTimeZone })).toBe(false);
    expect(derived('isCustomerGone', { WhenFetched: '2020-01-01T12:58:30' }, { baseTimeZone })).toBe(true);
  });
});

describe('values of another kind', () => {
  it.each<readonly [Derived, string, unknown, string]>([
    ['waitSeconds', 'WhenRequested', 'secret-text', 'a date'],
    ['durationSeconds', 'WhenStarted', 1577880000, 'a date'],
    ['isCustomerGone', 'WhenFetched', { date: 'secret-text' }, 'a date'],
    ['isWaiting', 'Status', 4, 'the name of an enum member'],
    ['isOpen', 'Status', true, 'the name of an enum member'],
  ])('%s refuses %s of %j and does not repeat it', (field, property, value, expectation) => {
    const { code, detail } = thrownBy(() => derived(field, { [property]: value }));

    expect([code, detail]).toEqual(['UPSTREAM_INVALID_RESPONSE', `a value is not ${expectation}`]);
  });
});

describe('through the gateway', () => {
  const clock: Clock = { now: () => Date.parse(now), monotonicMs: () => systemClock.monotonicMs() };
  const session = {
    ChatSessionId: 5,
    Status: 'CustomerLast',
    WhenRequested: '2020-01-01T12:50:00',
    WhenStarted: '2020-01-01T12:50:40',
    WhenEnded: '0001-01-01T00:00:00',
    WhenFetched: '2020-01-01T12:59:21',
  } as const;
  const settings = { SUPEROFFICE_TIME_ZONE: 'Europe/Oslo', CUSTOMER_GONE_SECONDS: '39' };

  it.each([
    ['waitSeconds', 40, 'ChatSessionId,WhenEnded,WhenRequested,WhenStarted'],
    ['durationSeconds', 560, 'ChatSessionId,WhenEnded,WhenStarted'],
    ['isWaiting', false, 'ChatSessionId,Status'],
    ['isOpen', true, 'ChatSessionId,Status'],
    ['isCustomerGone', false, 'ChatSessionId,WhenFetched'],
  ])('%s is %p, and requires no more than it selects', async (field, value, select) => {
    await using gateway = await gatewayOnEmulator({}, settings, clock);
    gateway.emulator.putSession(session);

    const { data, errors } = await gateway.query(`{ chatSession(id: 5) { ${field} } }`);

    expect({ data, errors }).toEqual({ data: { chatSession: { [field]: value } }, errors: undefined });
    expect(gateway.emulator.requests).toEqual([`GetChatSessionEntity 5 $select=${select}`]);
  });

  it('all fields of one response use the same time', async () => {
    let nowMs = Date.parse(now);
    const hasty: Clock = { ...clock, now: () => (nowMs += 1000) };
    await using gateway = await gatewayOnEmulator({}, settings, hasty);
    gateway.emulator.putSession({ ...session, WhenStarted: null });
    gateway.emulator.putSession({ ...session, ChatSessionId: 6, WhenStarted: null });

    const { data, errors } = await gateway.query('{ chatSessions(ids: [5, 6]) { waitSeconds again: waitSeconds } }');

    const [{ waitSeconds }] = data.chatSessions;
    expect(errors).toBeUndefined();
    expect(data.chatSessions).toEqual(Array.from({ length: 2 }, () => ({ waitSeconds, again: waitSeconds })));
    expect(waitSeconds).toBeGreaterThan(600);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('one that cannot be computed leaves the others', async () => {
    await using gateway = await gatewayOnEmulator({}, settings, clock);
    gateway.emulator.putSession({ ...session, WhenRequested: 'yesterday' });

    const { data, errors } = await gateway.query('{ chatSession(id: 5) { waitSeconds durationSeconds isOpen } }');

    expect([data.chatSession, failures(errors)]).toEqual([
      { waitSeconds: null, durationSeconds: 560, isOpen: true },
      ['chatSession.waitSeconds: UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 5 $select=ChatSessionId,Status,WhenEnded,WhenRequested,WhenStarted',
    ]);
  });
});
