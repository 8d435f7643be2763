/**
 * The user agents of the chat. An agent is computed from the associate id, and the caller's id from the credentials, so no
 * state is needed:
 *
 * | associate  | agent                                                                                               |
 * |------------|-----------------------------------------------------------------------------------------------------|
 * | 701        | tje0, the user of the specification's `Basic dGplMDpUamUw`                                            |
 * | 702 to 705 | kari, jan, lxl and bot: colleagues that every caller sees                                             |
 * | 706 to 900 | all other callers: 706 + FNV-1a(user name of Basic, else the token) % 195; agent742, "Maria Lind"     |
 *
 * Credentials belong to one of 701 to 705 if their user name or token is that agent's user name or login name.
 *
 * The ejUser id, which presences have, is always the associate id of another agent: of the next one for 701 to 705 (705 has
 * 701), of the 97th after for all others. A client that mixes them up reaches the wrong agent.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { JsonRecord } from '../json-record.js';

export interface Agent {
  readonly associateId: number;
  readonly ejUserId: number;
  readonly loginName: string;
  /** The value that TransferChatSession expects. */
  readonly userName: string;
  readonly fullName: string;
}

const firstOtherId = 706;
const lastId = 900;

const firstNamedId = 701;

/** Adds `by` to the id, cyclically within the range. */
function rotated(id: number, { from, to, by }: { from: number; to: number; by: number }): number {
  const length = to - from + 1;
  return from + ((id - from + by + length) % length);
}

const namedRange = { from: firstNamedId, to: firstOtherId - 1, by: 1 };
const otherRange = { from: firstOtherId, to: lastId, by: 97 };

function ejUserIdOf(associateId: number): number {
  return rotated(associateId, associateId < firstOtherId ? namedRange : otherRange);
}

const named: readonly Omit<Agent, 'ejUserId'>[] = [
  { associateId: 701, loginName: 'TJE0', userName: 'tje0', fullName: 'Terje Nordmann' },
  { associateId: 702, loginName: 'KARI', userName: 'kari@example.com', fullName: 'Kari Ødegård' },
  { associateId: 703, loginName: 'JAN', userName: 'jan@example.com', fullName: 'Jan van Dijk' },
  { associateId: 704, loginName: 'LXL', userName: 'lxl@example.com', fullName: '李 小龙' },
  { associateId: 705, loginName: 'BOT', userName: 'bot@example.com', fullName: "Robot O'Malley \u{1F916}" },
];

/** 701 to 705, which every caller sees. */
export const namedAgents: readonly Agent[] = named.map((agent) => ({
  ...agent,
  ejUserId: ejUserIdOf(agent.associateId),
}));

/** 14 × 14 names, more than there are ids. */
const firstNames = 'Anna Bjørn Clara David Emma Fredrik Gina Håkon Ida Jonas Lena Maria Nils Olga'.split(' ');
const lastNames = 'Aas Berg Dahl Eide Foss Haugen Lind Lund Moen Nygård Ruud Solberg Vik Åsen'.split(' ');

/** Null for an id that no agent has. */
export function agentOf(associateId: number): Agent | null {
  const known = namedAgents.find((agent) => agent.associateId === associateId);
  if (known) return known;
  return Number.isInteger(associateId) && associateId >= firstOtherId && associateId <= lastId
    ? otherAgent(associateId)
    : null;
}

/** Null for an id that no agent has. */
export function agentOfEjUser(ejUserId: number): Agent | null {
  const range = ejUserId < firstOtherId ? namedRange : otherRange;
  const agent = Number.isInteger(ejUserId) ? agentOf(rotated(ejUserId, { ...range, by: -range.by })) : null;
  return agent?.ejUserId === ejUserId ? agent : null;
}

/** By user name or login name, case-insensitive, or by the associate id as text. */
export function findAgent(text: string): Agent | null {
  const name = text.trim().toLowerCase();
  if (/^\d{1,9}$/.test(name)) return agentOf(Number(name));
  const numbered = agentOf(Number(/^agent(\d{3})/.exec(name)?.[1]));
  return [...namedAgents, numbered].find((agent) => agent !== null && hasName(agent, name)) ?? null;
}

export function callerOf({ authorization, 'x-xsrf-token': xsrf }: Readonly<IncomingHttpHeaders>): Agent {
  const [scheme = '', token = ''] = (authorization ?? `xsrf ${String(xsrf)}`).trim().split(/\s+/);
  const identity = scheme.toLowerCase() === 'basic' ? userNameIn(token) : token;
  const known = namedAgents.find((agent) => hasName(agent, identity.toLowerCase()));
  return known ?? otherAgent(firstOtherId + (hashOf(identity) % (lastId - firstOtherId + 1)));
}

/** The agent as SuperOffice's Associate. */
export function associateOf({ associateId, ejUserId, loginName, userName, fullName }: Agent): JsonRecord {
  return {
    AssociateId: associateId,
    Name: loginName,
    PersonId: 1000 + associateId,
    Rank: associateId % 5,
    Tooltip: '',
    Type: associateId === 705 ? 'SystemAssociate' : 'InternalAssociate',
    GroupIdx: groupOf(associateId),
    FullName: fullName,
    FormalName: fullName,
    Deleted: false,
    EjUserId: ejUserId,
    UserName: userName,
    ExtraFields: {},
    CustomFields: {},
    TableRight: null,
    FieldProperties: {},
  };
}

/** 1 or 2. */
export function groupOf(associateId: number): number {
  return 1 + (associateId % 2);
}

function otherAgent(associateId: number): Agent {
  const number = associateId - firstOtherId;
  const fullName = `${firstNames[number % 14] ?? ''} ${lastNames[Math.floor(number / 14)] ?? ''}`;
  const userName = `agent${associateId}@example.com`;
  return { associateId, ejUserId: ejUserIdOf(associateId), loginName: `AGENT${associateId}`, userName, fullName };
}

function hasName({ userName, loginName }: Agent, lowerCaseName: string): boolean {
  return [userName.toLowerCase(), loginName.toLowerCase()].includes(lowerCaseName);
}

function userNameIn(base64: string): string {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return text.split(':')[0] ?? text;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
