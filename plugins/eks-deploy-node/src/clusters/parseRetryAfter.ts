/**
 * How long to wait, in milliseconds, by a `Retry-After` header: seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @internal
 */
export function parseRetryAfter(
  header: string | null,
  now = Date.now(),
): number | undefined {
  if (header === null) {
    return undefined;
  }
  const ms = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
