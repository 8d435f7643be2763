/**
 * What the doctor has found out about one point: what was asked, what was seen, and what that means. Its texts are made here or
 * out of names and figures, never out of what a record holds.
 */
export type Verdict = 'fine' | 'decide' | 'unknown';

export interface Finding {
  /** Stable, for programs: `unknown-names`. */
  readonly topic: string;
  readonly asked: string;
  /** A stable word, or a figure with its unit. */
  readonly seen: string;
  readonly meaning: string;
  /** The setting that it is about, if there is one. */
  readonly setting: string | null;
  /** `decide`: somebody has to. `unknown`: it could not be told from what there was to look at. */
  readonly verdict: Verdict;
}

/** What is the same whatever is seen. */
type Point = Pick<Finding, 'topic' | 'asked' | 'setting'>;

/** By what is seen. */
export type Meanings<Seen extends string> = Readonly<Record<Seen, readonly [verdict: Verdict, meaning: string]>>;

/** A finding of one of the things that can be seen. */
export const findingOf =
  <Seen extends string>(point: Point, meanings: Meanings<Seen>) =>
  (seen: Seen): Finding => {
    const [verdict, meaning] = meanings[seen];
    return { ...point, seen, meaning, verdict };
  };

export const needsDecision = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'decide');
