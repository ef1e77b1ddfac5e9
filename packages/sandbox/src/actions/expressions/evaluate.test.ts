import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { evaluate, evaluateCondition, interpolate } from './evaluate';
import { Value } from './values';

const contexts: Record<string, Value> = {
  github: {
    sha: 'abc',
    ref: 'refs/heads/main',
    event: { inputs: { tier: 'backend' } },
    run_number: 3,
  },
  env: { EMPTY: '' },
  jobs: { a: { result: 'success' }, b: { result: 'failure' } },
  list: [{ name: 'one' }, { name: 'two' }],
};

const EXPRESSIONS = [
  'github.sha',
  'GITHUB.Sha',
  "github['sha']",
  'github.event.inputs.tier',
  'github.nothing.at.all',
  'env.EMPTY',
  "env.EMPTY || 'default'",
  "github.sha && 'yes' || 'no'",
  "github.ref == 'REFS/heads/MAIN'",
  "github.run_number == '3'",
  'github.run_number >= 3',
  'github.run_number < 10',
  '!github.run_number',
  "'it''s'",
  '0x10',
  '-1.5',
  'null',
  "'' == 0",
  'true == 1',
  "'a' == 0",
  "null == ''",
  "contains('Hello', 'ELL')",
  "contains(github, 'abc')",
  "contains(list.*.name, 'two')",
  "join(list.*.name, '-')",
  'join(jobs.*.result)',
  "startsWith(github.ref, 'refs/heads/')",
  "endsWith(github.ref, '/MAIN')",
  "format('{0}-{1} {{x}}', github.sha, github.run_number)",
  'toJSON(list)',
  'fromJSON(\'{"a": [1, 2]}\').a[1]',
  "fromJSON('true') && 'typed'",
  '(true || false) && !false',
  'github',
  'list',
  'list[0].name',
  'list[9]',
];

describe('expressions', () => {
  it('are evaluated as by GitHub’s own library', () => {
    const answers = execFileSync(
      process.execPath,
      [path.join(__dirname, '__fixtures__', 'evaluateByGithub.mjs')],
      { input: JSON.stringify({ expressions: EXPRESSIONS, contexts }) },
    );
    const expected: Value[] = JSON.parse(answers.toString());
    const actual = EXPRESSIONS.map(text => evaluate(text, { contexts }));
    expect(zip(EXPRESSIONS, actual)).toEqual(zip(EXPRESSIONS, expected));
  });

  it.each([
    ['github.sha ==', 'it ends too early'],
    ['github.sha github.ref', 'something follows its end'],
    ['nobody.knows', "'nobody' is not available here"],
    ['shout(1)', 'there is no function shout()'],
    ['"double"', "unexpected '\"'"],
  ])('names what is wrong with %s', (expression, problem) => {
    expect(() => evaluate(expression, { contexts })).toThrow(problem);
  });

  it('fill in a text', () => {
    expect(
      interpolate("${{ github.sha }}/${{ format('{0}}}', 1) }}!", { contexts }),
    ).toBe('abc/1}!');
  });
});

describe('a condition', () => {
  const scope = (succeeded: boolean) => ({
    contexts,
    functions: {
      success: () => succeeded,
      failure: () => !succeeded,
      always: () => true,
    },
  });

  it.each<[string | undefined, boolean, boolean]>([
    [undefined, true, true],
    [undefined, false, false],
    ["github.sha == 'abc'", true, true],
    ["github.sha == 'abc'", false, false],
    ["${{ github.sha != 'abc' }}", true, false],
    ['always()', false, true],
    ["failure() && github.sha == 'abc'", false, true],
    ["!failure() && contains('a', 'a')", false, false],
  ])('%s after success=%s is %s', (condition, succeeded, expected) => {
    expect(evaluateCondition(condition, scope(succeeded))).toBe(expected);
  });
});

function zip<A, B>(left: A[], right: B[]): Array<[A, B]> {
  return left.map((item, index) => [item, right[index]]);
}
