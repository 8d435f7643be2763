/**
 * The list of calls as a waterfall: each has a bar that shows when it was made. The bars repeat figures that are there as text.
 */

/**
 * A call to SuperOffice, as the gateway reports it; `startMs` since the operation began, `status` null without a response.
 * @typedef {{ operation: string, id: string | null, select: string | null, status: number | null,
 *   attempt: number, startMs: number, durationMs: number, bytes: number }} Call
 */

/** @param {string} name @param {string} className @param {(Node | string)[]} children */
export function element(name, className, ...children) {
  const created = document.createElement(name);
  created.className = className;
  created.append(...children);
  return created;
}

/** @param {number} bytes */
export const sizeText = (bytes) => (bytes < 10240 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`);

/** The lines break after commas and slashes only. @param {string | null} select */
function selection(select) {
  if (select === null) return element('p', 'quiet', 'without $select');
  const parts = select.split(/(?<=[,/])/).flatMap((part) => [part, document.createElement('wbr')]);
  return element('p', 'selection', element('span', 'quiet', '$select='), element('code', 'select', ...parts));
}

/** @param {Call} call @param {number} totalMs */
function bar({ startMs, durationMs }, totalMs) {
  const created = element('div', 'bar');
  created.style.marginLeft = `${(100 * startMs) / totalMs}%`;
  created.style.width = `${(100 * durationMs) / totalMs}%`;
  const lane = element('div', 'lane', created);
  lane.setAttribute('aria-hidden', 'true');
  return lane;
}

/** @param {Call} call @param {number} totalMs */
function callItem(call, totalMs) {
  const { operation, id, select, status, attempt, startMs, durationMs, bytes } = call;
  const isGood = status !== null && status < 400;
  const figures = [
    element('span', isGood ? 'good' : 'bad', String(status ?? 'no response')),
    element('span', '', `${durationMs} ms`),
    element('span', '', `from ${startMs} ms`),
    element('span', '', sizeText(bytes)),
    ...(attempt > 1 ? [element('span', 'bad', `attempt ${attempt}`)] : []),
  ];
  const name = element('p', 'operation', element('b', '', operation), id === null ? '' : ` ${id}`);
  return element('li', '', name, bar(call, totalMs), element('p', 'figures', ...figures), selection(select));
}

/** In the order in which they were sent. @param {readonly Call[]} calls */
export function callItems(calls) {
  const totalMs = Math.max(1, ...calls.map(({ startMs, durationMs }) => startMs + durationMs));
  return calls.toSorted((one, other) => one.startMs - other.startMs).map((call) => callItem(call, totalMs));
}
