/**
 * POST Agents/Chat/GetUserAgentList: the users that a session can be transferred to. Flat: a list of users; otherwise two groups
 * with users as ChildItems. OnlyPresent leaves out absent users, but not empty groups. Ids are ejUser ids, as documented for the
 * list `chatuser`, or associate ids under `chatUserIds: 'associate'`.
 */
import type { JsonRecord } from '../json-record.js';
import { listItemShape } from '../select/shape.js';
import type { Agent } from '../world/agents.js';
import { groupOf } from '../world/agents.js';
import { selectedResponse } from './selected-response.js';
import type { Operation } from './operation.js';
import { BodyParameters, findProperty } from './read-parameters.js';

const groups: readonly { readonly id: number; readonly name: string }[] = [
  { id: 1, name: 'NO:"Kundestøtte";US:"Support"' },
  { id: 2, name: 'NO:"Salg";US:"Sales"' },
];

export const getUserAgentList: Operation = {
  name: 'GetUserAgentList',
  logDetails: (body) => [
    ...(findProperty(body, 'Flat') === true ? ['flat'] : []),
    ...(findProperty(body, 'OnlyPresent') === true ? ['present'] : []),
  ],
  description: 'Lists the users who can be assigned to chat topics.',
  invoke: (call) => {
    const body = new BodyParameters(call);
    const [isFlat, isOnlyPresent] = [body.flag('Flat'), body.flag('OnlyPresent')];
    const { presence } = call.world;
    return selectedResponse(call, listItemShape, () => {
      const users = presence
        .usersVisibleTo(call.caller)
        .filter(({ associateId }) => !isOnlyPresent || presence.isPresent(associateId));
      const toItem = (agent: Agent): JsonRecord =>
        userItem(agent, call.options.chatUserIds === 'associate' ? agent.associateId : agent.ejUserId);
      return isFlat ? users.map(toItem) : grouped(users, toItem);
    });
  },
};

function grouped(users: readonly Agent[], toItem: (agent: Agent) => JsonRecord): JsonRecord[] {
  return groups.map(({ id, name }) => {
    const members = users.filter(({ associateId }) => groupOf(associateId) === id);
    return { ...listItem(id, name), Type: 'heading', ChildItems: members.map(toItem) };
  });
}

function userItem({ fullName, loginName, userName }: Agent, id: number): JsonRecord {
  return { ...listItem(id, fullName), ToolTip: userName, Type: 'associate', ExtraInfo: loginName };
}

function listItem(id: number, name: string): JsonRecord {
  return {
    Id: id,
    Name: name,
    ToolTip: '',
    Deleted: false,
    Rank: id % 100,
    Type: null,
    ChildItems: [],
    IconHint: null,
    ColorBlock: 0,
    ExtraInfo: null,
    StyleHint: '',
    FullName: name,
    TableRight: null,
    FieldProperties: {},
  };
}
