/** Records of a chat as SuperOffice writes them, faults with them, and errors as lines. */
import type { JsonRecord, MessageRecord } from '../../src/emulator/index.js';
import type { GraphqlError } from './query-gateway.js';

/** Message `number` of session 5, unread and in UTC. @param more also what SuperOffice never sends, hence the cast */
export function messageRecord(number: number, more: JsonRecord = {}): MessageRecord {
  return {
    ChatMessageId: 100 + number,
    ChatSessionId: 5,
    Type: 'ToUser',
    Message: `text ${number}`,
    Author: 'Ann',
    ReadByCustomer: 0,
    SpecialType: 'None',
    SpecialParam: '',
    WhenPosted: `2024-05-01T12:00:0${number}Z`,
    ...more,
  } as MessageRecord;
}

/** Messages 101 to 100 + `count` of session 5. */
export const messageRecords = (count: number): readonly MessageRecord[] =>
  Array.from({ length: count }, (_, index) => messageRecord(index + 1));

/** A fault: the next call of the operation gets this JSON. */
export const answering = (operation: string, json: unknown) =>
  ({ kind: 'body', body: JSON.stringify(json), match: { operation } }) as const;

/** A fault: every call of the operation fails with this status. */
export const refusing = (operation: string, status: number) =>
  ({ kind: 'status', status, match: { operation }, times: Infinity }) as const;

/** `chatSession.messages: FORBIDDEN`, in the order of the response. */
export const failures = (errors: readonly GraphqlError[] = []): readonly string[] =>
  errors.map(({ path, extensions }) => `${path?.join('.')}: ${extensions.code}`);

export const entitiesOf = (typename: string, selection: string) =>
  `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on ${typename} { ${selection} } } }`;

/** Variables for it. */
export const references = (typename: string, ...ids: readonly number[]) => ({
  ids: ids.map((id) => ({ __typename: typename, id: String(id) })),
});

/** Records with the id only. */
export const withIds = (ids: readonly string[]) => ids.map((id) => ({ id }));
