/** Probes for whether SuperOffice responds and accepts the credentials, its version and clock, and a session to look at. */
import { reads } from '../../catalog/catalog.js';
import { isRecordId } from '../../superoffice/record-ids.js';
import { notSent, recordIn, recordsIn, valueAt, type ProbeTarget } from '../probe-client.js';
import { probe, type ProbeRequest, type ResponseTo } from '../probe.js';

export const apiPage: ProbeRequest = {
  purpose: 'reachability, version and clock (without credentials)',
  operation: null,
  headers: { authorization: null, 'so-apptoken': null },
  content: () => ({ query: '' }),
};

export const ownSessions: ProbeRequest = {
  purpose: 'credentials, and a session to look at',
  operation: reads.mySessions,
  content: (_, { sessionId }) => (sessionId === null ? { query: '$select=ChatSessionId,Contact/ContactId' } : null),
};

/** The session that was named, or one of the caller's own, best one with a company; null: there is none. */
export function sessionIdOf(responseTo: ResponseTo, { sessionId }: ProbeTarget): string | null {
  if (sessionId !== null) return sessionId;
  const usable = recordsIn(responseTo(ownSessions)).filter(({ ChatSessionId: id }) => isRecordId(id));
  const best = usable.find((record) => isRecordId(valueAt(record, 'Contact/ContactId'))) ?? usable[0];
  return best === undefined ? null : String(best['ChatSessionId']);
}

export const sessionQuery = (id: string, select: string): string =>
  `${reads.chatSession.id?.name}=${id}&$select=${select}`;

export const sessionRequest = (
  purpose: string,
  select: string,
  headers: ProbeRequest['headers'] = {},
): ProbeRequest => ({
  purpose,
  operation: reads.chatSession,
  headers,
  content: (responseTo, target) => {
    const id = sessionIdOf(responseTo, target);
    return id === null ? null : { query: sessionQuery(id, select) };
  },
});

/** Texts that SuperOffice keeps in several languages, as far as every version has them; none is about a person. */
export const translatedTexts = [
  ...['Contact/BusinessName', 'Contact/CategoryName', 'Contact/CountryName', 'Project/Status', 'Project/Type'],
  ...['Sale/SaleTypeName', 'Ticket/CategoryName', 'Ticket/TicketStatusDisplayValue'],
];

export const wholeSession = sessionRequest(
  'credentials, unselected properties, flags, dates, texts in SUPEROFFICE_LANGUAGE',
  ['ChatSessionId', 'Contact/ContactId', 'Flags', ...translatedTexts, 'WhenEnded', 'WhenIdle'].sort().join(),
);

export const reachability = probe({
  id: 'reachability',
  title: 'the page of the API, without credentials',
  setting: 'SUPEROFFICE_URL',
  requests: [apiPage],
  advice: {
    responds: 'SuperOffice responds at this address.',
    unreachable: 'Nothing responds: look at the address, the network, and the certificate (SUPEROFFICE_CA_FILE).',
    moved: 'The tenant is at another host by now (status 421): take the address that SuperOffice names today.',
    unavailable: 'Something responds that it is out of order: see whether SuperOffice is in maintenance.',
    'not SuperOffice':
      'Something else responds: the address must lead to the tenant, with its /Cust12345 if it is online.',
  },
  judge: ([page]) => {
    const { status } = page;
    if (status === null) return ['decide', 'unreachable'];
    if (status === 421) return ['decide', 'moved'];
    if (status >= 500 || status === 429) return ['decide', 'unavailable'];
    return recordIn(page) === null ? ['decide', 'not SuperOffice'] : ['fine', 'responds'];
  },
});

/** Nothing that could be more than a version is repeated. */
const versionText = /^[\w .-]{1,48}$/;

export const version = probe({
  id: 'version',
  title: 'the page of the API',
  requests: [apiPage],
  advice: { 'not reported': 'The page of the API reports no version.' },
  judge: ([page]) => {
    const texts = ['NetServerVersion', 'Version', 'ReleaseName'].map((name) => valueAt(page.value, name));
    const versions = texts.filter((text) => typeof text === 'string').filter((text) => versionText.test(text));
    if (versions.length === 0) return ['unknown', 'not reported'];
    const advice = 'Servers are upgraded every few weeks: run this again after an upgrade, and restart the gateway.';
    return ['fine', versions.join(', '), advice];
  },
});

const toleratedSeconds = 30;

export const clock = probe({
  id: 'clock',
  title: 'the Date of the response',
  requests: [apiPage],
  advice: { 'not reported': 'The response has no Date.' },
  judge: ([{ date = '', atMs }]) => {
    const aheadSeconds = Math.round((Date.parse(date) - atMs) / 1000);
    if (Number.isNaN(aheadSeconds)) return ['unknown', 'not reported'];
    const text = `${aheadSeconds > 0 ? '+' : ''}${aheadSeconds} s`;
    if (Math.abs(aheadSeconds) <= toleratedSeconds) return ['fine', text, 'The clocks agree.'];
    const advice =
      "Set this machine's clock, or SuperOffice's on site: waitSeconds, isCustomerGone and the login of a system user go by it.";
    return ['decide', text, advice];
  },
});

export const credentials = probe({
  id: 'credentials',
  title: 'the first call with credentials',
  setting: 'SUPEROFFICE_APP_TOKEN',
  requests: [ownSessions, wholeSession],
  advice: {
    accepted: 'SuperOffice takes them.',
    refused:
      'Expired, misspelled, or of a scheme that this server does not take; online, SOTicket needs SUPEROFFICE_APP_TOKEN.',
    'without rights': 'The user is known, but lacks the rights or the chat licence.',
    'call failed': 'The call failed for another reason: run this again, then look at the address.',
  },
  judge: ([own, whole]) => {
    const { errorCode } = own === notSent ? whole : own;
    if (errorCode === null) return ['fine', 'accepted'];
    if (errorCode === 'UNAUTHENTICATED') return ['decide', 'refused'];
    return ['decide', errorCode === 'FORBIDDEN' ? 'without rights' : 'call failed'];
  },
});

export const session = probe({
  id: 'session',
  title: 'a chat session to look at',
  requests: [wholeSession],
  advice: {
    found: 'The results below are about it.',
    none: 'This user has no open chats: name a session with --session, best one with messages and a company.',
    unknown: 'SuperOffice has no session of this id, or does not show it: name another one with --session.',
  },
  judge: ([whole]) => {
    if (whole === notSent) return ['decide', 'none'];
    return isRecordId(valueAt(whole.value, 'ChatSessionId')) ? ['fine', 'found'] : ['decide', 'unknown'];
  },
});
