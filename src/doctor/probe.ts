/** What a probe is: the requests that it needs, how it judges their responses, and the advice for each result. */
import type { ProbeResponse, ProbeTarget, SentRequest } from './probe-client.js';

/** @returns `notSent` for a request that has not been sent */
export type ResponseTo = (request: ProbeRequest) => ProbeResponse;

type Content = Pick<SentRequest, 'query' | 'body' | 'form' | 'pathId'>;

export interface ProbeRequest extends Omit<SentRequest, keyof Content> {
  /** Null: the request is not sent, because it is not needed or there is no id for it. */
  content(responseTo: ResponseTo, target: ProbeTarget): Content | null;
}

/** `decide`: an operator has to act. `unknown`: the responses do not show it. */
export type Status = 'fine' | 'decide' | 'unknown';

type Requests = readonly ProbeRequest[];

export interface Probe<Text extends string = string, Needed extends Requests = Requests> {
  /** Stable, for programs: `unknown-names`. */
  readonly id: string;
  readonly title: string;
  /** The setting that it is about. */
  readonly setting?: string;
  readonly requests: Needed;
  readonly advice: Readonly<Record<Text, string>>;
  /** @returns a text of `advice`, or another one with its own advice; neither repeats a value of a record */
  judge(
    responses: { readonly [Index in keyof Needed]: ProbeResponse },
    target: ProbeTarget,
  ): readonly [Status, NoInfer<Text>] | readonly [Status, text: string, advice: string];
}

export interface ProbeResult extends Pick<Probe, 'id' | 'title'> {
  readonly setting: string | null;
  readonly status: Status;
  /** A stable word, or a figure with its unit. */
  readonly text: string;
  readonly advice: string;
}

/** The probe itself: the compiler checks that each text has an advice. */
export const probe = <Text extends string, const Needed extends Requests>(
  definition: Probe<Text, Needed>,
): Probe<Text, Needed> => definition;

export const needsDecision = (results: readonly ProbeResult[]): boolean =>
  results.some(({ status }) => status === 'decide');
