/**
 * Changes a session: only what the client names, if it has what they expect. Texts are cleared by an empty text, as SuperOffice stores it;
 * links are changed by the linked record's id.
 */
import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { ChatSessionExpectedInput, ChatSessionUpdateInput } from '../generated/resolver-types.js';
import {
  checkedText,
  link,
  plain,
  text,
  written,
  writtenProperties,
  type InputField,
  type Written,
} from './input-fields.js';
import { changeSession } from './session-change.js';
import { hasChanged } from './session-looks.js';
import type { SessionAction } from './session-payload.js';

const fields: Readonly<Record<keyof ChatSessionUpdateInput, InputField>> = {
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

const expectedFields = Object.fromEntries(
  Object.entries(fields).map(([name, { property }]) => [name, { property, write: expectedValue }]),
);

interface Update {
  readonly id: string;
  readonly input: ChatSessionUpdateInput;
  readonly expected?: ChatSessionExpectedInput | null | undefined;
}

/** @throws {BadUserInputError} nothing is given, or a value is not accepted */
export function writtenSession(input: ChatSessionUpdateInput): Written {
  const changed = written(fields, input);
  if (changed.size === 0) throw new BadUserInputError('`input` changes nothing: give at least one field.');
  return changed;
}

/** @throws {BadUserInputError} before any call */
export function update({ id, input, expected: given }: Update, context: GatewayContext): SessionAction {
  const expected = written(expectedFields, given ?? {}, 'expected.');
  const changed = writtenSession(input);
  return {
    id,
    compared: ['expected'],
    afterUnknown: hasChanged(changed),
    touches: writtenProperties(new Map([...expected, ...changed])),
    act: (projection) => changeSession({ id, expected, changed }, projection, context),
  };
}
