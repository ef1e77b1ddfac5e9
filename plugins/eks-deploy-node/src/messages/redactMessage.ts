const LONGEST = 600;
const ENDING = 200;

/** Text that may hold a secret, and what stays of it. */
const SECRETS: Array<[secret: RegExp, rest: string]> = [
  // The API server quotes what it refuses: `env[0].value: Invalid value: "…": …`.
  [/\b((?:Invalid|Duplicate|Unsupported) value: )"(?:[^"\\]|\\.)*"/g, '$1***'],
  [/\b((?:Invalid|Duplicate|Unsupported) value: )(?!\*{3}).*/g, '$1***'],
  [/\/\/[^/\s:@]+:[^/\s@]+@/g, '//***@'],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 ***'],
  [
    /\b([\w-]*(?:password|passwd|secret|token|api[_-]?key)[\w-]*["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s"',;]+)/gi,
    '$1***',
  ],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '***'],
  [/\b(?:gh[pousr]_|github_pat_)\w{20,}\b/g, '***'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '***'],
];

/**
 * Someone else's message in one line, without what looks like a secret, at most 600 characters.
 *
 * @remarks
 * Of a longer one the middle is left out, as it often ends with the reason: `…: not found`.
 * What clusters, GitHub and AWS say is shown and logged in this form only.
 *
 * @public
 */
export function redactMessage(message: string): string {
  const line = SECRETS.reduce(
    (text, [secret, rest]) => text.replace(secret, rest),
    message.replace(/\s+/g, ' ').trim(),
  );
  return line.length > LONGEST ? shorten(line) : line;
}

/** Leaves out the middle: such a message begins with what was tried, and ends with why it failed. */
function shorten(line: string): string {
  return `${line.slice(0, LONGEST - ENDING - 1)}…${line.slice(-ENDING)}`;
}
