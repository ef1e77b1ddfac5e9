const LONGEST = 300;

/** Keys and tokens that a message may quote, e.g. from a registry's address or a webhook's text. */
const SECRETS = [
  /\/\/[^/\s:@]+:[^/\s@]+@/g,
  /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi,
  /\b([\w-]*(?:password|passwd|secret|token|api[_-]?key)[\w-]*)(["']?\s*[:=]\s*["']?)[^\s"',;]+/gi,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_\w{20,}\b/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g,
];

/** A message of the cluster in one line, without what looks like a secret, at most 300 characters. */
export function shortenMessage(message: string): string {
  const line = SECRETS.reduce(
    (text, secret) => text.replace(secret, '***'),
    message.replace(/\s+/g, ' ').trim(),
  );
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
