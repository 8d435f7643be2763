/** The results as a table for people, and as JSON for programs. */
import { wellFormedJson } from '../base/well-formed-json.js';
import { needsDecision, type ProbeResult, type Status } from './probe.js';

export interface Report {
  readonly results: readonly ProbeResult[];
  /** Requests that were sent. */
  readonly calls: number;
}

const labels: Readonly<Record<Status, string>> = { fine: 'ok', decide: 'DECIDE', unknown: '?' };

const headings = ['', 'what', 'seen', 'setting'] as const;

/** Each result is a row, and its advice a line below it. */
export function reportTable({ results, calls }: Report): string {
  const rows = results.map(({ id, text, setting, status }) => [labels[status], id, text, setting ?? '-']);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + 2);
  const body = rows.flatMap((row, index) => [line(row), `${indent}${results[index]?.advice ?? ''}`]);
  const decisions = results.filter(({ status }) => status === 'decide').length;
  const end = decisions === 0 ? 'Nothing needs a decision.' : `${decisions} to decide.`;
  return [line(headings), ...body, '', `${calls} calls were made. ${end}`].join('\n');
}

/** Programs read these names. */
export function reportJson({ results, calls }: Report): string {
  const findings = results.map(
    ({ id: topic, title: asked, setting, text: seen, advice: meaning, status: verdict }) => ({
      topic,
      asked,
      setting,
      seen,
      meaning,
      verdict,
    }),
  );
  return wellFormedJson(JSON.stringify({ needsDecision: needsDecision(results), calls, findings }));
}
