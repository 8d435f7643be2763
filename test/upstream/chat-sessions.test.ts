/**
 * The data source: the request as sent, and that the response is about the requested record.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { reads } from '../../src/catalog/agents/chat.js';
import type { JsonRecord } from '../../src/base/json-record.js';
import { operationCalls } from '../../src/catalog/operation-calls.js';
import type { Projection } from '../../src/superoffice/projection.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { openClient } from '../support/client-calls.js';
import { projectionOf } from '../support/projections.js';

const projection = projectionOf({ ChatSessionId: 'whole', User: ['AssociateId', 'Name'] });

interface SessionSource {
  read(id: string, projection: Projection): Promise<JsonRecord | null>;
}

async function withSource(test: (source: SessionSource, emulator: Emulator) => Promise<void>): Promise<void> {
  await using emulator = await startEmulator();
  using client = openClient(emulator.url);
  const call = operationCalls({ session: client.session(), writeSelect: selectWriter(1800) });
  await test({ read: (id, projection) => call(reads.chatSession, { id, projection }) }, emulator);
}

describe('reading a session', () => {
  it('requests its id and its projection, and nothing else', () =>
    withSource(async (source, emulator) => {
      const record = await source.read('192', projection);

      expect(record).toMatchObject({ ChatSessionId: 192, User: { AssociateId: 600, Name: 'Waelchi LLC' } });
      expect(record?.['SessionKey'] ?? null).toBeNull();
      expect(emulator.log.map(({ url }) => url.split('?')[1])).toEqual([
        'chatSessionEntityId=192&$select=ChatSessionId,User/AssociateId,User/Name',
      ]);
    }));

  it('of an id that does not exist is null', () =>
    withSource(async (source, emulator) => {
      expect(await source.read('999999999', projection)).toBeNull();
      expect(emulator.requests).toHaveLength(1);
    }));

  it.each(['{"ChatSessionId":0}', '{"ChatSessionId":null}', 'null'])('U13 with the response %s is null', (body) =>
    withSource(async (source, emulator) => {
      emulator.injectFault({ kind: 'body', body });

      expect(await source.read('192', projection)).toBeNull();
    }),
  );

  it.each(['{"ChatSessionId":193}', '{"ChatSessionId":"192"}', '{"ChatSessionId":-1}', '{"Status":"Closed"}'])(
    'U24 with another record (%s) is an invalid response, and shows nothing of it',
    (body) =>
      withSource(async (source, emulator) => {
        emulator.injectFault({ kind: 'body', body });

        await expect(source.read('192', projection)).rejects.toMatchObject({
          code: 'UPSTREAM_INVALID_RESPONSE',
          detail: 'GetChatSessionEntity 192: the response is about another record',
        });
        expect(emulator.requests).toHaveLength(1);
      }),
  );

  it.each(['7', '"secret-text"', 'true', '[]', '[{"ChatSessionId":192}]'])(
    'U14 with the response %s is an invalid response',
    (body) =>
      withSource(async (source, emulator) => {
        emulator.injectFault({ kind: 'body', body });

        await expect(source.read('192', projection)).rejects.toMatchObject({
          code: 'UPSTREAM_INVALID_RESPONSE',
          detail: 'GetChatSessionEntity 192: the response is not an object',
        });
      }),
  );
});
