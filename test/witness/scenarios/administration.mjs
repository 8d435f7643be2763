/** Topics and their users are created, changed and removed; sessions are deleted. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withChat } from '../emulated-chat.mjs';

const namesOf = (agents) => agents.map(({ user }) => user.name);

describe('a topic', () => {
  it('is created from its default values, changed as a whole, and deleted', () =>
    withChat(async ({ tje0 }) => {
      const topic = await tje0.createDefaultChatTopicEntityAsync();
      assert.equal(topic.chatTopicId, 0);
      const saved = await tje0.saveChatTopicEntityAsync({ ...topic, name: 'Returns' });
      assert.ok(saved.chatTopicId > 0);
      assert.deepEqual(await tje0.getChatTopicEntityAsync(saved.chatTopicId), saved);
      const changed = await tje0.saveChatTopicEntityAsync({ ...saved, name: 'Warranty', warnNewChatMinutes: 9 });
      assert.deepEqual(changed, { ...saved, name: 'Warranty', warnNewChatMinutes: 9 });
      await tje0.deleteChatTopicEntityAsync(saved.chatTopicId);
      assert.equal(await tje0.getChatTopicEntityAsync(saved.chatTopicId), null);
    }));

  it('has users who are added, changed and removed', () =>
    withChat(async ({ tje0 }) => {
      const added = { ...(await tje0.createDefaultChatTopicAgentAsync()), topicId: 4, user: { associateId: 702 } };
      const kari = await tje0.addChatTopicUserAgentAsync(4, added);
      assert.deepEqual([kari.topicId, kari.user.name, kari.canRespond], [4, 'KARI', true]);
      assert.deepEqual(await tje0.getChatTopicUserAgentAsync(4, 'kari@example.com'), kari);
      const changed = await tje0.updateChatTopicUserAgentAsync(4, 'KARI', { ...kari, canManage: true });
      assert.deepEqual(changed, { ...kari, canManage: true });
      const agents = await tje0.getChatTopicUserAgentListAsync(4);
      const silent = await tje0.updateChatTopicUserAgentsAsync(
        4,
        agents.map((agent) => ({ ...agent, canNotify: false })),
      );
      assert.ok(silent.every(({ canNotify }) => !canNotify));
      assert.deepEqual(namesOf(silent), namesOf(agents));
      await tje0.deleteChatTopicUserAgentAsync(4, 'KARI');
      assert.equal(await tje0.getChatTopicUserAgentAsync(4, 'KARI'), null);
    }));
});

describe('a session', () => {
  it('has default values, and is deleted', () =>
    withChat(async ({ tje0 }) => {
      const session = await tje0.createDefaultChatSessionEntityAsync();
      assert.equal(session.chatSessionId, 0);
      const saved = await tje0.saveChatSessionEntityAsync({ ...session, topicId: 1, status: 'InQueue' });
      await tje0.deleteChatSessionEntityAsync(saved.chatSessionId);
      assert.equal(await tje0.getChatSessionEntityAsync(saved.chatSessionId), null);
    }));
});
