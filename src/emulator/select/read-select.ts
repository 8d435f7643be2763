/**
 * The emulator's own reading of `$select`: split at ',' and '/', names in any case, bare names whole.
 * Written from the specification, not from the gateway: the two must be able to disagree.
 */
import type { Refusal, ServerQuirks } from '../server-quirks.js';
import { isOfGeneration, type Property, type Shape } from './shape.js';

/** By lower-case name; `whole` for a property that is wanted with everything in it. */
export type SelectTree = ReadonlyMap<string, SelectTree | 'whole'>;

export type Selection =
  /** No `$select`, or an empty one: "Default = show all fields". */
  | { readonly kind: 'everything' }
  | { readonly kind: 'some'; readonly tree: SelectTree }
  | { readonly kind: 'refused'; readonly refusal: 'null' | Refusal; readonly path: string };

type SelectQuirks = Pick<ServerQuirks, 'unknownSelect' | 'deepSelect' | 'generation'>;
type Branch = Map<string, Branch | 'whole'>;

export function readSelect(text: string, shape: Shape, readings: SelectQuirks): Selection {
  if (text.trim() === '') return { kind: 'everything' };
  const tree: Branch = new Map();
  for (const path of text.split(',')) {
    const names = namesOf(path);
    if (names.length === 0) continue;
    const reading = decisionFor(names, shape, readings);
    if (reading === 'honour') addPath(tree, names);
    else if (reading !== 'ignore') return { kind: 'refused', refusal: reading, path: path.trim() };
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

function decisionFor(names: readonly string[], shape: Shape, readings: SelectQuirks): PathDecision {
  const standing = classifyPath(names, shape, readings);
  if (standing === 'unknown') return readings.unknownSelect ?? 'ignore';
  return standing === 'deep' ? (readings.deepSelect ?? 'ignore') : 'honour';
}

/** A dictionary has no published names: any path into it is deep. Of a deep path, too, every name must exist. */
function classifyPath(
  names: readonly string[],
  shape: Shape,
  { generation }: SelectQuirks,
): 'plain' | 'deep' | 'unknown' {
  let here: Shape | null = shape;
  for (const [depth, name] of names.entries()) {
    const property: Property | undefined = here?.get(name);
    if (!property || !isOfGeneration(property, generation)) return 'unknown';
    if (property.kind === 'dictionary' && depth < names.length - 1) return 'deep';
    here = 'shape' in property ? property.shape : null;
  }
  return names.length > 2 ? 'deep' : 'plain';
}

function addPath(tree: Branch, [name, ...rest]: readonly string[]): void {
  if (name === undefined) return;
  const grown = tree.get(name);
  if (grown === 'whole') return;
  if (rest.length === 0) {
    tree.set(name, 'whole');
    return;
  }
  const branch: Branch = grown ?? new Map();
  tree.set(name, branch);
  addPath(branch, rest);
}
