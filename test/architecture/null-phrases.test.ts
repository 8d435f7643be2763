/** The meaning of null is documented for every nullable field, in fixed phrases that tools can read, and matches how the field is read. */
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';
import { associateEntity } from '../../src/entities/associate.js';
import { chatSessionEntity } from '../../src/entities/chat-session.js';
import { contactEntity } from '../../src/entities/contact.js';
import type { Embeddable } from '../../src/entities/field-table.js';
import { messageEntity } from '../../src/entities/message.js';
import { personEntity } from '../../src/entities/person.js';
import { presenceEntity } from '../../src/entities/presence.js';
import { projectEntity } from '../../src/entities/project.js';
import { saleEntity } from '../../src/entities/sale.js';
import { ticketEntity } from '../../src/entities/ticket.js';
import { topicEntity } from '../../src/entities/topic.js';
import { printApiSdl } from '../../src/subgraph/print-sdl.js';

const schema = buildSchema(printApiSdl({ exposeSessionKey: true, mutations: true, admin: true }));
const words = ['none', 'no right', 'failed', 'older server', 'unknown'];
const phrase = /(?:^|\s)Null: ([a-z ,]+)\.$/;

const fields = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : []));

const meaningsOf = (description: string | null | undefined): readonly string[] =>
  phrase.exec(description ?? '')?.[1]?.split(', ') ?? [];

describe('what null means', () => {
  it('is documented for every nullable field, in the phrases that Query explains, and for no other', () => {
    expect(fields.length).toBeGreaterThan(450);
    const wrong = fields.filter(({ field }) => {
      const meanings = meaningsOf(field.description);
      const isSaid = meanings.length > 0 && meanings.every((meaning) => words.includes(meaning));
      return isSaid === isNonNullType(field.type);
    });
    expect(wrong.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
    for (const word of words) expect(schema.getQueryType()?.description).toContain(`\`${word}\``);
  });

  it('is documented for the items of every list that may contain null, and for no other', () => {
    const withGaps = fields.filter(({ field }) => {
      const list = getNullableType(field.type);
      return isListType(list) && !isNonNullType(list.ofType);
    });
    const said = fields.filter(({ field }) => /(?:^|\s)Null item: [a-z ,]+\./.test(field.description ?? ''));
    expect(withGaps.length).toBeGreaterThan(1);
    expect(said).toEqual(withGaps);
  });

  it('is a failure wherever a separate call is made', () => {
    const mutations = fields.filter(({ type }) => type === schema.getMutationType());
    expect(mutations.length).toBeGreaterThan(5);
    for (const { field } of mutations) {
      expect(isNonNullType(field.type)).toBe(false); // one failed action must not erase another's result
      expect(meaningsOf(field.description)).toEqual(['failed']);
    }
    const queries = fields.filter(({ type, field }) => type === schema.getQueryType() && !isNonNullType(field.type));
    for (const { field } of queries) expect(meaningsOf(field.description)).toContain('failed');
  });

  it('is an older server exactly where the field table has a property of some versions only', () => {
    const entities: readonly Embeddable<never>[] = [
      ...[associateEntity, chatSessionEntity, contactEntity, messageEntity, personEntity, presenceEntity],
      ...[projectEntity, saleEntity, ticketEntity, topicEntity],
    ];
    let newer = 0;
    for (const { name, fields: table } of entities) {
      for (const { field } of fields.filter(({ type }) => type.name === name)) {
        const entry = table[field.name];
        const isNewer = entry?.kind === 'plain' && entry.isVersioned === true && entry.needs.length === 1;
        newer += isNewer ? 1 : 0;
        expect([field.name, meaningsOf(field.description).includes('older server')]).toEqual([field.name, isNewer]);
      }
    }
    expect(newer).toBeGreaterThan(10);
  });
});

describe('descriptions', () => {
  const descriptionOf = (name: string): string =>
    fields.find(({ type, field }) => `${type.name}.${field.name}` === name)?.field.description?.replace(/\s+/g, ' ') ??
    '';

  it.each([
    ['ChatMessage.whenPosted', 'with the offset that SuperOffice sent'],
    ['ChatTopic.isOpen', 'Also true for a topic that has no opening hours'],
    ['ChatPresence.id', '`ChatAssociate.ejUserId`, not by `ChatAssociate.id`'],
    ['ChatTransferTarget.id', 'no input for any operation'],
    ['Query.myChatSessions', 'does not say whether finished ones are'],
    ['Mutation.createChatSession', 'meters started chat sessions'],
  ])('of %s contain: %s', (name, text) => {
    expect(descriptionOf(name)).toContain(text);
  });
});
