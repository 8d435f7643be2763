/** Operations of one caller on an emulator, as the catalog requests them. */
import type { JsonRecord } from '../../src/base/json-record.js';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { requestOperation, type OperationRequest } from '../../src/superoffice/agent.js';
import type { ExpectedResponse } from '../../src/superoffice/expected-response.js';
import type { Projection } from '../../src/superoffice/projection.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { openClient } from './client-calls.js';

interface Call {
  readonly operation: string;
  readonly query?: string;
  readonly body?: object | undefined;
  readonly isAction?: boolean;
  readonly subject?: { readonly property: string; readonly id: string } | null;
}

export interface RecordCall extends Call {
  readonly identity: string;
  readonly projection: Projection | null;
}

export interface ListCall extends Call {
  readonly identity: string | null;
  readonly projection: Projection;
}

export interface Agent {
  record(call: RecordCall): Promise<JsonRecord | null>;
  list(call: ListCall): Promise<readonly JsonRecord[] | null>;
  value<Value>(call: Call & { readonly type: 'string' | 'boolean' }): Promise<Value | null>;
  nothing(call: Call): Promise<void>;
}

function requestOf(call: Call, expected: ExpectedResponse, projection: Projection | null = null): OperationRequest {
  const { operation, query = '', body, isAction = false, subject } = call;
  return { agent: 'Chat', operation, id: subject?.id ?? '', query, body, isAction, without: [], expected, projection };
}

const numbered = ({ subject = null }: Call) => subject && { property: subject.property, id: Number(subject.id) };

function agentOf(request: (operation: OperationRequest) => Promise<unknown>): Agent {
  return {
    record: (call) => {
      const { identity, projection, isAction = false } = call;
      const expected = { kind: 'record', subject: numbered(call), identity, isAction } as const;
      return request(requestOf(call, expected, projection)) as Promise<JsonRecord | null>;
    },
    list: (call) => {
      const { identity, projection } = call;
      const expected = { kind: 'list', subject: numbered(call), identity, ids: null } as const;
      return request(requestOf(call, expected, projection)) as Promise<readonly JsonRecord[] | null>;
    },
    value: <Value>(call: Call & { readonly type: 'string' | 'boolean' }) =>
      request(requestOf(call, { kind: call.type })) as Promise<Value | null>,
    nothing: async (call) => void (await request(requestOf(call, { kind: 'nothing' }))),
  };
}

export async function withAgent(test: (agent: Agent, emulator: Emulator) => Promise<void>): Promise<void> {
  await using emulator = await startEmulator();
  using client = openClient(emulator.url);
  const parts = { session: client.session(), writeSelect: selectWriter(1800) };
  await test(
    agentOf((request) => requestOperation(parts, request)),
    emulator,
  );
}

export const presenceCall = {
  operation: 'SaveChatPresence' as const,
  body: { ChatPresence: [{ UserId: 701, Present: true }] },
  isAction: true,
};
