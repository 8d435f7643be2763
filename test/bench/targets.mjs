/** Targets: CPU time per request of ours, as a ratio to a peer's in the same run, at most. */
export const targets = {
  reference: { Q1: 0.5, Q2: 0.45, Q3: 0.3, Q4: 0.45 },
  mercurius: { Q1: 1.3, Q2: 1.0, Q3: 1.0, Q4: 1.3 },
};

/** From the start of the process to its first response, ours to the reference's, at most. */
export const startTarget = 0.9;

/** Long-term goals, which no run checks. */
export const dream = { mercurius: { Q1: 0.9, Q2: 0.7, Q3: 0.6, Q4: 0.9 } };

/** At a fixed rate with an upstream that takes 20 ms, Q1. Node's timers, which send requests, have a resolution of a millisecond. */
export const latencyTargets = { addedMs: 3, p99BehindMs: 1 };
