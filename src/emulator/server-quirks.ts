/**
 * How the emulated server behaves where nobody outside SuperOffice knows what the real one does. Each is an option, so that a suite
 * can run under all of them, and `doctor` can be shown to name the one that is set. Types and defaults only.
 */

/** `bad-request`: 400 with ASP.NET's `{Message, MessageDetail}`; `error-object`: 200 with `{"Error": true, ...}`. */
export type Refusal = 'bad-request' | 'error-object';

export interface ServerQuirks {
  /**
   * How unselected value types (ints, doubles, booleans, enums, dates) are rendered. Default `null`.
   * Unselected reference types are null, and left out under `absent`; under `sent` the server does not know `$select`.
   */
  readonly unselected?: 'null' | 'default' | 'absent' | 'sent';
  /** Names in `$select` that this server does not have. `null`: answered by `null`, as an unknown id is. Default `ignore`. */
  readonly unknownSelect?: 'ignore' | 'null' | Refusal;
  /** Paths of more than two names, or into a dictionary; both undocumented. Default `ignore`. */
  readonly deepSelect?: 'ignore' | 'honour' | Refusal;
  /** Which names it has: those of the specification, those of today's servers, or `both`, the default. */
  readonly generation?: 'specification' | 'current' | 'both';
  /**
   * GetChatSessionEntity of an id without session. `error-object`: 200 with SoNotFoundException; `not-found`: 404; `empty-record`:
   * ChatSessionId 0; `rejected`: 400 with another exception. Default `null`.
   */
  readonly unknownId?: 'null' | 'error-object' | 'not-found' | 'empty-record' | 'rejected';
  /** How Flags are written when none is set. Default: as stored, mostly empty. */
  readonly noFlags?: '' | 'None' | '0' | 'CustomerIsTyping';
  /** IANA name of the zone in which the When fields of sessions are written, without an offset. Default: as stored, mostly `Z`. */
  readonly whenZone?: string;
  /**
   * What `SO-TimeZone: UTC,includeTZOffset` does to the When fields. `label`: the digits stay and get a `Z` (defect 1372);
   * `convert`: they are UTC's, with `Z`. Default `ignore`.
   */
  readonly timeZoneHeader?: 'ignore' | 'label' | 'convert';
  /** Whether language headers are followed; `always`: it translates without any, too. Default `honour`. */
  readonly languages?: 'honour' | 'ignore' | 'always';
  /** Which ids GetUserAgentList has. Default `ej-user`, as documented of the list `chatuser`. */
  readonly chatUserIds?: 'ej-user' | 'associate';
  /** Longest query string that is served; a longer one gets 404, as from IIS (whose own default is 2048). Default: any. */
  readonly maxQueryChars?: number;
}
