/** Runs last: all records of the emulator, and the results of all scenarios. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requests, withChat } from '../emulated-chat.mjs';
import { alwaysEmpty, knownDifferences } from '../known-differences.mjs';
import { methods, observed } from '../official-client.mjs';
import { carriersRead } from '../declared-types.mjs';
import { spokenTo } from '../quiet-environment.mjs';

const topicIds = [1, 2, 3, 4, 5, 6, 694];

const operationOf = (method) => method.charAt(0).toUpperCase() + method.slice(1, -'Async'.length);

describe('the client’s declared types', () => {
  it('are read from its declarations, including enums', () => {
    const { properties } = carriersRead().get('ChatSessionEntity');
    assert.equal(properties.get('status').members.get('Closed'), 'Closed');
    assert.deepEqual([properties.get('whenIdle').kind, properties.get('person').name], ['date', 'Person']);
    assert.deepEqual(Object.fromEntries(properties.get('flags').members), { CustomerIsTyping: 0, UserIsTyping: 1 });
  });

  it('are compared with every session, message and topic', () =>
    withChat(async ({ tje0 }) => {
      for (let id = 1; id <= 250; id += 1) {
        assert.equal((await tje0.getChatSessionEntityAsync(id)).chatSessionId, id);
        assert.equal((await tje0.getChatMessagesAsync(id, 0)).length, id % 7);
      }
      for (const id of topicIds) {
        assert.equal((await tje0.getChatTopicEntityAsync(id)).chatTopicId, id);
        await tje0.getChatTopicUserAgentListAsync(id);
      }
    }));

  it('match what the client returns and what the emulator sends, except for the known differences', () => {
    const unknown = [...observed.differences].filter(([what]) => !(what in knownDifferences));
    assert.deepEqual(
      unknown.map(([, where]) => where),
      [],
    );
    assert.deepEqual(
      Object.keys(knownDifferences).filter((what) => !observed.differences.has(what)),
      [],
      'no longer observed',
    );
  });

  it('have a value at least once for each property', () => {
    const declared = [...carriersRead().values()].flatMap(({ name, properties }) =>
      [...properties.keys()].map((property) => `${name}.${property}`),
    );
    assert.ok(declared.length > 300, `${declared.length} properties`);
    assert.deepEqual(declared.filter((property) => !observed.properties.has(property)).sort(), [...alwaysEmpty].sort());
  });
});

describe('all requests', () => {
  it('name each of the 31 operations as SuperOffice does, without $select', () => {
    const operations = methods.map(operationOf);
    assert.deepEqual([...new Set(requests.map(({ operation }) => operation))].sort(), [...operations].sort());
    for (const { method, url, operation, select } of requests) {
      assert.deepEqual([method, select], ['POST', null]);
      assert.match(url, new RegExp(`^/api/v1/Agents/Chat/${operation}(\\?chat(Session|Topic)EntityId=\\d+)?$`, 'i'));
    }
    assert.equal(methods.length, 31);
  });

  it('were sent to loopback only', () => {
    assert.deepEqual([...spokenTo], ['127.0.0.1']);
  });
});
