/** Sizes and names of files, names of identifiers, and casts. */
import { describe, expect, it } from '@jest/globals';
import { sourceFiles } from '../support/source-files.js';

/** The text without its comments. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

const files = [...sourceFiles('src'), ...sourceFiles('test')];

describe('files', () => {
  const sizes = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));

  it('have at most 300 lines', () => {
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('have a median of at most 120 lines', () => {
    const sorted = sizes.map(({ lines }) => lines).sort((first, second) => first - second);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(120);
  });

  it('begin with their purpose', () => {
    const silent = sourceFiles('src').filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('names', () => {
  it('are the standard terms of the field', () => {
    const vague = /(service|manager|helper|util|handler|dto)s?\b/i;
    expect(files.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
    const declared = /\b(?:class|interface|type|function|const|let)\s+(\w+)/g;
    const names = sourceFiles('src').flatMap(({ path, text }) =>
      [...text.matchAll(declared)].map(([, name = '']) => `${path}: ${name}`),
    );
    const ours = names.filter((name) => !name.endsWith(': _Service')); // federation's
    expect(ours.filter((name) => /(Service|Manager|Helper|Util|Handler|Dto)s?$/.test(name))).toEqual([]);
  });
});

describe('types', () => {
  it('are not bypassed: no any, no !, no ts-ignore; a cast gives its reason on its line', () => {
    const casts = sourceFiles('src').flatMap(({ path, text }) =>
      text
        .replace(/^(export|import) \{[^}]*\} from .*$/gm, '') // names, over several lines
        .split('\n')
        .filter((line) =>
          /\bas (?!const\b)[A-Za-z{]/.test(
            line.replace(/\/\/.*|\/?\*.*|import .*|export .*|'[^']*'|\[\w+ in .*\]:/g, ''),
          ),
        )
        .filter((line) => !line.includes('//'))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(casts.filter((cast) => !/^src\/(emulator|entities\/conversions)/.test(cast))).toEqual([]);
    expect(
      sourceFiles('src').filter(
        ({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text) || /: any[;,)\]>\s]*[;,)=>]/.test(code(text)),
      ),
    ).toEqual([]);
  });
});
