/**
 * Parses restrictions: `status oneOf (4,5) and (firstMessage begins 'Bob\'s' or chatSessionId > 7)`. A quote in a text follows a backslash;
 * `and` binds tighter than `or`. The examples of SuperOffice's documentation are the tests.
 */
export type Operand = string | number;

export type Restriction =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Restriction[] }
  | {
      readonly kind: 'condition';
      readonly column: string;
      readonly operator: string;
      readonly operands: readonly Operand[];
    };

export class RestrictionError extends Error {
  override readonly name = 'RestrictionError';
}

type Token =
  { readonly kind: 'word' | 'sign'; readonly text: string } | { readonly kind: 'value'; readonly value: Operand };

const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?)(?![\w/.])|(<=|>=|<>|!=|[=<>(),])|([\w/.:]+))/sy;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.trimEnd().length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(text);
    if (found === null) throw new RestrictionError(`unreadable at ${at}`);
    const [, quoted, number, sign, word] = found;
    if (quoted !== undefined) tokens.push({ kind: 'value', value: quoted.replace(/\\(.)/gs, '$1') });
    else if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

class Parser {
  #at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  all(): Restriction {
    const restriction = this.#joined('or', () => this.#joined('and', () => this.#primary()));
    if (this.#at < this.tokens.length) throw new RestrictionError('something follows the end');
    return restriction;
  }

  #joined(word: 'and' | 'or', next: () => Restriction): Restriction {
    const first = next();
    const parts = [first];
    while (this.#takes('word', word)) parts.push(next());
    return parts.length === 1 ? first : { kind: word, parts };
  }

  #takes(kind: 'word' | 'sign', text: string): boolean {
    const token = this.tokens[this.#at];
    const isIt = token?.kind === kind && token.text.toLowerCase() === text;
    if (isIt) this.#at += 1;
    return isIt;
  }

  #primary(): Restriction {
    if (this.#takes('sign', '(')) {
      const inner = this.#joined('or', () => this.#joined('and', () => this.#primary()));
      if (!this.#takes('sign', ')')) throw new RestrictionError('a bracket is missing');
      return inner;
    }
    const column = this.tokens[this.#at];
    const operator = this.tokens[this.#at + 1];
    if (column?.kind !== 'word' || operator === undefined || operator.kind === 'value')
      throw new RestrictionError('a column and an operator were expected');
    this.#at += 2;
    return {
      kind: 'condition',
      column: column.text,
      operator: operator.text.toLowerCase(),
      operands: this.#operands(),
    };
  }

  #operands(): readonly Operand[] {
    const single = this.tokens[this.#at];
    if (single?.kind === 'value') {
      this.#at += 1;
      return [single.value];
    }
    if (!this.#takes('sign', '(')) return [];
    const operands: Operand[] = [];
    do {
      const token = this.tokens[this.#at];
      if (token?.kind !== 'value') throw new RestrictionError('a value was expected');
      operands.push(token.value);
      this.#at += 1;
    } while (this.#takes('sign', ','));
    if (!this.#takes('sign', ')')) throw new RestrictionError('a bracket is missing');
    return operands;
  }
}

/** @throws {RestrictionError} */
export const parseRestriction = (text: string): Restriction => new Parser(tokensOf(text)).all();
