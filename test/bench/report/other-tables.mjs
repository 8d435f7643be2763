/** Tables of latency, calls and bytes, memory, and start. */
import { gatewayTable, mapped } from './table.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @param ms infinite where more requests were refused than the quantile excludes */
export const waiting = (ms) => (Number.isFinite(ms) ? `${ms.toFixed(1)} ms` : 'refused');

export const callsTable = (upstreamCalls, titleOf) =>
  gatewayTable(
    'upstream calls, bytes',
    Object.keys(upstreamCalls),
    mapped(Object.values(upstreamCalls)[0], (_first, column) => (name) => {
      const { calls, bytes } = upstreamCalls[name][column];
      return `${calls}, ${kilobytes(bytes)}`;
    }),
    titleOf,
  );

export const latencyTable = (latency, { perSecond, delayMs }, titleOf) =>
  gatewayTable(
    `Q1, ${perSecond} requests a second, upstream takes ${delayMs} ms`,
    Object.keys(latency),
    {
      p50: (name) => waiting(latency[name].p50Ms),
      'added to p50': (name) => waiting(latency[name].addedMs),
      p99: (name) => waiting(latency[name].p99Ms),
      'rounds measured again, disturbed': (name) => `${latency[name].again}, ${latency[name].disturbed}`,
    },
    titleOf,
  );

export const footprintTable = ({ memoryMb, startUpMs }, titleOf) =>
  gatewayTable(
    'footprint',
    Object.keys(memoryMb),
    {
      'memory after load': (name) => `${Math.round(memoryMb[name].nowMb)} MB`,
      'at most': (name) => `${Math.round(memoryMb[name].mostMb)} MB`,
      'start to first response': (name) => `${(startUpMs[name] / 1000).toFixed(1)} s`,
    },
    titleOf,
  );

export const upstreamLine = ({ usPerCall, callsPerSecond }) =>
  `Upstream takes ${usPerCall.toFixed(0)} µs of CPU for a call: with its own cores it handles ${Math.round(callsPerSecond)} a second.`;
