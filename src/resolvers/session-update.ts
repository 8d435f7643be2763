/**
 * Changes a session by a patch: only what the client names, after SuperOffice has compared what they expect. Texts are cleared by an empty
 * text, as SuperOffice stores it; links are changed by the linked record's id.
 */
import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { ChatSessionExpectedInput, ChatSessionUpdateInput } from '../generated/resolver-types.js';
import { checkId } from './load-entity.js';
import { changeSession } from './session-change.js';
import type { SessionAction } from './session-payload.js';

interface Change {
  readonly property: string;
  /** @throws {BadUserInputError} the value is not accepted */
  valueOf(value: unknown, name: string): unknown;
}

function checkedText(text: string, name: string, maxLength: number): string {
  if (text.length > maxLength || text.includes('\0'))
    throw new BadUserInputError(`\`${name}\` is not accepted: at most ${maxLength} characters, none of which is NUL.`);
  return text;
}

const text = (property: string, maxLength: number): Change => ({
  property,
  valueOf: (value, name) => checkedText(String(value ?? ''), name, maxLength),
});

const plain = (property: string, cleared: unknown): Change => ({ property, valueOf: (value) => value ?? cleared });

const link = (property: string, identity: string): Change => ({
  property,
  valueOf: (value, name) => {
    if (value === null) return null;
    checkId(String(value), `id in \`${name}\``);
    return { [identity]: Number(value) };
  },
});

const changes: Readonly<Record<keyof ChatSessionUpdateInput, Change>> = {
  customerName: text('CustomerName', 255),
  customerAlias: text('CustomerAlias', 64),
  customerEmail: text('CustomerEmail', 255),
  customerPhone: text('CustomerPhone', 32),
  customerCompanyName: text('CustomerCompanyName', 255),
  customerConsented: plain('CustomerConsented', false),
  alertLevel: plain('AlertLevel', 0),
  personId: link('Person', 'PersonId'),
  contactId: link('Contact', 'ContactId'),
  projectId: link('Project', 'ProjectId'),
  saleId: link('Sale', 'SaleId'),
  ticketId: link('Ticket', 'TicketId'),
};

/** Stored texts may be longer than what is accepted. */
const maxExpectedLength = 1_024;

/** SuperOffice has several values for none: which one, clients cannot read. */
function expectedValue(value: unknown, name: string): unknown {
  if (value === null)
    throw new BadUserInputError(
      `\`${name}\` is null: leave it out, or give an empty text, false or 0 to compare with.`,
    );
  return typeof value === 'string' ? checkedText(value, name, maxExpectedLength) : value;
}

type Fields = Readonly<Partial<Record<keyof ChatSessionUpdateInput, unknown>>>;

type Entries = readonly (readonly [name: string, value: unknown, change: Change])[];

const given = (fields: Fields): Entries =>
  Object.entries(fields).flatMap(
    ([name, value]) =>
      value === undefined ? [] : [[name, value, changes[name as keyof ChatSessionUpdateInput]] as const], // by the schema
  );

const valuesOf = (
  fields: Fields,
  valueOf: (value: unknown, name: string, change: Change) => unknown,
): ReadonlyMap<string, unknown> =>
  new Map(given(fields).map(([name, value, change]) => [change.property, valueOf(value, name, change)]));

interface Update {
  readonly id: string;
  readonly input: ChatSessionUpdateInput;
  readonly expected?: ChatSessionExpectedInput | null | undefined;
}

/** @throws {BadUserInputError} before any call */
export function update({ id, input, expected: fields }: Update, context: GatewayContext): SessionAction {
  const expected = valuesOf(fields ?? {}, (value, name) => expectedValue(value, `expected.${name}`));
  const changed = valuesOf(input, (value, name, change) => change.valueOf(value, name));
  if (changed.size === 0) throw new BadUserInputError('`input` changes nothing: give at least one field.');
  return {
    id,
    touches: new Map([...expected.keys(), ...changed.keys()].map((property) => [property, 'whole'])),
    act: (projection) => changeSession({ id, expected, changed }, projection, context),
  };
}
