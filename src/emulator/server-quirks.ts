/**
 * Options for server behaviour that SuperOffice does not document. Tests run under each value, and `doctor` must report the
 * value that is set. Types and defaults only.
 */

/** `bad-request`: 400 with ASP.NET's `{Message, MessageDetail}`; `error-object`: 200 with `{"Error": true, ...}`. */
export type Refusal = 'bad-request' | 'error-object';

export interface ServerQuirks {
  /**
   * How unselected value types (ints, doubles, booleans, enums, dates) are rendered. Default `null`.
   * Unselected reference types are null, and left out under `absent`; under `sent` the server ignores `$select`.
   */
  readonly unselected?: 'null' | 'default' | 'absent' | 'sent';
  /** Names in `$select` that this server does not have. `null`: the response is `null`, as for an unknown id. Default `ignore`. */
  readonly unknownSelect?: 'ignore' | 'null' | Refusal;
  /** Paths of more than two names, or into a dictionary; both undocumented. Default `ignore`. */
  readonly deepSelect?: 'ignore' | 'honour' | Refusal;
  /** Property names of the specification, of current servers, or of both. Default `both`. */
  readonly generation?: 'specification' | 'current' | 'both';
  /**
   * GetChatSessionEntity with an unknown id. `error-object`: 200 with SoNotFoundException; `not-found`: 404; `empty-record`:
   * ChatSessionId 0; `rejected`: 400 with another exception. Default `null`.
   */
  readonly unknownId?: 'null' | 'error-object' | 'not-found' | 'empty-record' | 'rejected';
  /** Value of Flags when none is set. Default: as stored, mostly empty. */
  readonly noFlags?: '' | 'None' | '0' | 'CustomerIsTyping';
  /** IANA name of the zone of the When fields of sessions, written without an offset. Default: as stored, mostly `Z`. */
  readonly whenZone?: string;
  /**
   * Effect of `SO-TimeZone: UTC,includeTZOffset` on the When fields. `label`: the local time gets a `Z` (defect 1372);
   * `convert`: UTC with `Z`. Default `ignore`.
   */
  readonly timeZoneHeader?: 'ignore' | 'label' | 'convert';
  /** Whether language headers are honoured; `always`: texts are translated without a header, too. Default `honour`. */
  readonly languages?: 'honour' | 'ignore' | 'always';
  /** Which ids GetUserAgentList returns. Default `ej-user`, as documented for the list `chatuser`. */
  readonly chatUserIds?: 'ej-user' | 'associate';
  /** Whether archives can be restricted by time spans. Default `accepted`. */
  readonly archiveTimeSpans?: 'accepted' | 'refused' | 'ignored';
  /** Whether archives accept `in` for whole numbers. Default `accepted`. */
  readonly archiveIn?: 'accepted' | 'refused' | 'ignored';
  /** Whether POST /api/v1/Archive/{provider} exists: older servers have GET only. Default `present`. */
  readonly archivePost?: 'present' | 'missing';
  /** PATCH of a session, which older servers may lack. `refused`: 405; `untested`: its tests are not compared. Default `present`. */
  readonly patch?: 'present' | 'missing' | 'refused' | 'untested';
  /** Maximum length of a query string; a longer one gets 404, as from IIS (whose own default is 2048). Default: unlimited. */
  readonly maxQueryChars?: number;
}
