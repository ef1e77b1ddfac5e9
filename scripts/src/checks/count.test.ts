import { countJest, countPlaywright, countSmoke } from './count';

describe('counting what was tested', () => {
  it('counts a jest file that could not be loaded as a failure', () => {
    expect(
      countJest({
        numPassedTests: 3,
        numFailedTests: 1,
        numPendingTests: 2,
        numRuntimeErrorTestSuites: 1,
      }),
    ).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a browser test that only passed at the second try as a failure', () => {
    expect(
      countPlaywright({
        stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 },
      }),
    ).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('counts the steps of the smoke test', () => {
    expect(countSmoke({ passed: 9, failed: 1 })).toEqual({
      passed: 9,
      failed: 1,
      skipped: 0,
    });
  });
});
