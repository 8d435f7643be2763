/** The findings as a table for people, and as JSON for programs. */
import { wellFormedJson } from '../base/well-formed-json.js';
import { needsDecision, type Finding, type Verdict } from './finding.js';

const words: Readonly<Record<Verdict, string>> = { fine: 'ok', decide: 'DECIDE', unknown: '?' };

const headings = ['', 'what', 'seen', 'setting'] as const;

/** Each finding is a row, and what it means a line below it. */
export function reportTable(findings: readonly Finding[], calls: number): string {
  const rows = findings.map(({ topic, seen, setting, verdict }) => [words[verdict], topic, seen, setting ?? '-']);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + 2);
  const body = rows.flatMap((row, index) => [line(row), `${indent}${findings[index]?.meaning ?? ''}`]);
  const decisions = findings.filter(({ verdict }) => verdict === 'decide').length;
  const end = decisions === 0 ? 'Nothing needs a decision.' : `${decisions} to decide.`;
  return [line(headings), ...body, '', `${calls} calls were made. ${end}`].join('\n');
}

export function reportJson(findings: readonly Finding[], calls: number): string {
  return wellFormedJson(JSON.stringify({ needsDecision: needsDecision(findings), calls, findings }));
}
