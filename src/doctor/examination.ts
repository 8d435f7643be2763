/**
 * The examination as a whole: which calls are made in which order, and what each of them tells. A server that does not answer, or
 * does not take the credentials, is asked nothing more.
 */
import type { GatewayConfig } from '../config/gateway-config.js';
import { isRecord } from '../base/json-record.js';
import { isRecordId } from '../superoffice/record-ids.js';
import { recordIn, valueAt, type AskedServer, type Reply } from './asked-server.js';
import type { Finding } from './finding.js';
import { chatUserIds } from './findings/chat-user-ids.js';
import { clock } from './findings/clock.js';
import { credentials } from './findings/credentials.js';
import { deepPaths } from './findings/deep-paths.js';
import { languages } from './findings/language.js';
import { noFlags } from './findings/no-flags.js';
import { acceptedLength, queryLength } from './findings/query-length.js';
import { reachability } from './findings/reachability.js';
import { noSession, session } from './findings/session.js';
import { timeZoneHeader } from './findings/time-zone-header.js';
import { unknownId } from './findings/unknown-id.js';
import { unknownNames } from './findings/unknown-names.js';
import { unselected } from './findings/unselected.js';
import { version } from './findings/version.js';
import { whenOffset, whenZone } from './findings/when-zone.js';
import {
  aboutAgents,
  aboutDeepPaths,
  aboutLanguage,
  aboutLength,
  aboutMessages,
  aboutMySessions,
  aboutMyTopics,
  aboutSession,
  aboutTargets,
  aboutTimeZone,
  aboutUnknownId,
  aboutUnknownNames,
  aboutVersion,
} from './question.js';

/** What the examination takes from the settings. */
export interface Settings {
  readonly selectMaxLength: number;
  readonly baseTimeZone: string;
}

export const settingsOf = ({ superoffice, baseTimeZone }: GatewayConfig): Settings => ({
  selectMaxLength: superoffice.selectMaxLength,
  baseTimeZone,
});

const lengthCalls = 3;

/** What will be asked, one line for each call; at most these. */
export function plannedCalls(sessionId: string | null): readonly string[] {
  const id = sessionId ?? 'ID';
  const before = [aboutVersion, ...(sessionId === null ? [aboutMySessions] : [])];
  const about = [aboutSession, aboutMessages, aboutLanguage, aboutTimeZone, aboutUnknownNames, aboutDeepPaths];
  const length = Array.from({ length: lengthCalls }, () => aboutLength(id, 80)); // the number of calls is what counts here
  const users = [aboutTargets, aboutMyTopics, aboutAgents('1')];
  return [...before, ...about.map((question) => question(id)), aboutUnknownId, ...length, ...users].map(
    ({ purpose, method = 'POST', path }) => `${method} ${/^[^?]*/.exec(path)?.[0] || '/api'}: ${purpose}`,
  );
}

/** Which ids the list of transfer targets has. It takes a topic of the user's own to find out. */
async function usersFinding(server: AskedServer): Promise<Finding> {
  const targets = await server.ask(aboutTargets);
  const topics = await server.ask(aboutMyTopics);
  const listed: readonly unknown[] =
    topics.outcome.kind === 'value' && Array.isArray(topics.outcome.value) ? topics.outcome.value : [];
  const id = listed.filter(isRecord).find(({ ChatTopicId }) => isRecordId(ChatTopicId))?.['ChatTopicId'];
  return chatUserIds(targets, id === undefined ? topics : await server.ask(aboutAgents(String(id))));
}

/** The id of a session that can be looked at: best one with a company. */
function pickedSession({ outcome }: Reply): string | null {
  const listed: readonly unknown[] = outcome.kind === 'value' && Array.isArray(outcome.value) ? outcome.value : [];
  const usable = listed.filter(isRecord).filter(({ ChatSessionId: id }) => isRecordId(id));
  const best = usable.find((record) => isRecordId(valueAt(record, 'Contact/ContactId'))) ?? usable[0];
  return best === undefined ? null : String(best['ChatSessionId']);
}

interface FoundSession {
  readonly id: string;
  /** To `aboutSession`. */
  readonly whole: Reply;
}

/** All that one session tells. */
async function sessionFindings(
  server: AskedServer,
  { id, whole }: FoundSession,
  settings: Settings,
): Promise<Finding[]> {
  const messages = await server.ask(aboutMessages(id));
  const withoutLanguage = await server.ask(aboutLanguage(id));
  const withTimeZone = await server.ask(aboutTimeZone(id));
  const withUnknownName = await server.ask(aboutUnknownNames(id));
  const withDeepPath = await server.ask(aboutDeepPaths(id));
  const ofNobody = await server.ask(aboutUnknownId);
  const length = await acceptedLength(settings.selectMaxLength, (chars) => server.ask(aboutLength(id, chars)));
  const hasContact = isRecordId(valueAt(recordIn(whole), 'Contact/ContactId'));
  return [
    languages(whole, withoutLanguage),
    whenZone(whole, messages, settings.baseTimeZone),
    timeZoneHeader(whole, withTimeZone, whenOffset(whole, messages)),
    unselected(whole),
    unknownNames(withUnknownName),
    deepPaths(withDeepPath, hasContact),
    noFlags(whole),
    queryLength(length, settings.selectMaxLength),
    unknownId(ofNobody),
  ];
}

/**
 * @param sessionId the session to look at; null: one of the user's own
 * @returns what was found out, in the order of the table
 */
export async function examination(
  server: AskedServer,
  sessionId: string | null,
  settings: Settings,
): Promise<readonly Finding[]> {
  const page = await server.ask(aboutVersion);
  const reached = reachability(page);
  const first = [reached, version(page), clock(page)];
  if (reached.verdict === 'decide') return [reached];
  const mine = sessionId === null ? await server.ask(aboutMySessions) : null;
  if (mine !== null && mine.outcome.kind === 'failure') return [...first, credentials(mine)];
  const id = sessionId ?? (mine && pickedSession(mine));
  if (id === null) return [...first, ...(mine ? [credentials(mine)] : []), noSession(), await usersFinding(server)];
  const whole = await server.ask(aboutSession(id));
  const known = [...first, credentials(mine ?? whole)];
  if (whole.outcome.kind === 'failure') return mine === null ? known : [...known, session(whole)];
  const found = session(whole);
  const ofSession = found.verdict === 'fine' ? await sessionFindings(server, { id, whole }, settings) : [];
  return [...known, found, ...ofSession, await usersFinding(server)];
}
