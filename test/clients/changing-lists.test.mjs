/**
 * Lists whose items have no key, when the next response has other items or another order: no item may have values of the previous item
 * at its index. A colleague's name with another colleague's associate id would transfer a chat to the wrong person.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readers } from './open-clients.mjs';
import { openStage } from './stage.mjs';

const people = {
  terje: { Id: 702, Name: 'Terje Nordmann', ToolTip: 'tje0', associateId: '701' },
  kari: { Id: 703, Name: 'Kari Ødegård', ToolTip: 'kari', associateId: '702' },
  jan: { Id: 704, Name: 'Jan van Dijk', ToolTip: 'jan', associateId: '703' },
};
const { terje, kari, jan } = people;

const orders = [
  [[jan, kari], [kari, terje]],
  [[jan, kari], [kari, jan]],
  [[jan, kari, terje], [terje]],
  [[jan], [kari, jan]],
]; // prettier-ignore

const selections = [
  ['id name associateId', 'id name'],
  ['id name associateId', 'id'],
  ['id associateId', 'id name'],
  ['name associateId', 'name'],
  ['name associateId', 'id name'],
  ['toolTip associateId', 'toolTip'],
];

/** The values of each item of a list, and the person that each of them belongs to. */
function personsIn({ id, name, toolTip, associateId }) {
  const found = Object.entries(people).filter(
    ([, person]) =>
      id === String(person.Id) ||
      name === person.Name ||
      toolTip === person.ToolTip ||
      associateId === person.associateId,
  );
  return found.map(([key]) => key);
}

for (const [client, open] of Object.entries(readers)) {
  describe(`${client}, lists that change`, () => {
    for (const [first, second] of selections) {
      it(`transfer targets are never mixed: { ${first} } and { ${second} }`, async (t) => {
        for (const [before, after] of orders) {
          const stage = await openStage(t);
          const read = open(stage);
          const listed = (list) => {
            const body = JSON.stringify(list);
            stage.emulator.injectFault({ kind: 'body', body, match: { operation: 'GetUserAgentList' } });
          };
          const [one, other] = [first, second].map((fields) => `query Q { transferTargets { ${fields} } }`);
          listed(before);
          await read(one);
          listed(after);
          await read(other, { isFresh: true });
          listed(after); // where the first query is sent again
          const { transferTargets } = await read(one);
          for (const target of transferTargets)
            assert.equal(personsIn(target).length, 1, `${JSON.stringify(target)} is more than one person`);
        }
      });
    }

    it('two targets with the same number are separate', async (t) => {
      const support = { Id: kari.Id, Name: 'Support', ToolTip: 'a group' };
      for (const [before, after] of [
        [[kari], [support]],
        [
          [kari, support],
          [support, kari],
        ],
        [[support], [kari, support]],
      ]) {
        const stage = await openStage(t);
        const read = open(stage);
        const listed = (list) => {
          const body = JSON.stringify(list);
          stage.emulator.injectFault({ kind: 'body', body, match: { operation: 'GetUserAgentList' } });
        };
        const targets = 'query Targets { transferTargets { id name associateId } }';
        listed(before);
        await read(targets);
        listed(after);
        await read('query About { transferTargets { id name toolTip } }', { isFresh: true });
        listed(after); // where the first query is sent again
        const { transferTargets } = await read(targets);
        const shown = transferTargets.map(({ name, associateId }) => [name, associateId]);
        assert.deepEqual(
          shown,
          after.map(({ Name, associateId = null }) => [Name, associateId]),
        );
      }
    });

    it('agents whose user is hidden keep their number', async (t) => {
      const stage = await openStage(t);
      const read = open(stage);
      const body = JSON.stringify([true, false].map((CanRespond) => ({ TopicId: 2, User: null, CanRespond })));
      stage.emulator.injectFault({ kind: 'body', body, match: { operation: 'GetChatTopicUserAgentList' } });
      const { chatTopic } = await read(
        'query Q { chatTopic(id: "2") { id agents { topicId user { id } canRespond } } }',
      );
      const shown = chatTopic.agents.map(({ user, canRespond }) => [user, canRespond]);
      assert.deepEqual(shown, [[null, true], [null, false]]); // prettier-ignore
    });

    for (const fields of ['topicId user { id }', 'user { id }']) {
      it(`agents of a topic keep their own rights: { ${fields} canRespond }`, async (t) => {
        const stage = await openStage(t);
        const read = open(stage);
        const agent = (id) => ({ TopicId: 2, User: { AssociateId: id }, CanRespond: id === 701, CanListen: true });
        const agents = (ids) => {
          const body = JSON.stringify(ids.map(agent));
          stage.emulator.injectFault({ kind: 'body', body, match: { operation: 'GetChatTopicUserAgentList' } });
        };
        const query = (more) => `query Q { chatTopic(id: "2") { id agents { ${fields} ${more} } } }`;
        agents([701, 702]);
        await read(query('canRespond'));
        agents([702, 701]);
        await read(query('canListen'), { isFresh: true });
        agents([702, 701]);
        const { chatTopic } = await read(query('canRespond'));
        for (const { user, canRespond } of chatTopic.agents) assert.equal(canRespond, user.id === '701');
      });
    }
  });
}
