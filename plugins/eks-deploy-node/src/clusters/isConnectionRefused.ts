/**
 * Whether an error of Node.js says that no connection came about, so that nothing was sent.
 *
 * @internal
 */
export function isConnectionRefused(message: string): boolean {
  return /\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/.test(
    message.slice(0, 1_000),
  );
}
