import { parseWorkflow } from './parseWorkflow';

const FILE = '.github/workflows/deploy.yml';
const steps = 'steps: [{ run: "true" }]';

describe('parseWorkflow', () => {
  it.each([
    ['jobs: { a: {} }', "'on' is missing"],
    ['on: push', "'jobs' has no job"],
    ['on: push\njobs: { a: {} }', "job 'a' has neither 'steps' nor 'uses'"],
    [
      'on: push\njobs: { a: { steps: [{ name: x }] } }',
      "step 1 of job 'a' must have either 'run' or 'uses'",
    ],
    [
      `on: push\njobs: { a: { needs: b, ${steps} } }`,
      "job 'a' needs the unknown job 'b'",
    ],
    [
      `on: push\njobs: { a: { needs: b, ${steps} }, b: { needs: a, ${steps} } }`,
      "job 'a' needs, by way of others, itself",
    ],
  ])('says what is wrong with %j', (text, problem) => {
    expect(() => parseWorkflow(text, FILE)).toThrow(
      `Invalid workflow file: ${FILE}: ${problem}`,
    );
  });
});
