/** A table of gateways, as Markdown. */

/**
 * @param corner title of the rows
 * @param columns title → (name) → cell; `undefined` is an empty cell
 */
export function gatewayTable(corner, names, columns, titleOf) {
  const row = (name) => [titleOf(name), ...Object.values(columns).map((cellOf) => cellOf(name) ?? '')];
  return [
    `| ${[corner, ...Object.keys(columns)].join(' | ')} |`,
    `|---|${Object.keys(columns)
      .map(() => '---|')
      .join('')}`,
    ...names.map((name) => `| ${row(name).join(' | ')} |`),
  ].join('\n');
}

/** The same keys with other values. */
export const mapped = (object, valueOf) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, valueOf(value, key)]));
