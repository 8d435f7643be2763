/**
 * POST Agents/Person/GetPersonList and its siblings: several records by id. Their order, and what stands for an id that does not exist, are not
 * published: the emulator returns them in another order than they were requested in; ids that do not exist are missing, or null where they
 * are even.
 */
import { isList, isRecord } from '../json-record.js';
import type { JsonValue } from '../json-record.js';
import { shapeOf } from '../select/shape.js';
import { findRelated, type RelatedKind } from '../world/related-records.js';
import type { Operation } from './operation.js';
import { findProperty, parseJson } from './read-parameters.js';
import { missingParameter } from './refused-call-error.js';
import { selectedResponse } from './selected-response.js';

interface RelatedList extends RelatedKind {
  readonly agent: string;
  readonly name: string;
  /** Property of the body with the ids; left out: they are the body. */
  readonly idsIn?: string;
}

function idsOf(body: JsonValue, idsIn: string | undefined): readonly number[] | null {
  const named = idsIn !== undefined && isRecord(body) ? findProperty(body, idsIn) : undefined;
  const sent = idsIn === undefined ? body : named;
  return isList(sent) && sent.every((id) => typeof id === 'number') ? sent : null;
}

/** Odd ids first, each half from the highest to the lowest. */
const shuffled = (ids: readonly number[]): readonly number[] =>
  [...ids].sort((first, second) => (second % 2) - (first % 2) || second - first);

function relatedList({ agent, name, idsIn, ...kind }: RelatedList): Operation {
  const [type = ''] = kind.properties;
  return {
    agent,
    name,
    description: `Gets an array of ${type} objects.`,
    logBody: (body) => idsOf(body, idsIn)?.join() ?? '-',
    invoke: (call) => {
      const ids = idsOf(parseJson(call.bodyText), idsIn);
      if (ids === null) throw missingParameter(name, idsIn ?? 'ids', 'Int32[]');
      return selectedResponse(call, shapeOf(kind.identity.replace(/Id$/, '')), () =>
        shuffled([...new Set(ids)]).flatMap((id) => {
          const record = findRelated(call.world, call.caller, { ...kind, id });
          return record === null && id % 2 === 1 ? [] : [record];
        }),
      );
    },
  };
}

export const relatedLists: readonly Operation[] = [
  relatedList({ agent: 'Person', name: 'GetPersonList', properties: ['Person'], identity: 'PersonId' }),
  relatedList({ agent: 'Contact', name: 'GetContactList', properties: ['Contact'], identity: 'ContactId' }),
  relatedList({
    agent: 'Associate',
    name: 'GetAssociateList',
    properties: ['User', 'TransferTo'],
    identity: 'AssociateId',
  }),
  relatedList({ agent: 'Project', name: 'GetProjectList', properties: ['Project'], identity: 'ProjectId' }),
  relatedList({ agent: 'Sale', name: 'GetSaleList', properties: ['Sale'], identity: 'SaleId' }),
  relatedList({
    agent: 'Ticket',
    name: 'GetTickets',
    properties: ['Ticket'],
    identity: 'TicketId',
    idsIn: 'TicketIds',
  }),
];
