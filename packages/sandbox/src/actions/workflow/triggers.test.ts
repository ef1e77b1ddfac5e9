import { matchesPatterns } from './patterns';
import { parseWorkflow } from './parseWorkflow';
import { isTriggeredByPush, Push } from './triggers';

const aWorkflow = (on: string) =>
  parseWorkflow(
    `on: ${on}\njobs: { a: { runs-on: x, steps: [{ run: "true" }] } }`,
    '.github/workflows/a.yml',
  );
const aPush = (push: Partial<Push> = {}): Push => ({
  ref: 'refs/heads/main',
  changedFiles: ['src/a.ts'],
  message: 'Change',
  ...push,
});

describe('a push', () => {
  it.each<[string, Partial<Push>, boolean]>([
    ['push', {}, true],
    ['workflow_dispatch', {}, false],
    ['[push, pull_request]', {}, true],
    ['{ push: { branches: [main] } }', {}, true],
    ['{ push: { branches: [main] } }', { ref: 'refs/heads/next' }, false],
    [
      '{ push: { branches: ["release/**"] } }',
      { ref: 'refs/heads/release/a/b' },
      true,
    ],
    [
      '{ push: { branches-ignore: ["wip/*"] } }',
      { ref: 'refs/heads/wip/a' },
      false,
    ],
    ['{ push: { branches: [main] } }', { ref: 'refs/tags/v1' }, false],
    ['{ push: { tags: ["v*"] } }', { ref: 'refs/tags/v1' }, true],
    ['{ push: { tags: ["v*"] } }', {}, false],
    ['{ push: { paths: ["src/**"] } }', {}, true],
    ['{ push: { paths: ["src/**", "!src/a.*"] } }', {}, false],
    [
      '{ push: { paths-ignore: ["deploy/**"] } }',
      { changedFiles: ['deploy/a/b.yaml'] },
      false,
    ],
    [
      '{ push: { paths-ignore: ["deploy/**"] } }',
      { changedFiles: ['deploy/a.yaml', 'x'] },
      true,
    ],
    ['push', { message: 'Bump [skip ci]' }, false],
  ])('with on: %s and %j starts it: %s', (on, push, expected) => {
    expect(isTriggeredByPush(aWorkflow(on), aPush(push))).toBe(expected);
  });
});

describe('a filter pattern', () => {
  it.each([
    ['**.js', 'a/b.js', true],
    ['*.js', 'a/b.js', false],
    ['**/README.md', 'README.md', true],
    ['docs/**', 'docs/a/b', true],
    ['v[12].[0-9]+', 'v1.10', true],
    ['a.b', 'axb', false],
  ])('%s takes %s: %s', (pattern, name, expected) => {
    expect(matchesPatterns([pattern], name)).toBe(expected);
  });
});

describe('a workflow file', () => {
  it.each([
    ['on: push', "'jobs' has no job"],
    ['jobs: { a: { steps: [] } }', "'on' is missing"],
    ['on: push\njobs: { a: {} }', "job 'a' has neither 'steps' nor 'uses'"],
    [
      'on: push\njobs: { a: { needs: b, steps: [] } }',
      "job 'a' needs the unknown job 'b'",
    ],
    ['on: push\njobs: { a: { steps: [{ name: x }] } }', "step 1 of job 'a'"],
    ['on: [push', 'Flow sequence'],
  ])('%j is refused with its name and the problem', (text, problem) => {
    const parse = () => parseWorkflow(text, '.github/workflows/a.yml');
    expect(parse).toThrow('.github/workflows/a.yml');
    expect(parse).toThrow(problem);
  });
});
