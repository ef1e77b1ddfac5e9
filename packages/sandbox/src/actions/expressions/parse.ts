import { ExpressionError, lex, Token } from './lex';

/** A parsed expression. */
export type Node =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'context'; name: string }
  | { kind: 'index'; target: Node; key: Node }
  | { kind: 'star'; target: Node }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'not'; operand: Node }
  | { kind: 'binary'; operator: string; left: Node; right: Node };

/** Operators from the loosest to the tightest. */
const PRECEDENCE = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=']];

/** Parses an expression (without its `${{ }}`). */
export function parse(expression: string): Node {
  const tokens = lex(expression);
  let position = 0;

  const fail = (problem: string): never => {
    throw new ExpressionError(expression, problem);
  };
  const next = (): Token => tokens[position++] ?? fail('it ends too early');
  const accept = (...symbols: string[]): string | undefined => {
    const token = tokens[position];
    if (token?.kind !== 'symbol' || !symbols.includes(token.value)) {
      return undefined;
    }
    position += 1;
    return token.value;
  };
  const consume = (symbol: string) => {
    if (!accept(symbol)) fail(`a '${symbol}' is missing`);
  };

  const parseBinary = (level: number): Node => {
    if (level === PRECEDENCE.length) return parseUnary();
    let left = parseBinary(level + 1);
    for (;;) {
      const operator = accept(...PRECEDENCE[level]);
      if (!operator) return left;
      left = { kind: 'binary', operator, left, right: parseBinary(level + 1) };
    }
  };
  function parseUnary(): Node {
    return accept('!')
      ? { kind: 'not', operand: parseUnary() }
      : parsePostfix();
  }
  function parsePostfix(): Node {
    let target = parsePrimary();
    for (;;) {
      if (accept('.')) target = parseMember(target);
      else if (accept('[')) target = parseIndex(target);
      else return target;
    }
  }
  function parseMember(target: Node): Node {
    if (accept('*')) return { kind: 'star', target };
    const token = next();
    if (token.kind !== 'name') return fail("a name is missing after '.'");
    return {
      kind: 'index',
      target,
      key: { kind: 'literal', value: token.value },
    };
  }
  function parseIndex(target: Node): Node {
    const star = accept('*');
    const node: Node = star
      ? { kind: 'star', target }
      : { kind: 'index', target, key: parseBinary(0) };
    consume(']');
    return node;
  }
  function parsePrimary(): Node {
    if (accept('(')) {
      const inner = parseBinary(0);
      consume(')');
      return inner;
    }
    const token = next();
    if (token.kind === 'literal') return token;
    if (token.kind === 'symbol') return fail(`unexpected '${token.value}'`);
    return accept('(')
      ? { kind: 'call', name: token.value, args: parseArguments() }
      : { kind: 'context', name: token.value };
  }
  function parseArguments(): Node[] {
    const args: Node[] = [];
    if (accept(')')) return args;
    do args.push(parseBinary(0));
    while (accept(','));
    consume(')');
    return args;
  }

  const node = parseBinary(0);
  if (position < tokens.length) fail('something follows its end');
  return node;
}

/** Whether an expression calls one of the functions, e.g. the status functions of a condition. */
export function callsAny(node: Node, names: string[]): boolean {
  const children: Node[] = Object.values(node)
    .flat()
    .filter(child => typeof child === 'object' && child !== null);
  return (
    (node.kind === 'call' && names.includes(node.name.toLowerCase())) ||
    children.some(child => callsAny(child, names))
  );
}
