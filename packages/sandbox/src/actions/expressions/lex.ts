/** A token of GitHub's expression language. */
export type Token =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'name'; value: string }
  | { kind: 'symbol'; value: string };

/** An expression that cannot be read or evaluated. */
export class ExpressionError extends Error {
  constructor(expression: string, problem: string) {
    super(`The expression '${expression.trim()}' is not valid: ${problem}.`);
    this.name = 'ExpressionError';
  }
}

const TOKEN =
  /(?:(?<string>'(?:[^']|'')*')|(?<number>[-+]?(?:0x[0-9a-fA-F]+|0o[0-7]+|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\.\d+))|(?<name>[A-Za-z_][\w-]*)|(?<symbol>&&|\|\||[=!<>]=|[!<>()[\].,*]))/y;

const KEYWORDS: Record<string, boolean | null | number> = {
  true: true,
  false: false,
  null: null,
  NaN: NaN,
  Infinity,
};

/** Splits an expression (without its `${{ }}`) into tokens. */
export function lex(expression: string): Token[] {
  const tokens: Token[] = [];
  const end = expression.trimEnd().length;
  let position = 0;
  while (position < end) {
    if (/\s/.test(expression[position])) {
      position += 1;
      continue;
    }
    TOKEN.lastIndex = position;
    const groups = TOKEN.exec(expression)?.groups;
    if (!groups) {
      throw new ExpressionError(
        expression,
        `unexpected '${expression[position]}'`,
      );
    }
    position = TOKEN.lastIndex;
    tokens.push(toToken(groups, tokens[tokens.length - 1]));
  }
  return tokens;
}

function toToken(
  groups: Record<string, string | undefined>,
  previous: Token | undefined,
): Token {
  if (groups.string !== undefined) {
    const value = groups.string.slice(1, -1).replaceAll("''", "'");
    return { kind: 'literal', value };
  }
  if (groups.number !== undefined) {
    return { kind: 'literal', value: Number(groups.number) };
  }
  if (groups.symbol !== undefined) {
    return { kind: 'symbol', value: groups.symbol };
  }
  const name = groups.name ?? '';
  const afterDot = previous?.kind === 'symbol' && previous.value === '.';
  return !afterDot && Object.hasOwn(KEYWORDS, name)
    ? { kind: 'literal', value: KEYWORDS[name] }
    : { kind: 'name', value: name };
}
