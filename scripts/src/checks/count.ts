/** A command of the repository, run by `./yarnw`, and how to count what it tested. */
export interface Check {
  name: string;
  /** Arguments of yarn; `{report}` stands for the report file's path. */
  args: string[];
  env?: Record<string, string>;
  /** Reads the counts off the report that the command wrote. */
  count?: (report: unknown) => Counts;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts of jest's `--json` report; a file that could not even be loaded is a failure too. */
export function countJest(report: unknown): Counts {
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests,
    numRuntimeErrorTestSuites,
  } = report as Record<string, number>;
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests,
  };
}

/** Counts of Playwright's JSON report. */
export function countPlaywright(report: unknown): Counts {
  const { stats } = report as { stats: Record<string, number> };
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/** Counts of the smoke test's report: one for each step. */
export function countSmoke(report: unknown): Counts {
  return { skipped: 0, ...(report as { passed: number; failed: number }) };
}
