/** The dashboard shows all metrics: each name and label in it exists, and no metric of the gateway is missing from it. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { settings } from '../../src/config/settings.js';
import { gatewayMetrics } from '../../src/observability/metrics.js';
import { readText } from '../support/source-files.js';

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly definition?: string }[] };
}

const text = readText('src/observability/grafana-dashboard.json');
const { panels, templating } = JSON.parse(text) as Dashboard; // its shape is asserted by reading it
const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** Names of time series, and the labels that each may have. */
async function seriesOf(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { registry } = gatewayMetrics();
  const series = new Map<string, readonly string[]>();
  for (const metric of registry.getMetricsAsArray()) {
    const labels = 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : [];
    const names = String(metric.type) === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const suffix of names)
      series.set(`${metric.name}${suffix}`, [...labels, ...(suffix === '_bucket' ? ['le'] : [])]);
  }
  return series;
}

const seriesIn = (expr: string): readonly string[] => [
  ...new Set([...expr.matchAll(/\b((?:superoffice_chat|nodejs|process)_\w+)/g)].map(([, name = '']) => name)),
];

/** The labels that the expression groups by or filters by, without Prometheus's own. */
function labelsIn(expr: string): readonly string[] {
  const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(', '));
  const filtered = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, filters = '']) =>
    filters.split(',').map((filter) => filter.replace(/[=!].*/, '')),
  );
  return [...grouped, ...filtered].filter((label) => label !== 'job');
}

describe('the dashboard', () => {
  let series: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => void (series = await seriesOf()));

  it('uses only metrics that exist, with labels that they have', () => {
    for (const expr of expressions) {
      const names = seriesIn(expr);
      expect(names).toHaveLength(1);
      const labels = series.get(names[0] ?? '');
      expect({ expr, known: labels !== undefined }).toEqual({ expr, known: true });
      expect({ expr, unknown: labelsIn(expr).filter((label) => !labels?.includes(label)) }).toEqual({
        expr,
        unknown: [],
      });
    }
    for (const { definition } of templating.list) {
      if (definition !== undefined) expect(series.has(seriesIn(definition)[0] ?? '')).toBe(true);
    }
  });

  it('uses every metric of the gateway', () => {
    const own = gatewayMetrics()
      .registry.getMetricsAsArray()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('superoffice_chat_'));
    const unused = own.filter(
      (name) => !expressions.some((expr) => new RegExp(`\\b${name}(_bucket|_sum|_count)?\\b`).test(expr)),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(unused).toEqual([]);
  });

  it('has a legend for every label that it groups by', () => {
    const targets = panels.flatMap((panel) => panel.targets ?? []);
    const mute = targets.filter(({ expr, legendFormat }) => {
      const grouped = /by \(([^)]*)\)/.exec(expr)?.[1]?.split(', ') ?? [];
      return grouped.some((label) => label !== 'le' && !legendFormat.includes(`{{${label}}}`));
    });
    expect(mute).toEqual([]);
  });

  it('has panels that do not overlap, with unique ids, and no address of a person', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_none, index) => `${x + (index % w)}/${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(text).not.toMatch(/https?:/);
  });
});

describe('the alert rules', () => {
  interface Rule {
    readonly alert: string;
    readonly expr: string;
    readonly labels: { readonly severity: string };
    readonly annotations: { readonly summary: string; readonly description: string };
  }
  const { groups } = parse(readText('src/observability/alert-rules.yaml')) as { groups: { rules: Rule[] }[] };
  const rules = groups.flatMap((group) => group.rules);

  it('use only metrics that exist, with labels that they have', async () => {
    const series = await seriesOf();
    expect(rules.length).toBeGreaterThan(5);
    for (const { alert, expr } of rules) {
      const names = seriesIn(expr);
      const unknown = names.filter((name) => !series.has(name));
      const labels = names.flatMap((name) => series.get(name) ?? []);
      expect({ alert, count: names.length > 0, unknown }).toEqual({ alert, count: true, unknown: [] });
      expect({ alert, unknown: labelsIn(expr).filter((label) => !labels.includes(label)) }).toEqual({
        alert,
        unknown: [],
      });
    }
  });

  it('mention only settings and metrics that exist in their advice', () => {
    const metrics = gatewayMetrics()
      .registry.getMetricsAsArray()
      .map(({ name }) => name);
    for (const { alert, labels, annotations } of rules) {
      const text = `${annotations.summary} ${annotations.description}`;
      const named = text.match(/\b(superoffice_chat_\w+|(?:MAX|AUDIT|ROUTER|LOG)_[A-Z_]+)\b/g) ?? [];
      const unknown = named.filter((name) => !metrics.includes(name) && !(name in settings));
      expect({ alert, unknown, severity: ['info', 'warning', 'critical'].includes(labels.severity) }).toEqual({
        alert,
        unknown: [],
        severity: true,
      });
    }
  });
});
