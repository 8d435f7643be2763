/**
 * How operations of SuperOffice's agents are declared: each once, and type-checked against the contract. Loaders, calls, the dry run of
 * `explain` and the audit read these declarations; names, parameters and results come from the contract.
 *
 *   const { record, list, value, action } = operationsOf(chatContract);
 *   chatTopic: record('GetChatTopicEntity', { of: topicEntity, id: 'chatTopicEntityId' })
 *   messages: list('GetChatMessages', { of: messageEntity, id: 'ChatSessionId', joins: { After: 'least' } })
 */
import type { PublishedCarrier } from '../contract/contract.js';
import type { PublishedTypes } from '../contract/generated/types.js';
import type { CallMethod } from '../superoffice/agent-call.js';
import type { SessionArchive } from './archive/archive-columns.js';
import type { Embeddable, Entity } from '../entities/field-table.js';

type PropertyType = unknown;

export interface Contract {
  readonly agent: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, PropertyType>>>>;
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly query: Readonly<Record<string, PropertyType>>;
        readonly body: string | null | object;
        readonly result: PropertyType;
      }
    >
  >;
}

/** `batch`: a list of the records with the requested ids. `template`: a record with default values, which is not stored. */
export type ResultKind = 'record' | 'template' | 'list' | 'batch' | 'text' | 'boolean' | 'nothing' | ArchiveResultKind;

/** `rows`: a page of an archive. `count`: how many rows there are. */
type ArchiveResultKind = 'rows' | 'count';

/** How the values of a parameter in two loads become one; a parameter without a rule has to be equal. */
export type JoinRule = 'least';

export interface Operation<Kind extends ResultKind = ResultKind, Parameters extends object = object, Carrier = never> {
  /** null: the name is a path below /api/v1. */
  readonly agent: string | null;
  /** e.g. `GetChatMessages` */
  readonly name: string;
  /** Default: POST. */
  readonly method?: CallMethod;
  /** Default: application/json. */
  readonly contentType?: string;
  readonly result: Kind;
  /** It changes data. */
  readonly isAction: boolean;
  /** The entity of the record, or of the list's records; null: it returns no records. */
  readonly entity: Embeddable<Carrier> | null;
  /** The parameter that takes the id; null: the operation is about the caller's own data. */
  readonly id: { readonly name: string; readonly isInQuery: boolean; readonly isInPath?: true } | null;
  /** The parameter that takes several ids; null: they are the whole body, as in `[1,2]`, or it takes none. */
  readonly ids: string | null;
  /** The property of each record that must hold the requested id; null: any record is accepted. */
  readonly about: string | null;
  /** It has no other parameters than the id. */
  readonly takesOnlyId: boolean;
  /** Default: it has a `$select` parameter, where it returns records. */
  readonly takesSelect?: false;
  /** Headers of the caller that are not forwarded. */
  readonly omittedHeaders: readonly string[];
  readonly joins: Readonly<Record<string, JoinRule>>;
  /** The read whose loader caches the records of this list. */
  readonly primes: string | null;
  /** The list read that returns several of these records in one call. */
  readonly listRead: string | null;
  /** It reads a session: an action on the session makes the result stale. */
  readonly isSessionData: boolean;
  /** The field of the schema whose link it resolves, e.g. `ChatTopic.isOpen`; null: resolvers call it by hand. */
  readonly field: string | null;
  /** The archive that it reads; null: it reads none. */
  readonly archive: SessionArchive | null;
  /** For the compiler only: the parameters in addition to the id. */
  readonly parameters?: Parameters;
}

/** Whether a read brings an entity of the subgraph: a record with an id of its own, by that id alone, or several of them. */
export const bringsEntity = ({ result, id, takesOnlyId, entity }: Operation): boolean =>
  result === 'batch' || (result === 'record' && id !== null && takesOnlyId && (entity?.identity ?? null) !== null);

/** What a declaration may contain in addition to the operation's name. */
interface Options<Id extends string> {
  readonly id?: Id;
  /** Default: the record's own id where the id is in the query; otherwise the property of the same name. */
  readonly about?: string | null;
  readonly ids?: string;
  readonly omittedHeaders?: readonly string[];
  readonly joins?: Readonly<Record<string, JoinRule>>;
  readonly primes?: string;
  readonly listRead?: string;
  readonly isSessionData?: boolean;
  readonly field?: string;
  readonly takesSelect?: false;
}

type NameIn<In extends Contract> = keyof In['operations'] & string;

type BodyOf<In extends Contract, Name extends NameIn<In>> = In['operations'][Name]['body'] extends infer Body extends
  keyof PublishedTypes
  ? PublishedCarrier<Body>
  : object;

type IdIn<In extends Contract, Name extends NameIn<In>> = (
  keyof BodyOf<In, Name> | keyof In['operations'][Name]['query']
) &
  string;

type ParametersOf<Body, Id> = { readonly [Name in Exclude<keyof Body, Id>]-?: NonNullable<Body[Name]> };

type RecordOf<Result> = Result extends { readonly of: infer Name extends keyof PublishedTypes }
  ? PublishedCarrier<Name>
  : never;

type ItemOf<Result> = Result extends { readonly list: infer Item } ? RecordOf<Item> : never;

/** Names of operations with this type of result. */
type NamesBy<In extends Contract, Result> = {
  [Name in NameIn<In>]: In['operations'][Name]['result'] extends Result ? Name : never;
}[NameIn<In>];

type ResultOf<In extends Contract, Name extends NameIn<In>> = In['operations'][Name]['result'];

type ValueNames<In extends Contract> = NamesBy<In, 'text' | 'boolean'>;

interface Declaration<Carrier> extends Options<string> {
  readonly of?: Embeddable<Carrier>;
  readonly isAction?: boolean;
}

type RecordOperation<In extends Contract, Name extends NameIn<In>, Id> = Operation<
  'record',
  ParametersOf<BodyOf<In, Name>, Id>,
  RecordOf<ResultOf<In, Name>>
>;

/** What most operations are not, or do not have. */
export const plainOperation = {
  isAction: false,
  ids: null,
  omittedHeaders: [],
  joins: {},
  primes: null,
  listRead: null,
  isSessionData: false,
  field: null,
  archive: null,
} as const;

/** Headers by which SuperOffice would convert or translate what is saved afterwards. */
export const savedHeaders = ['accept-language', 'so-language', 'so-culture', 'so-timezone'] as const;

interface DeclaredName<Kind> {
  readonly contract: Contract;
  readonly name: string;
  readonly result: Kind;
}

interface PublishedResult {
  readonly of?: string;
  readonly list?: { readonly of?: string };
}

/** @throws {TypeError} the records of the result do not have the property that is compared with the id */
function checkProperty({ contract, name, result }: DeclaredName<ResultKind>, about: string | null): void {
  const published = contract.operations[name]?.result as PublishedResult; // as it is generated
  const properties = contract.types[published?.of ?? published?.list?.of ?? ''];
  if (about === null || !properties || !['record', 'list'].includes(result) || about in properties) return;
  throw new TypeError(`${name}: its records have no ${about}. Name the property that holds the id in \`about\`.`);
}

function declared<Kind extends ResultKind, Parameters extends object, Carrier>(
  { contract, name, result }: DeclaredName<Kind>,
  { of: entity, isAction = false, id, about, ...options }: Declaration<Carrier>,
): Operation<Kind, Parameters, Carrier> {
  const { query = {}, body } = contract.operations[name] ?? {};
  const parameters = Object.keys({ ...query, ...(typeof body === 'string' ? contract.types[body] : {}) });
  const isInQuery = id !== undefined && id in query;
  const ownId = isInQuery ? entity?.identity : id;
  const checked = about === undefined ? (ownId ?? null) : about;
  checkProperty({ contract, name, result }, checked);
  if (result === 'record' && !entity?.identity && checked === null)
    throw new TypeError(`${name}: a record without an id needs \`about\`, the property that is checked.`);
  return {
    ...plainOperation,
    agent: contract.agent,
    name,
    result,
    isAction,
    entity: entity ?? null,
    id: id === undefined ? null : { name: id, isInQuery },
    about: checked,
    takesOnlyId: parameters.every((parameter) => parameter === id),
    ...options,
  };
}

function readsOf<const In extends Contract>(contract: In) {
  return {
    /** @returns null where SuperOffice has no such record */
    record: <Name extends NamesBy<In, { readonly of: unknown }>, Id extends IdIn<In, Name> = never>(
      name: Name,
      options: Options<Id> & { readonly of: Embeddable<RecordOf<ResultOf<In, Name>>> },
    ): RecordOperation<In, Name, Id> => declared({ contract, name, result: 'record' }, options),

    list: <Name extends NamesBy<In, { readonly list: unknown }>, Id extends IdIn<In, Name> = never>(
      name: Name,
      options: Options<Id> & { readonly of: Embeddable<ItemOf<ResultOf<In, Name>>> },
    ) =>
      declared<'list', ParametersOf<BodyOf<In, Name>, Id>, ItemOf<ResultOf<In, Name>>>(
        { contract, name, result: 'list' },
        options,
      ),

    /** One call for several records by id; the result omits those that do not exist. */
    batch: <Name extends NamesBy<In, { readonly list: unknown }>>(
      name: Name,
      options: Pick<Options<never>, 'ids' | 'field'> & { readonly of: Entity<ItemOf<ResultOf<In, Name>>> },
    ): Operation<'batch', object, ItemOf<ResultOf<In, Name>>> => declared({ contract, name, result: 'batch' }, options),

    value: <Name extends ValueNames<In>, Id extends IdIn<In, Name> = never>(name: Name, options: Options<Id>) => {
      const { result } = contract.operations[name] ?? {};
      type Kind = ResultOf<In, Name> & ('text' | 'boolean');
      const kind = result as Kind; // by the operation's name
      return declared<Kind, ParametersOf<BodyOf<In, Name>, Id>, never>({ contract, name, result: kind }, options);
    },
  };
}

function actionsOf<const In extends Contract>(contract: In) {
  return {
    /** It is never retried once it has been sent, and returns the record as it is afterwards. */
    action: <Name extends NamesBy<In, { readonly of: unknown }>, Id extends IdIn<In, Name> = never>(
      name: Name,
      options: Options<Id> & { readonly of: Embeddable<RecordOf<ResultOf<In, Name>>> },
    ): RecordOperation<In, Name, Id> => declared({ contract, name, result: 'record' }, { ...options, isAction: true }),

    /** The same for several records. */
    listAction: <Name extends NamesBy<In, { readonly list: unknown }>, Id extends IdIn<In, Name> = never>(
      name: Name,
      options: Options<Id> & { readonly of: Embeddable<ItemOf<ResultOf<In, Name>>> },
    ) =>
      declared<'list', ParametersOf<BodyOf<In, Name>, Id>, ItemOf<ResultOf<In, Name>>>(
        { contract, name, result: 'list' },
        { ...options, isAction: true },
      ),

    /** A record with SuperOffice's default values, to be completed and saved. */
    template: <Name extends NamesBy<In, { readonly of: unknown }>>(name: Name) =>
      declared<'template', object, never>({ contract, name, result: 'template' }, { omittedHeaders: savedHeaders }),

    /** An action that returns nothing. */
    command: <Name extends NamesBy<In, null>, Id extends IdIn<In, Name> = never>(name: Name, id?: Id) =>
      declared<'nothing', ParametersOf<BodyOf<In, Name>, Id>, never>(
        { contract, name, result: 'nothing' },
        { isAction: true, about: null, ...(id !== undefined && { id }) },
      ),
  };
}

/** The kinds of operations of one agent. */
export const operationsOf = <const In extends Contract>(contract: In) => ({
  ...readsOf(contract),
  ...actionsOf(contract),
});
