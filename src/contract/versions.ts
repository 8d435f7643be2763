/**
 * What a Swagger file lacks, because it describes one version of SuperOffice: which properties older servers lack, and which had
 * another name. Written by hand from the documentation's pages, which are older than the Swagger file.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity
 */
import type { PublishedTypes } from './generated/types.js';

type Types = PublishedTypes;

type PropertyNames = { readonly [Type in keyof Types]?: readonly (keyof Types[Type])[] };

type OlderNames = { readonly [Type in keyof Types]?: { readonly [Property in keyof Types[Type]]?: string } };

/** Properties of current servers that the documented servers do not have. */
export const newerProperties = {
  Associate: ['ExtraFields', 'CustomFields'],
  ChatSessionEntity: ['ChatbotIsActive', 'Rating'],
  Contact: ['Number1', 'Number2'],
  Person: ['PersonNumber'],
  Project: ['EventId', 'StartDate'],
  Ticket: [
    'PriorityName',
    'TimeSpent',
    'ContactId',
    'ContactName',
    'OwnedByAssociateId',
    'Language',
    'Sentiment',
    'SentimentConfidence',
    'SaleId',
    'ProjectId',
    'SaleHeading',
    'ProjectName',
    'FormSubmissionId',
    'TicketTypeId',
    'TicketTypeName',
  ],
} as const satisfies PropertyNames;

/** Current name → name on older servers. */
export const renamedProperties = {
  Ticket: {
    PersonFirstname: 'CustFirstname',
    PersonMiddleName: 'CustMiddleName',
    PersonLastname: 'CustLastname',
    PersonFullname: 'CustFullname',
  },
} as const satisfies OlderNames;

type Renamed = typeof renamedProperties;

/** By type: the older names, which current servers do not send. */
export type OlderProperties = {
  readonly [Type in keyof Renamed]: Readonly<
    Partial<Record<Renamed[Type][keyof Renamed[Type]] & string, string | null>>
  >;
};

const newerByType: Readonly<Record<string, readonly string[]>> = newerProperties;
const renamedByType: Readonly<Record<string, Readonly<Record<string, string>>>> = renamedProperties;

/** Names of properties of a type that older servers lack. */
export const newerIn = (type: string): readonly string[] => newerByType[type] ?? [];

/** Current name → older name. */
export const renamedIn = (type: string): Readonly<Record<string, string>> => renamedByType[type] ?? {};
