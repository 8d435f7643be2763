/** What a watch of webhooks has shown. No finding repeats a value of a session. */
import type { ProbeResult, Status } from '../probe.js';
import type { ReceivedWebhook } from './webhook-receiver.js';

/** What a session was like at one moment. */
export interface SessionRead {
  readonly sessionId: string;
  readonly atMs: number;
  /** Read when a webhook arrived; false: later. */
  readonly isOnArrival: boolean;
  readonly status: string | null;
  /** The id of the associate; null: no one is assigned. */
  readonly agent: string | null;
  readonly idle: string | null;
}

export interface Watched {
  readonly isRegistered: boolean;
  /** SuperOffice has counted errors of the webhook. */
  readonly hasErrors: boolean;
  /** In the order of their arrival, with test events. */
  readonly webhooks: readonly ReceivedWebhook[];
  readonly reads: readonly SessionRead[];
}

interface Finding<Text extends string> extends Pick<ProbeResult, 'id' | 'title'> {
  readonly setting?: string;
  readonly advice: Readonly<Record<Text, string>>;
  /** @returns a text of `advice`, or another one with its own advice */
  judge(watched: Watched): readonly [Status, NoInfer<Text>] | readonly [Status, text: string, advice: string];
}

const finding =
  <Text extends string>({ id, title, setting, advice, judge }: Finding<Text>) =>
  (watched: Watched): ProbeResult => {
    const [status, text, own] = judge(watched);
    const texts: Readonly<Record<string, string>> = advice;
    return { id, title, setting: setting ?? null, status, text, advice: own ?? texts[text] ?? '' };
  };

const notSeen = 'Nothing of it happened during the watch: repeat it with more chats, or for longer.';

/** Without test events. */
const allOfSessions = ({ webhooks }: Watched): readonly ReceivedWebhook[] =>
  webhooks.filter(({ kind }) => kind !== null);

/** Without repeated ones. */
function ofSessions(watched: Watched): readonly ReceivedWebhook[] {
  const seen = new Set<string>();
  return allOfSessions(watched).filter(({ eventId }) => eventId === null || (!seen.has(eventId) && seen.add(eventId)));
}

interface Change {
  readonly before: SessionRead;
  readonly after: SessionRead;
}

/** How sessions changed between two reads of them. */
function changesOf({ reads }: Watched): readonly Change[] {
  const last = new Map<string, SessionRead>();
  return reads.flatMap((after) => {
    const before = last.get(after.sessionId);
    last.set(after.sessionId, after);
    const isSame = before?.status === after.status && before.agent === after.agent && before.idle === after.idle;
    return before === undefined || isSame ? [] : [{ before, after }];
  });
}

/** How far apart a change and its webhook are seen. */
const [earlierMs, laterMs] = [1_000, 3_000];

/** Whether something of a session, which has a time, may belong to a change. */
const isNear = ({ before, after }: Change, { sessionId, atMs }: Pick<ReceivedWebhook, 'sessionId' | 'atMs'>): boolean =>
  sessionId === after.sessionId && atMs >= before.atMs - earlierMs && atMs <= after.atMs + laterMs;

type Reported = 'fires' | 'does not fire' | 'not seen';

/** Whether `chatsession.changed` came for each of these changes. */
function reported(watched: Watched, changes: readonly Change[]): readonly [Status, Reported] {
  if (changes.length === 0) return ['unknown', 'not seen'];
  const changed = watched.webhooks.filter(({ kind }) => kind === 'changed');
  const fires = changes.every((change) => changed.some((webhook) => isNear(change, webhook)));
  return ['fine', fires ? 'fires' : 'does not fire'];
}

const isOfStatus = ({ before, after }: Change): boolean => before.status !== after.status;

const active = new Set(['UserLast', 'CustomerLast']);

const registration = finding({
  id: 'webhook-registration',
  title: 'a webhook of these credentials, with a test event',
  advice: {
    accepted: 'The webhook was registered, and has been deleted.',
    'without access':
      'The test event arrived, and SuperOffice refuses the webhook: see the rights of the user and of the app.',
    refused:
      'No test event arrived: the URL does not lead here by https, or the user or the app may not have webhooks.',
  },
  judge: ({ isRegistered, webhooks }) => {
    if (isRegistered) return ['fine', 'accepted'];
    return ['decide', webhooks.length > 0 ? 'without access' : 'refused'];
  },
});

const signature = finding({
  id: 'webhook-key',
  title: 'the key of the signature',
  setting: 'WEBHOOK_SECRET',
  advice: {
    text: 'The characters of the secret are the key, as the gateway expects.',
    base64: 'The secret is decoded: the gateway refuses such webhooks. Set LIVE_SOURCE=polling, and report it.',
    neither: 'Nothing that is known signs the webhooks. Set LIVE_SOURCE=polling, and report it.',
    'not seen': notSeen,
  },
  judge: ({ webhooks }) => {
    const keys = new Set(webhooks.map(({ key }) => key));
    if (keys.size === 0) return ['unknown', 'not seen'];
    if (keys.has('text')) return ['fine', 'text'];
    return ['decide', keys.has('base64') ? 'base64' : 'neither'];
  },
});

const statusCode = finding({
  id: 'webhook-status',
  title: 'the first webhook is answered with 204',
  advice: {
    success: 'Other statuses than 200 are a success, too. The gateway always sends 200.',
    error: 'Only 200 is a success, which the gateway always sends: a proxy before it must not change the status.',
    'not seen': notSeen,
  },
  judge: (watched) => {
    const [first, ...others] = allOfSessions(watched);
    if (first === undefined) return ['unknown', 'not seen'];
    const isRepeated = others.some(({ eventId }) => eventId !== null && eventId === first.eventId);
    return ['fine', isRepeated || watched.hasErrors ? 'error' : 'success'];
  },
});

const fields = finding({
  id: 'webhook-fields',
  title: 'FieldValues of chatsession.changed and chatsession.message',
  advice: {
    sent: 'Webhooks name the topic: those of other topics cost no read.',
    none: 'Webhooks do not name the topic: each costs a read of the lists that may have the session.',
    'not seen': notSeen,
  },
  judge: (watched) => {
    const later = ofSessions(watched).filter(({ kind }) => kind !== 'created');
    if (later.length === 0) return ['unknown', 'not seen'];
    return ['fine', later.some(({ hasFields }) => hasFields) ? 'sent' : 'none'];
  },
});

const statusChange = finding({
  id: 'webhook-reply',
  title: 'chatsession.changed between UserLast and CustomerLast',
  advice: {
    fires: 'Each message costs a read of the lists: allow more of LIVE_CALLS_PER_MINUTE, or fewer streams of lists.',
    'does not fire': 'Messages do not wake lists, except by their own webhook.',
    'not seen': notSeen,
  },
  judge: (watched) => {
    const isReply = ({ before, after }: Change): boolean =>
      [before, after].every(({ status }) => status !== null && active.has(status));
    return reported(
      watched,
      changesOf(watched).filter((change) => isOfStatus(change) && isReply(change)),
    );
  },
});

const isTransfer = ({ before, after }: Change): boolean =>
  before.agent !== null && after.agent !== null && before.agent !== after.agent;

const transfer = finding({
  id: 'webhook-transfer',
  title: 'chatsession.changed when another agent gets a session',
  setting: 'LIVE_SAFETY_SECONDS',
  advice: {
    fires: 'Transfers arrive at once.',
    'does not fire':
      'Transfers arrive when the gateway looks for changes that were not reported: choose LIVE_SAFETY_SECONDS for it.',
    'not seen': notSeen,
  },
  judge: (watched) => {
    const changes = changesOf(watched);
    const ofStatus = changes.filter(isOfStatus);
    // Where the status changed at about the same time, its webhook would be taken for that of the transfer.
    const isAlone = (change: Change): boolean => !ofStatus.some(({ after }) => isNear(change, after));
    return reported(
      watched,
      changes.filter((change) => isTransfer(change) && isAlone(change)),
    );
  },
});

const commit = finding({
  id: 'webhook-commit',
  title: 'the session, read when its webhook arrives and two seconds later',
  advice: {
    committed: 'The change could be read when its webhook arrived.',
    overtaken:
      'A webhook can arrive before its change can be read: the gateway reads again where it sees no difference.',
    'not seen': notSeen,
  },
  judge: (watched) => {
    const changes = changesOf(watched).filter(
      ({ before, after }) => before.status !== after.status || before.idle !== after.idle,
    );
    const isAnnounced = ({ before, after }: Change): boolean =>
      ofSessions(watched).some(
        ({ sessionId, atMs }) => sessionId === after.sessionId && atMs > before.atMs && atMs <= after.atMs,
      );
    if (changes.some((change) => change.before.isOnArrival && !isAnnounced(change))) return ['fine', 'overtaken'];
    return changes.length === 0 ? ['unknown', 'not seen'] : ['fine', 'committed'];
  },
});

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const delay = finding({
  id: 'webhook-delay',
  title: 'from the Timestamp of a webhook to its arrival',
  advice: { 'not seen': notSeen },
  judge: (watched) => {
    const delays = ofSessions(watched)
      .flatMap(({ sentAtMs, atMs }) => (sentAtMs === null ? [] : [atMs - sentAtMs]))
      .sort((one, other) => one - other);
    const [median, longest] = [delays[Math.floor(delays.length / 2)], delays.at(-1)];
    if (median === undefined || longest === undefined) return ['unknown', 'not seen'];
    const advice =
      'Streams are behind by this, and by LIVE_INTERVAL_MS. The clocks may differ: see the finding "clock".';
    return ['fine', `median ${seconds(median)}, longest ${seconds(longest)}`, advice];
  },
});

const order = finding({
  id: 'webhook-order',
  title: 'the order of webhooks of one session',
  advice: {
    kept: 'They arrived in the order of their Timestamp.',
    'not kept': 'They arrived in another order: the gateway reads the session, and does not depend on the order.',
    'not seen': notSeen,
  },
  judge: (watched) => {
    const latest = new Map<string, number>();
    let [pairs, turned] = [0, 0];
    for (const { sessionId, sentAtMs } of ofSessions(watched)) {
      const before = latest.get(sessionId);
      if (before !== undefined && sentAtMs !== null) pairs += 1;
      if (before !== undefined && sentAtMs !== null && sentAtMs < before) turned += 1;
      if (sentAtMs !== null) latest.set(sessionId, Math.max(sentAtMs, before ?? 0));
    }
    if (pairs === 0) return ['unknown', 'not seen'];
    return ['fine', turned === 0 ? 'kept' : 'not kept'];
  },
});

const findings = [registration, signature, statusCode, fields, statusChange, transfer, commit, delay, order];

/** Where the webhook was refused, only that is a finding. */
export const webhookFindings = (watched: Watched): readonly ProbeResult[] =>
  (watched.isRegistered ? findings : [registration]).map((judge) => judge(watched));
