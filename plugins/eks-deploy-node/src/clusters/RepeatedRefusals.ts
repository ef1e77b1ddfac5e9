const MOST = 1_000;

/**
 * Tells a cluster's first refusal of a request from its repetitions, so that what is retried for hours is not logged for hours.
 *
 * @internal
 */
export class RepeatedRefusals {
  private readonly last = new Map<string, number | undefined>();

  /** Whether the same request was refused like this before, with no success since; no status says that nothing came. */
  refused(request: string, status: number | undefined): boolean {
    const repeated =
      this.last.has(request) && this.last.get(request) === status;
    // Forgetting costs a line in the log, remembering all would cost ever more memory.
    if (this.last.size >= MOST) {
      this.last.clear();
    }
    this.last.set(request, status);
    return repeated;
  }

  succeeded(request: string): void {
    this.last.delete(request);
  }
}
