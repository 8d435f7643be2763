/**
 * Requirements that loads under way will lead to: a session that is loaded with its topic's name will require that topic's name.
 * A call that is made in the meantime may fetch it too.
 */
export interface PendingRequirements<Requirement> {
  /** @param until may lead to the requirement; once it has settled, the requirement is no longer expected */
  expect(requirement: Requirement, until: Promise<unknown>): void;
  /** One entry for each load that may lead to the requirement. */
  pending(): readonly Requirement[];
}

export function pendingRequirements<Requirement>(): PendingRequirements<Requirement> {
  const expected = new Set<{ readonly requirement: Requirement }>();
  return {
    expect(requirement, until) {
      const entry = { requirement };
      expected.add(entry);
      const settle = (): void => void expected.delete(entry);
      until.then(settle, settle);
    },
    pending: () => [...expected].map(({ requirement }) => requirement),
  };
}
