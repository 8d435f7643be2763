/** A list in React with Relay's usePaginationFragment. */
import { relayAt } from './open-clients.mjs';
import { renderHook } from './relay-hook.mjs';
import { snippet } from './snippets.mjs';

/** @returns the ids of all pages, and how many requests they took */
export async function pagesInRelay(stage, { filter, perPage, before = () => undefined }) {
  const { useFirstPage, usePages } = await snippet('relay/SessionList');
  const sentBefore = stage.sent.length;
  before();
  const environment = relayAt(stage, undefined, true);
  const { latest, perform, close } = await renderHook(stage, environment, () =>
    usePages(useFirstPage({ filter, count: perPage })),
  );
  let error = null;
  while (latest().hasNext && error === null) {
    before();
    await perform(() => latest().loadNext(perPage, { onComplete: (failure) => (error = failure) }));
  }
  const ids = latest().data.findChatSessions.edges.map(({ node }) => node.id);
  await close();
  return { ids, error, requests: stage.sent.length - sentBefore };
}
