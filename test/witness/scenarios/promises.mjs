/** Comes last: everything that there is, and what all scenarios together have shown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrived, withChat } from '../emulated-chat.mjs';
import { differing, neverGiven } from '../known-oddities.mjs';
import { methods, shown } from '../official-client.mjs';
import { carriersRead } from '../promised-types.mjs';
import { spokenTo } from '../quiet-environment.mjs';

const topicIds = [1, 2, 3, 4, 5, 6, 694];

const operationOf = (method) => method.charAt(0).toUpperCase() + method.slice(1, -'Async'.length);

describe('what the client’s types promise', () => {
  it('is read from its declarations, enums and all', () => {
    const { properties } = carriersRead().get('ChatSessionEntity');
    assert.equal(properties.get('status').members.get('Closed'), 'Closed');
    assert.deepEqual([properties.get('whenIdle').kind, properties.get('person').name], ['date', 'Person']);
    assert.deepEqual(Object.fromEntries(properties.get('flags').members), { CustomerIsTyping: 0, UserIsTyping: 1 });
  });

  it('is asked of every session, message and topic that there is', () =>
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

  it('is kept, by what the client gives and by what comes over the wire, but for the oddities that are known', () => {
    const unknown = [...shown.differences].filter(([what]) => !(what in differing));
    assert.deepEqual(
      unknown.map(([, where]) => where),
      [],
    );
    assert.deepEqual(
      Object.keys(differing).filter((what) => !shown.differences.has(what)),
      [],
      'seen no more',
    );
  });

  it('was given at least once, property by property', () => {
    const promised = [...carriersRead().values()].flatMap(({ name, properties }) =>
      [...properties.keys()].map((property) => `${name}.${property}`),
    );
    assert.ok(promised.length > 300, `${promised.length} properties`);
    assert.deepEqual(promised.filter((property) => !shown.properties.has(property)).sort(), [...neverGiven].sort());
  });
});

describe('all requests', () => {
  it('name each of the twenty operations as SuperOffice does, without $select', () => {
    const operations = methods.map(operationOf);
    assert.deepEqual([...new Set(arrived.map(({ operation }) => operation))].sort(), [...operations].sort());
    for (const { method, url, operation, select } of arrived) {
      assert.deepEqual([method, select], ['POST', null]);
      assert.match(url, new RegExp(`^/api/v1/Agents/Chat/${operation}(\\?chat(Session|Topic)EntityId=\\d+)?$`));
    }
    assert.equal(methods.length, 20);
  });

  it('went to loopback only', () => {
    assert.deepEqual([...spokenTo], ['127.0.0.1']);
  });
});
