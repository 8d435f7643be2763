/** The `$select` text of the paths that are required of a record. */
import { mergedPaths, type Paths } from './required-properties.js';

const partsOf = (paths: Paths, property: string): readonly string[] =>
  [...paths].filter((path) => path.startsWith(`${property}/`));

/** @param maxLength past it the longest group of parts becomes its bare name, the first one of equals, again until the text fits */
export function selectText(paths: Paths, maxLength = 1_800): string {
  const text = [...paths].sort().join();
  if (text.length <= maxLength) return text;
  const inParts = new Set([...paths].filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''));
  const lengthOf = (property: string): number => partsOf(paths, property).join().length;
  const [longest] = [...inParts].sort().sort((first, second) => lengthOf(second) - lengthOf(first));
  return longest === undefined ? text : selectText(mergedPaths(paths, [longest]), maxLength);
}
