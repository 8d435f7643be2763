/**
 * Parses `$select`: split at ',' and '/', names case-insensitive, bare names select the whole property.
 * It follows the specification and shares no code with the gateway, so that tests can find differences.
 */
import type { Refusal, ServerQuirks } from '../server-quirks.js';
import { isOfGeneration, type Property, type Shape } from './shape.js';

/** By lower-case name; `whole` for a property that is selected with everything in it. */
export type SelectTree = ReadonlyMap<string, SelectTree | 'whole'>;

export type Selection =
  /** No `$select`, or an empty one: "Default = show all fields". */
  | { readonly kind: 'everything' }
  | { readonly kind: 'some'; readonly tree: SelectTree }
  | { readonly kind: 'refused'; readonly refusal: 'null' | Refusal; readonly path: string };

type SelectQuirks = Pick<ServerQuirks, 'unknownSelect' | 'deepSelect' | 'generation'>;
type Branch = Map<string, Branch | 'whole'>;

export function readSelect(text: string, shape: Shape, quirks: SelectQuirks): Selection {
  if (text.trim() === '') return { kind: 'everything' };
  const tree: Branch = new Map();
  for (const path of text.split(',')) {
    const names = namesOf(path);
    if (names.length === 0) continue;
    const decision = decisionFor(names, shape, quirks);
    if (decision === 'honour') addPath(tree, names);
    else if (decision !== 'ignore') return { kind: 'refused', refusal: decision, path: path.trim() };
  }
  return { kind: 'some', tree };
}

function namesOf(path: string): string[] {
  return path
    .split('/')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

type PathDecision = 'honour' | 'ignore' | 'null' | Refusal;

/** A dictionary has no published names: any path into it is deep. Every name of a deep path must exist, too. */
function decisionFor(
  names: readonly string[],
  shape: Shape,
  { unknownSelect = 'ignore', deepSelect = 'ignore', generation }: SelectQuirks,
): PathDecision {
  let current: Shape | null = shape;
  for (const [depth, name] of names.entries()) {
    const property: Property | undefined = current?.get(name);
    if (!property || !isOfGeneration(property, generation)) return unknownSelect;
    if (property.kind === 'dictionary' && depth < names.length - 1) return deepSelect;
    current = 'shape' in property ? property.shape : null;
  }
  return names.length > 2 ? deepSelect : 'honour';
}

function addPath(tree: Branch, [name, ...rest]: readonly string[]): void {
  if (name === undefined) return;
  const existing = tree.get(name);
  if (existing === 'whole') return;
  if (rest.length === 0) {
    tree.set(name, 'whole');
    return;
  }
  const branch: Branch = existing ?? new Map();
  tree.set(name, branch);
  addPath(branch, rest);
}
