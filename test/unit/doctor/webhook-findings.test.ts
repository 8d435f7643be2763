/** What the doctor finds where SuperOffice behaves in another way than the emulator. */
import { describe, expect, it } from '@jest/globals';
import { webhookFindings, type SessionRead, type Watched } from '../../../src/doctor/webhooks/webhook-findings.js';
import type { ReceivedWebhook } from '../../../src/doctor/webhooks/webhook-receiver.js';

const webhook = (atMs: number, more: Partial<ReceivedWebhook> = {}): ReceivedWebhook => ({
  ...{ kind: 'message', sessionId: '1', eventId: `e${atMs}`, sentAtMs: atMs, atMs, hasFields: false, key: 'text' },
  ...more,
});

const read = (atMs: number, more: Partial<SessionRead> = {}): SessionRead => ({
  ...{ sessionId: '1', atMs, isOnArrival: true, status: 'UserLast', agent: '7', idle: null },
  ...more,
});

function seen(watched: Partial<Watched>): Readonly<Record<string, readonly [string, string]>> {
  const all = { isRegistered: true, hasErrors: false, webhooks: [], reads: [], ...watched };
  return Object.fromEntries(webhookFindings(all).map(({ id, status, text }) => [id, [status, text]]));
}

describe('the findings about webhooks', () => {
  it('where nothing arrived, know only that the webhook was accepted', () => {
    const { 'webhook-registration': registration, ...others } = seen({});
    expect(registration).toEqual(['fine', 'accepted']);
    expect(new Set(Object.values(others).map((each) => each.join()))).toEqual(new Set(['unknown,not seen']));
  });

  it('where it was refused, are only that: before or after the test event', () => {
    const test = webhook(0, { kind: null, sessionId: '' });
    expect(seen({ isRegistered: false })).toEqual({ 'webhook-registration': ['decide', 'refused'] });
    expect(seen({ isRegistered: false, webhooks: [test] })).toEqual({
      'webhook-registration': ['decide', 'without access'],
    });
  });

  it.each(['base64', 'neither'] as const)('a key of another kind needs a decision: %s', (key) => {
    expect(seen({ webhooks: [webhook(0, { key })] })['webhook-key']).toEqual(['decide', key]);
  });

  it.each([
    ['neither repeated nor counted', {}, [webhook(0), webhook(1)], 'success'],
    ['counted', { hasErrors: true }, [webhook(0)], 'error'],
    ['repeated', {}, [webhook(0), webhook(1_000, { eventId: 'e0' })], 'error'],
  ])('a first webhook that is %s: 204 is a %s', (_what, more, webhooks, text) => {
    expect(seen({ ...more, webhooks })['webhook-status']).toEqual(['fine', text]);
  });

  it('FieldValues of the creation say nothing of the others', () => {
    const created = webhook(0, { kind: 'created', hasFields: true });
    expect(seen({ webhooks: [created] })['webhook-fields']).toEqual(['unknown', 'not seen']);
    expect(seen({ webhooks: [created, webhook(1)] })['webhook-fields']).toEqual(['fine', 'none']);
    expect(seen({ webhooks: [webhook(1, { hasFields: true })] })['webhook-fields']).toEqual(['fine', 'sent']);
  });

  it('a reply without chatsession.changed is one that does not fire; one of another session does not count', () => {
    const reads = [read(0), read(10_000, { status: 'CustomerLast' })];
    const changed = webhook(10_000, { kind: 'changed' });
    const reply = (webhooks: readonly ReceivedWebhook[]) => seen({ webhooks, reads })['webhook-reply'];
    expect(reply([webhook(10_000)])).toEqual(['fine', 'does not fire']);
    expect(reply([{ ...changed, sessionId: '2' }])).toEqual(['fine', 'does not fire']);
    expect(reply([changed])).toEqual(['fine', 'fires']);
  });

  it('a transfer is judged by itself, not where the status has changed at the same time', () => {
    const transferred = [read(0), read(10_000, { agent: '8' })];
    const changed = webhook(10_000, { kind: 'changed' });
    expect(seen({ webhooks: [changed], reads: transferred })['webhook-transfer']).toEqual(['fine', 'fires']);
    expect(seen({ webhooks: [], reads: transferred })['webhook-transfer']).toEqual(['fine', 'does not fire']);
    const replied = [...transferred, read(12_000, { agent: '8', status: 'CustomerLast' })];
    expect(seen({ webhooks: [changed], reads: replied })['webhook-transfer']).toEqual(['unknown', 'not seen']);
  });

  it('webhooks of several sessions have no order; repeated ones do not count', () => {
    const early = { sentAtMs: 0 };
    const order = (webhooks: readonly ReceivedWebhook[]) => seen({ webhooks })['webhook-order'];
    expect(order([webhook(5), webhook(6, { ...early, sessionId: '2' })])).toEqual(['unknown', 'not seen']);
    expect(order([webhook(5), webhook(6, early)])).toEqual(['fine', 'not kept']);
    expect(order([webhook(1), webhook(5), webhook(6, { ...early, eventId: 'e1' })])).toEqual(['fine', 'kept']);
  });

  it('a later read that differs without another webhook was overtaken; with one it was not', () => {
    const reads = [read(0, { idle: 'a' }), read(2_000, { idle: 'b', isOnArrival: false })];
    expect(seen({ webhooks: [webhook(0)], reads })['webhook-commit']).toEqual(['fine', 'overtaken']);
    expect(seen({ webhooks: [webhook(0), webhook(1_000)], reads })['webhook-commit']).toEqual(['fine', 'committed']);
  });
});
