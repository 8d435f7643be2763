/** The tables of docs/ that are generated from the code: each is between `<!-- name -->` and `<!-- /name -->` in a page. */
import { commands } from '../../../src/cli/commands.js';
import { settingTexts } from '../../../src/cli/help.js';
import { errorCodes, errorTexts } from '../../../src/errors/error-codes.js';
import { errorNotes } from '../../../src/errors/error-notes.js';
import { gatewayMetrics } from '../../../src/observability/metrics.js';
import { chatOperations } from '../chat-operations.js';
import { notesOf } from './schema-reference.js';

type Row = readonly string[];

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.map(code).join(', ');

/** Padded as prettier pads it. */
function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: Row): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const settingsTable = (): string =>
  table(
    ['Setting', 'Description', 'Default'],
    settingTexts.map(({ name, about, defaultText }) => [code(name), about, defaultText]),
  );

const limitsTable = (): string =>
  table(
    ['Limit', 'Setting', 'Default', 'Beyond it'],
    settingTexts.flatMap(({ name, about, defaultText, beyond }) =>
      beyond === undefined ? [] : [[about, code(name), defaultText, beyond]],
    ),
  );

const errorsTable = (): string =>
  table(
    ['Code', 'Default message', 'Send again', 'Details'],
    errorCodes.map((name) => {
      const { repeat, details = '' } = errorNotes[name];
      return [code(name), errorTexts[name], repeat, details];
    }),
  );

function metricsTable(): string {
  const metrics = gatewayMetrics().registry.getMetricsAsArray();
  const own = metrics.filter(({ name }) => name.startsWith('superoffice_chat_'));
  return table(
    ['Metric', 'Type', 'Labels', 'What it has'],
    own.map((metric) => {
      const labels = 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : [];
      return [code(metric.name), String(metric.type), codes(labels), metric.help];
    }),
  );
}

const operationsTable = (): string =>
  table(
    ['Operation', 'Fields', ''],
    chatOperations.map(([operation, fields]) => {
      const notes = fields.flatMap((field) => notesOf(field));
      return [code(operation), codes(fields), [...new Set(notes)].join(' ')];
    }),
  );

async function commandsHelp(): Promise<string> {
  const sections: string[] = [];
  for (const [name, load] of commands) sections.push(`## ${name}\n\n\`\`\`text\n${(await load()).help}\n\`\`\``);
  return sections.join('\n\n');
}

export const tables: Readonly<Record<string, () => string | Promise<string>>> = {
  settings: settingsTable,
  limits: limitsTable,
  errors: errorsTable,
  metrics: metricsTable,
  operations: operationsTable,
  commands: commandsHelp,
};

/** The lines of .env.example for each setting, which is commented out. */
export const environmentExample = (): string =>
  [
    '# All settings of the gateway with their defaults. Copy the ones you need into the environment (or use node --env-file=.env).\n',
    ...settingTexts.map(({ name, about, defaultText }) => `# ${about}\n# Default: ${defaultText}\n# ${name}=\n`),
  ].join('\n');
