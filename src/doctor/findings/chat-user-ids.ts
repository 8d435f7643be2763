/** Which of a user's two numbers the list of transfer targets has. The agents of a topic show it: their records have both. */
import { isRecord, type JsonRecord } from '../../base/json-record.js';
import { valueAt, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';

const userIds = findingOf(
  {
    topic: 'chat-user-ids',
    asked: 'the ids of transfer targets, beside both numbers of the agents of a topic',
    setting: null,
  },
  {
    'ej-user': [
      'fine',
      'They are ejUser ids, as documented: ChatTransferTarget.associateId says what a transfer takes.',
    ],
    associate: ['fine', 'They are associate ids: ChatTransferTarget.associateId says the same number.'],
    both: [
      'decide',
      'Some are ejUser ids, others associate ids: ChatTransferTarget.associateId is null where more than one user could be meant.',
    ],
    'not known': [
      'unknown',
      'No target has the number and the name of an agent of the first topic: ChatTransferTarget.associateId may be null for all. Transfer to agents of topics (ChatTopic.agents).',
    ],
  },
);

const recordsIn = ({ outcome }: Reply): readonly JsonRecord[] =>
  outcome.kind === 'value' && Array.isArray(outcome.value) ? outcome.value.filter(isRecord) : [];

const comparable = (name: unknown): string => (typeof name === 'string' ? name.trim().toLowerCase() : '');

function haveOneName(target: JsonRecord, agent: JsonRecord): boolean {
  const listed = [target['Name'], target['FullName']].map(comparable).filter((name) => name !== '');
  return ['User/FullName', 'User/Name', 'User/UserName'].some((path) =>
    listed.includes(comparable(valueAt(agent, path))),
  );
}

/** @param targets a flat list; @param agents of one topic */
export function chatUserIds(targets: Reply, agents: Reply): Finding {
  const same = recordsIn(targets).flatMap((target) =>
    recordsIn(agents)
      .filter((agent) => haveOneName(target, agent))
      .map((agent) => ({
        id: target['Id'],
        ej: valueAt(agent, 'User/EjUserId'),
        associate: valueAt(agent, 'User/AssociateId'),
      })),
  );
  const telling = same.filter(({ ej, associate }) => ej !== associate);
  const [hasEj, hasAssociate] = [
    telling.some(({ id, ej }) => id === ej),
    telling.some(({ id, associate }) => id === associate),
  ];
  if (hasEj && hasAssociate) return userIds('both');
  if (hasEj) return userIds('ej-user');
  return userIds(hasAssociate ? 'associate' : 'not known');
}
