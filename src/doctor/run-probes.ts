/**
 * Runs all probes, in the order of the report, and sends their requests, in an order of their own. A server that does
 * not respond, or refuses the credentials, gets no further request.
 */
import type { Operation } from '../catalog/operation.js';
import { attemptsOver } from '../superoffice/attempt.js';
import { notSent, send, type ProbeResponse, type ProbeTarget } from './probe-client.js';
import { needsDecision, type Probe, type ProbeRequest, type ProbeResult, type ResponseTo } from './probe.js';
import { archiveProbes, archiveRequests } from './probes/archives.js';
import * as connection from './probes/connection.js';
import { selectProbes, selectRequests } from './probes/selects.js';
import { chatUserIds, userRequests, valueProbes, valueRequests } from './probes/values.js';
import { patchRequest, sessionPatch } from './probes/session-patch.js';
import type { Report } from './report.js';

const { apiPage, ownSessions, wholeSession } = connection;

/** In the order in which they are sent. */
const requests = [
  apiPage,
  ownSessions,
  wholeSession,
  ...valueRequests,
  ...selectRequests,
  patchRequest,
  ...userRequests,
  ...archiveRequests,
];

const nameOf = ({ agent, name }: Pick<Operation, 'agent' | 'name'>): string =>
  agent === null ? name : `Agents/${agent}/${name}`;

/** A line for each request that may be sent. */
export const plannedRequests = (sessionId: string | null): readonly string[] =>
  requests
    .filter((request) => request !== ownSessions || sessionId === null)
    .map(({ purpose, operation }) =>
      operation ? `${operation.method ?? 'POST'} ${nameOf(operation)}: ${purpose}` : `GET /api: ${purpose}`,
    );

function resultOf(probe: Probe, responseTo: ResponseTo, target: ProbeTarget): ProbeResult {
  const [status, text, advice = probe.advice[text] ?? ''] = probe.judge(probe.requests.map(responseTo), target);
  return { id: probe.id, title: probe.title, setting: probe.setting ?? null, status, text, advice };
}

/** @throws {BadUserInputError} the credentials are not written in a way that SuperOffice accepts */
export async function runProbes(target: ProbeTarget): Promise<Report> {
  using attempts = attemptsOver(target.config.superoffice, target.clock);
  const responses = new Map<ProbeRequest, ProbeResponse>();
  const responseTo: ResponseTo = (request) => responses.get(request) ?? notSent;
  const results: ProbeResult[] = [];

  /** Sends what the probes need and has not been sent. @returns their results */
  async function run(probes: readonly Probe[]): Promise<readonly ProbeResult[]> {
    const needed = new Set(probes.flatMap((probe) => probe.requests));
    for (const request of requests.filter((each) => needed.has(each) && !responses.has(each))) {
      const content = request.content(responseTo, target);
      if (content) responses.set(request, await send(attempts, target, { ...request, ...content }));
    }
    const judged = probes.map((probe) => resultOf(probe, responseTo, target));
    results.push(...judged);
    return judged;
  }

  const report = (): Report => ({ results, calls: responses.size });
  if (needsDecision(await run([connection.reachability]))) return report();
  await run([connection.version, connection.clock]);
  if (needsDecision(await run([connection.credentials]))) return report();
  const hasSession = !needsDecision(await run([connection.session]));
  if (responseTo(wholeSession).errorCode !== null) return report();
  if (hasSession) await run([...valueProbes, ...selectProbes, sessionPatch]);
  await run([chatUserIds]);
  if (hasSession) await run(archiveProbes);
  return report();
}
