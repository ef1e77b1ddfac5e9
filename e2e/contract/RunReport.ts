import { renameSync, writeFileSync } from 'node:fs';

export type CaseResult = 'passed' | 'failed' | 'skipped';

/**
 * Counts the cases of a run, in a file that is complete after each of them, so that whatever ends
 * the process later leaves what ran counted.
 */
export class RunReport {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };
  private readonly running = new Set<string>();

  /** @param file - Where the counts go, as JSON; nowhere by default. */
  constructor(
    private readonly file?: string,
    private readonly print: (line: string) => void = console.error,
  ) {}

  begin(name: string): void {
    this.running.add(name);
  }

  end(name: string, result: CaseResult): void {
    this.running.delete(name);
    this.count(result);
  }

  /** Counts an error that no case caught, e.g. of a timer, as one failure; the cases go on. */
  addUncaught(error: unknown): void {
    const during = [...this.running].join(', ') || 'no case';
    this.print(
      `✗ an error that no case caught, during ${during}: ${describe(error)}`,
    );
    this.count('failed');
  }

  /** Counts the cases that run as failed, or else the run itself. */
  breakOff(error: unknown): void {
    const names = this.running.size > 0 ? [...this.running] : ['the run'];
    for (const name of names) {
      this.print(`✗ ${name}: ${describe(error)}`);
      this.end(name, 'failed');
    }
  }

  get failed(): number {
    return this.counts.failed;
  }

  toString(): string {
    const { passed, failed, skipped } = this.counts;
    return `${passed} passed, ${failed} failed${
      skipped > 0 ? `, ${skipped} left out` : ''
    }`;
  }

  private count(result: CaseResult): void {
    this.counts[result] += 1;
    if (this.file) {
      const draft = `${this.file}.new`;
      writeFileSync(draft, JSON.stringify(this.counts));
      renameSync(draft, this.file);
    }
  }
}

/** Runs a suite to its exit code: an error that no case catches is counted and ends nothing. */
export async function runReported(
  report: RunReport,
  run: () => Promise<unknown>,
): Promise<number> {
  const onUncaught = (error: unknown) => report.addUncaught(error);
  // Node raises it for unhandled rejections, too.
  process.on('uncaughtException', onUncaught);
  try {
    await run();
  } catch (error) {
    report.breakOff(error);
  } finally {
    process.off('uncaughtException', onUncaught);
  }
  return report.failed > 0 ? 1 : 0;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
