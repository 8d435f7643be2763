/**
 * How operations of SuperOffice's agents are declared: each once, and held to the contract. Loaders, calls, the dry run of `explain` and the
 * audit read what is declared here; names, parameters and results come from the contract.
 *
 *   const { record, list, value, action } = operationsOf(chatContract);
 *   chatTopic: record('GetChatTopicEntity', { of: topicEntity, id: 'chatTopicEntityId' })
 *   messages: list('GetChatMessages', { of: messageEntity, id: 'ChatSessionId', joins: { After: 'least' } })
 */
import type { PublishedCarrier } from '../contract/contract.js';
import type { PublishedTypes } from '../contract/generated/types.js';
import type { Embeddable, Entity } from '../entities/field-table.js';

type Written = unknown;

export interface Contract {
  readonly agent: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, Written>>>>;
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly query: Readonly<Record<string, Written>>;
        readonly body: string | null | object;
        readonly result: Written;
      }
    >
  >;
}

/** `batch`: a list of the records that were asked for, by several ids. */
export type AnswerKind = 'record' | 'list' | 'batch' | 'text' | 'boolean' | 'nothing';

/** How the same parameter of two loads becomes that of one call; a parameter without a rule has to be equal. */
export type JoinRule = 'least';

export interface Operation<
  Answer extends AnswerKind = AnswerKind,
  Parameters extends object = object,
  Carrier = never,
> {
  readonly agent: string;
  /** e.g. `GetChatMessages` */
  readonly name: string;
  readonly answer: Answer;
  /** It changes something. */
  readonly isAction: boolean;
  /** What the records are, or those of the list; null: it answers with no records. */
  readonly entity: Embeddable<Carrier> | null;
  /** The parameter that takes the id; null: the operation is about the caller's own. */
  readonly id: { readonly name: string; readonly isInQuery: boolean } | null;
  /** The parameter that takes several ids; null: they are the whole body, as in `[1,2]`, or it takes none. */
  readonly ids: string | null;
  /** The property of each record that must hold the id that was asked for; null: any record may come. */
  readonly about: string | null;
  /** There are no parameters beside it. */
  readonly takesOnlyId: boolean;
  /** Headers of the caller that are not sent along. */
  readonly without: readonly string[];
  readonly joins: Readonly<Record<string, JoinRule>>;
  /** The read that knows the records of this list from then on. */
  readonly primes: string | null;
  /** The list that holds some of these records: one call for several of them. */
  readonly among: string | null;
  /** It tells of a session: what changes one makes this old. */
  readonly ofSession: boolean;
  /** The field of the schema whose link it resolves, e.g. `ChatTopic.isOpen`; null: resolvers ask it by hand. */
  readonly field: string | null;
  /** For the compiler only: what goes along beside the id. */
  readonly parameters?: Parameters;
}

/** What a declaration may say beside the operation's name. */
interface Options<Id extends string> {
  readonly id?: Id;
  /** Default: where the id is in the query, the record's own id; otherwise the property of the same name. */
  readonly about?: string | null;
  readonly ids?: string;
  readonly without?: readonly string[];
  readonly joins?: Readonly<Record<string, JoinRule>>;
  readonly primes?: string;
  readonly among?: string;
  readonly ofSession?: boolean;
  readonly field?: string;
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

/** Names of operations whose result is of a kind. */
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

interface Named<Answer> {
  readonly contract: Contract;
  readonly name: string;
  readonly answer: Answer;
}

function declared<Answer extends AnswerKind, Parameters extends object, Carrier>(
  { contract, name, answer }: Named<Answer>,
  { of: entity, isAction = false, id, about, ...options }: Declaration<Carrier>,
): Operation<Answer, Parameters, Carrier> {
  const { query = {}, body } = contract.operations[name] ?? {};
  const parameters = Object.keys({ ...query, ...(typeof body === 'string' ? contract.types[body] : {}) });
  const isInQuery = id !== undefined && id in query;
  const ownId = isInQuery ? entity?.identity : id;
  return {
    agent: contract.agent,
    name,
    answer,
    isAction,
    entity: entity ?? null,
    id: id === undefined ? null : { name: id, isInQuery },
    about: about === undefined ? (ownId ?? null) : about,
    takesOnlyId: parameters.every((parameter) => parameter === id),
    without: [],
    joins: {},
    ids: null,
    primes: null,
    among: null,
    ofSession: false,
    field: null,
    ...options,
  };
}

/** The kinds of operations of one agent. */
export function operationsOf<const In extends Contract>(contract: In) {
  return {
    /** @returns null where SuperOffice has no such record */
    record: <Name extends NamesBy<In, { readonly of: unknown }>, Id extends IdIn<In, Name> = never>(
      name: Name,
      options: Options<Id> & { readonly of: Embeddable<RecordOf<ResultOf<In, Name>>> },
    ): RecordOperation<In, Name, Id> => declared({ contract, name, answer: 'record' }, options),

    list: <Name extends NamesBy<In, { readonly list: unknown }>, Id extends IdIn<In, Name> = never>(
      name: Name,
      options: Options<Id> & { readonly of: Embeddable<ItemOf<ResultOf<In, Name>>> },
    ) =>
      declared<'list', ParametersOf<BodyOf<In, Name>, Id>, ItemOf<ResultOf<In, Name>>>(
        { contract, name, answer: 'list' },
        options,
      ),

    /** One call for all records of a batch; those that do not come are not there. */
    batch: <Name extends NamesBy<In, { readonly list: unknown }>>(
      name: Name,
      options: Pick<Options<never>, 'ids' | 'field'> & { readonly of: Entity<ItemOf<ResultOf<In, Name>>> },
    ): Operation<'batch', object, ItemOf<ResultOf<In, Name>>> => declared({ contract, name, answer: 'batch' }, options),

    value: <Name extends ValueNames<In>, Id extends IdIn<In, Name> = never>(name: Name, options: Options<Id>) => {
      const { result } = contract.operations[name] ?? {};
      type Answer = ResultOf<In, Name> & ('text' | 'boolean');
      const answer = result as Answer; // by the operation's name
      return declared<Answer, ParametersOf<BodyOf<In, Name>, Id>, never>({ contract, name, answer }, options);
    },

    /** It is never repeated once it has left, and answers with the record as it is afterwards. */
    action: <Name extends NamesBy<In, { readonly of: unknown }>, Id extends IdIn<In, Name> = never>(
      name: Name,
      options: Options<Id> & { readonly of: Embeddable<RecordOf<ResultOf<In, Name>>> },
    ): RecordOperation<In, Name, Id> => declared({ contract, name, answer: 'record' }, { ...options, isAction: true }),

    /** An action that answers nothing. */
    command: <Name extends NamesBy<In, null>>(name: Name) =>
      declared<'nothing', ParametersOf<BodyOf<In, Name>, never>, never>(
        { contract, name, answer: 'nothing' },
        { isAction: true },
      ),
  };
}
