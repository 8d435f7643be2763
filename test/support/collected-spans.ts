/** Collects spans while it is in use: it registers an SDK, as an operator would, with an exporter in memory. */
import { trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';

export interface CollectedSpans extends Disposable {
  /** Ended spans, in the order of their ends. */
  all(): readonly ReadableSpan[];
  named(name: string): readonly ReadableSpan[];
  /** One line for each, indented below its parent, sorted by name. */
  tree(): readonly string[];
}

const under = (spans: readonly ReadableSpan[], parentId: string | undefined): readonly ReadableSpan[] =>
  spans
    .filter(({ parentSpanContext }) => parentSpanContext?.spanId === parentId)
    .sort((first, second) => first.name.localeCompare(second.name));

function linesUnder(spans: readonly ReadableSpan[], parentId: string | undefined): readonly string[] {
  return under(spans, parentId).flatMap((span) => [
    span.name,
    ...linesUnder(spans, span.spanContext().spanId).map((line) => `  ${line}`),
  ]);
}

export function collectSpans(): CollectedSpans {
  const exporter = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  const all = (): readonly ReadableSpan[] => exporter.getFinishedSpans();
  return {
    all,
    named: (name) => all().filter((span) => span.name === name),
    tree: () => linesUnder(all(), undefined),
    [Symbol.dispose]: () => trace.disable(),
  };
}
