/** What a hook of Relay returns, in React. */
import React, { Suspense } from 'react';
import { act, create } from 'react-test-renderer';
import reactRelay from 'react-relay';

const { RelayEnvironmentProvider } = reactRelay;
const h = React.createElement;

globalThis.IS_REACT_ACT_ENVIRONMENT = true;

/**
 * @param use calls hooks
 * @returns `latest()`, what it returned when it was rendered last, and `perform`, which does something and renders what follows
 */
export async function renderHook(stage, environment, use) {
  let returned;
  const Rendered = () => {
    returned = use();
    return null;
  };
  const tree = h(RelayEnvironmentProvider, { environment }, h(Suspense, { fallback: null }, h(Rendered)));
  const perform = async (change) => {
    await act(async () => void change());
    await act(() => stage.untilQuiet()); // renders what has arrived
  };
  let root;
  await perform(() => (root = create(tree)));
  return { latest: () => returned, perform, close: () => act(async () => root.unmount()) };
}
