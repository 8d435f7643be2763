/**
 * The records that tests store, with SuperOffice's property names, from the published contract (contract/generated). Unlike the gateway's
 * carriers, they have only the published members of enums.
 */
import type { PublishedTypes } from '../../contract/generated/types.js';
import type { OlderProperties } from '../../contract/versions.js';
import type { JsonValue } from '../json-record.js';

interface PlainTypes {
  readonly int: number;
  readonly double: number;
  readonly boolean: boolean;
  readonly text: string;
  /** Such as `2026-01-31T12:00:00Z`. */
  readonly date: string;
  readonly bytes: string;
  readonly any: JsonValue;
}

type FlagsProperty = 'Flags' | 'RequiredFields' | 'OfflineFields';

/** Flags are several names: `CustomerIsTyping, UserIsTyping`. */
type Members<Name extends string, Property> = Property extends FlagsProperty ? Name | `${Name}, ${string}` | '' : Name;

type ValueOf<Written, Property> = Written extends keyof PlainTypes
  ? PlainTypes[Written]
  : Written extends { readonly oneOf: readonly (infer Name extends string)[] }
    ? Members<Name, Property>
    : Written extends { readonly of: infer Name extends keyof PublishedTypes }
      ? RecordOf<Name>
      : Written extends { readonly list: infer Item }
        ? readonly (ValueOf<Item, Property> | null)[]
        : Written extends { readonly map: infer Item }
          ? Readonly<Record<string, ValueOf<Item, Property> | null>>
          : never;

type RecordOf<Name extends keyof PublishedTypes> = {
  readonly [Property in keyof PublishedTypes[Name]]?: ValueOf<PublishedTypes[Name][Property], Property> | null;
} & (Name extends keyof OlderProperties ? OlderProperties[Name] : unknown);

export type SessionRecord = RecordOf<'ChatSessionEntity'> & { readonly ChatSessionId: number };
export type TopicRecord = RecordOf<'ChatTopicEntity'> & { readonly ChatTopicId: number };
export type MessageRecord = RecordOf<'ChatMessage'> & { readonly ChatMessageId: number };
