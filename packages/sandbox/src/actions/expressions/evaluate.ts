import { Functions, PURE_FUNCTIONS } from './functions';
import { ExpressionError } from './lex';
import { callsAny, Node, parse } from './parse';
import { areEqual, getMember, isLess, isTruthy, toText, Value } from './values';

/** What expressions can refer to at one place of a workflow. */
export interface Scope {
  contexts: Record<string, Value>;
  functions?: Functions;
}

const STATUS_FUNCTIONS = ['success', 'failure', 'always', 'cancelled'];
const PLACEHOLDER = /\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}/g;

/** Evaluates an expression (without its `${{ }}`). */
export function evaluate(expression: string, scope: Scope): Value {
  return visit(parse(expression), scope, expression);
}

/** Fills in the `${{ }}` of a text. */
export function interpolate(text: string, scope: Scope): string {
  return text.replace(PLACEHOLDER, (_match, expression: string) =>
    toText(evaluate(expression, scope)),
  );
}

/** Fills in the `${{ }}` of anything a workflow can hold; a lone one keeps the type of its value. */
export function interpolateValue(value: Value, scope: Scope): Value {
  if (typeof value === 'string') {
    const lone = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(value);
    return lone && value.match(PLACEHOLDER)?.length === 1
      ? evaluate(lone[1], scope)
      : interpolate(value, scope);
  }
  if (Array.isArray(value)) {
    return value.map(member => interpolateValue(member, scope));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      interpolateValue(member, scope),
    ]),
  );
}

/** Evaluates an `if`, which without a status function asks for `success()` too. */
export function evaluateCondition(
  condition: Value | undefined,
  scope: Scope,
): boolean {
  const text =
    condition === undefined || condition === null ? '' : toText(condition);
  const lone = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(text);
  const expression = lone ? lone[1] : text;
  if (expression.trim() === '') return isTruthy(evaluate('success()', scope));
  const node = parse(expression);
  if (
    !callsAny(node, STATUS_FUNCTIONS) &&
    !isTruthy(evaluate('success()', scope))
  ) {
    return false;
  }
  return isTruthy(visit(node, scope, expression));
}

function visit(node: Node, scope: Scope, source: string): Value {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'context': {
      const value = getMember(scope.contexts, node.name);
      if (value === null && !hasContext(scope, node.name)) {
        throw new ExpressionError(
          source,
          `'${node.name}' is not available here`,
        );
      }
      return value;
    }
    case 'index': {
      const target = visit(node.target, scope, source);
      const key = visit(node.key, scope, source);
      return endsInStar(node.target) &&
        Array.isArray(target) &&
        typeof key === 'string'
        ? target
            .map(member => getMember(member, key))
            .filter(value => value !== null)
        : getMember(target, key);
    }
    case 'star':
      return toMembers(visit(node.target, scope, source));
    case 'not':
      return !isTruthy(visit(node.operand, scope, source));
    case 'call': {
      const name = node.name.toLowerCase();
      const call = scope.functions?.[name] ?? PURE_FUNCTIONS[name];
      if (!call)
        throw new ExpressionError(
          source,
          `there is no function ${node.name}()`,
        );
      return call(...node.args.map(arg => visit(arg, scope, source)));
    }
    default:
      return visitBinary(node, scope, source);
  }
}

function visitBinary(
  node: Extract<Node, { kind: 'binary' }>,
  scope: Scope,
  source: string,
): Value {
  const left = visit(node.left, scope, source);
  if (node.operator === '&&' && !isTruthy(left)) return left;
  if (node.operator === '||' && isTruthy(left)) return left;
  const right = visit(node.right, scope, source);
  switch (node.operator) {
    case '==':
      return areEqual(left, right);
    case '!=':
      return !areEqual(left, right);
    case '<':
      return isLess(left, right);
    case '>':
      return isLess(right, left);
    case '<=':
      return isLess(left, right) || areEqual(left, right);
    case '>=':
      return isLess(right, left) || areEqual(left, right);
    default:
      return right;
  }
}

function hasContext(scope: Scope, name: string): boolean {
  return Object.keys(scope.contexts).some(
    context => context.toLowerCase() === name.toLowerCase(),
  );
}

function endsInStar(node: Node): boolean {
  return (
    node.kind === 'star' || (node.kind === 'index' && endsInStar(node.target))
  );
}

function toMembers(target: Value): Value[] {
  if (target === null || typeof target !== 'object') return [];
  return Array.isArray(target) ? target : Object.values(target);
}
