import type { Finding } from './checkCases';

/** How many judgements there were of each kind; the cached ones are among those that passed. */
export interface FindingCounts {
  passed: number;
  failed: number;
  skipped: number;
  cached: number;
}

export function countFindings(findings: Finding[]): FindingCounts {
  const skipped = findings.filter(({ leftOut }) => leftOut).length;
  const failed = findings.filter(({ text, leftOut }) => text && !leftOut);
  return {
    passed: findings.length - skipped - failed.length,
    failed: failed.length,
    skipped,
    cached: findings.filter(({ cached }) => cached).length,
  };
}

/** `167 passed, 0 failed (154 of them cached)`. */
export function formatCounts(counts: FindingCounts): string {
  const { passed, failed, skipped, cached } = counts;
  return [
    `${passed} passed, ${failed} failed`,
    ...(skipped > 0 ? [`, ${skipped} left out`] : []),
    ...(cached > 0 ? [` (${cached} cached)`] : []),
  ].join('');
}
