/** The contract equals the Swagger files; what is written by hand is checked against it. */
import { describe, expect, it } from '@jest/globals';
import { associateContract } from '../../src/contract/generated/associate.js';
import { chatContract } from '../../src/contract/generated/chat.js';
import { contactContract } from '../../src/contract/generated/contact.js';
import { personContract } from '../../src/contract/generated/person.js';
import { projectContract } from '../../src/contract/generated/project.js';
import { saleContract } from '../../src/contract/generated/sale.js';
import { ticketContract } from '../../src/contract/generated/ticket.js';
import { newerProperties, renamedProperties } from '../../src/contract/versions.js';
import { sourceFiles } from '../support/source-files.js';
import { schemaName } from '../../src/entities/enum-names.js';

type Written = string | Readonly<Record<string, unknown>>;

const types: Readonly<Record<string, Readonly<Record<string, Written>>>> = chatContract.types;
const operations: Readonly<Record<string, { readonly body: unknown; readonly result: unknown }>> =
  chatContract.operations;

/** Names of types in the text of a property, a body or a result. */
function typesIn(written: unknown): readonly string[] {
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([kind, value]) => (kind === 'of' ? [String(value)] : typesIn(value)));
}

const relatedContracts = [
  associateContract,
  contactContract,
  personContract,
  projectContract,
  saleContract,
  ticketContract,
];

describe('the contract of the Chat agent', () => {
  it('has all that is published', () => {
    expect([Object.keys(types).length, Object.keys(operations).length]).toEqual([46, 31]);
  });

  it('names only types that it has', () => {
    const named = [...Object.values(types).flatMap((properties) => Object.values(properties).flatMap(typesIn))];
    named.push(...Object.values(operations).flatMap(({ result }) => typesIn(result)));
    named.push(...Object.values(operations).flatMap(({ body }) => (typeof body === 'string' ? [body] : typesIn(body))));
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((name) => !(name in types))).toEqual([]);
  });

  it('has each operation of the emulator; those of the gateway are checked by the compiler', () => {
    const published = [chatContract, ...relatedContracts].flatMap((contract) => Object.keys(contract.operations));
    const names = sourceFiles('src/emulator/operations').flatMap(({ text }) =>
      [...text.matchAll(/\bname: '(\w+)'/g)].map(([, name = '']) => name),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !published.includes(name))).toEqual([]);
  });

  it('has the same types as those of the other agents', () => {
    for (const contract of relatedContracts) {
      const shared = Object.entries(contract.types).filter(([name]) => name in types);
      expect(shared.length).toBeGreaterThan(2);
      for (const [name, properties] of shared) expect({ name, properties }).toEqual({ name, properties: types[name] });
    }
  });

  it('matches contract/versions: it has the newer properties, and not the older ones', () => {
    for (const [type, names] of Object.entries(newerProperties))
      expect({ type, unknown: names.filter((name) => !(name in (types[type] ?? {}))) }).toEqual({ type, unknown: [] });
    for (const [type, names] of Object.entries(renamedProperties)) {
      const properties = Object.keys(types[type] ?? {});
      expect(properties).toEqual(expect.arrayContaining(Object.keys(names)));
      expect(properties.filter((name) => Object.values<string>(names).includes(name))).toEqual([]);
    }
  });
});

describe('the names of enum members', () => {
  it.each([
    ['InQueue', 'IN_QUEUE'],
    ['Invalid', 'INVALID'],
    ['SMS', 'SMS'],
    ['EMarketing', 'E_MARKETING'],
    ['Postponed1Hour', 'POSTPONED_1_HOUR'],
    ['Postponed12Hours', 'POSTPONED_12_HOURS'],
    ['UIHintMandatory', 'UI_HINT_MANDATORY'],
    ['PreChatForm', 'PRE_CHAT_FORM'],
  ])('%s is %s', (name, expected) => {
    expect(schemaName(name)).toBe(expected);
  });

  it('are the same for the compiler', () => {
    const written: readonly ['IN_QUEUE', 'POSTPONED_1_HOUR', 'E_MARKETING', 'UI_HINT_MANDATORY', 'SMS'] = [
      schemaName('InQueue'),
      schemaName('Postponed1Hour'),
      schemaName('EMarketing'),
      schemaName('UIHintMandatory'),
      schemaName('SMS'),
    ];
    expect(written).toEqual(['IN_QUEUE', 'POSTPONED_1_HOUR', 'E_MARKETING', 'UI_HINT_MANDATORY', 'SMS']);
  });
});
