import { cutMessage } from './cutMessage';
import { redactCommands } from './redactCommands';
import { redactPairs } from './redactPairs';
import { redactUrl } from './redactUrl';

const LONGEST = 600;
const ENDING = 200;
const REDACTED = '***';

/**
 * What is left of text that holds or may hold a secret. None of the expressions can backtrack more than a fixed number of
 * characters; what needs more than an expression has a file of its own.
 */
const RULES: Array<(text: string) => string> = [
  text =>
    text.replace(/-----BEGIN .*?(?:-----END[A-Z ]{0,40}-{0,5}|$)/g, REDACTED),
  // The API server quotes what it rejects: `env[0].value: Invalid value: "…": …`.
  text =>
    text.replace(
      /\b((?:Invalid|Duplicate|Unsupported) value: )"(?:[^"\\]|\\.)*(?:"|$)/g,
      '$1***',
    ),
  text =>
    text.replace(
      /\b((?:Invalid|Duplicate|Unsupported) value: )(?!\*{3}).*/,
      '$1***',
    ),
  // Addresses that are secrets themselves.
  text =>
    text.replace(
      /\b(hooks\.slack\.com\/|discord(?:app)?\.com\/api\/webhooks\/|outlook\.office(?:365)?\.com\/webhook\/|webhook\.office\.com\/webhookb2\/|api\.telegram\.org\/bot)[^\s"']+/g,
      '$1***',
    ),
  text => text.replace(/\/\\?\/[^\s"'<>`\\]+/g, redactUrl),
  // `user:password@host` without a scheme; a digest behind a tag is neither.
  text =>
    text.replace(
      /(?<![^\s"'=(,[])[^\s:@/"'=(,[]{1,64}:(?!\\?\/)[^\s@"']{1,256}@(?!sha\d)/g,
      '***@',
    ),
  // Whatever the scheme: the header up to the quote that ends it. Those within a scheme's own fields don't.
  text =>
    text.replace(
      /\b(authorization\\?["']?\s?[:=]\s?\[?\\?["']?)((?:[^"'=\\]|=(?:\\?"[^"]*(?:"|$))?)+)/gi,
      (all, header, value) =>
        isSentence(value) ? all : `${header}${REDACTED}`,
    ),
  text => text.replace(/\b(cookie\\?["']?\s?[:=]\s?)[^"']*/gi, '$1***'),
  text =>
    text.replace(/\b(bearer|basic)\s([\w.~+/=-]{8,})/gi, (all, scheme, value) =>
      isPlainWord(value) ? all : `${scheme} ${REDACTED}`,
    ),
  redactPairs,
  text =>
    text.replace(
      /\b(passw\w{0,16}|passphrase|pwd|token|secret)( (?:is|was):? )(\S+)/gi,
      (all, what, is, value) =>
        isPlainWord(value) && !is.includes(':')
          ? all
          : `${what}${is}${REDACTED}`,
    ),
  text =>
    text.replace(
      /\b(passw\w{0,16}|passphrase|pwd)( (?:is )?)(?:"[^"]*(?:"|$)|'[^']*(?:'|$))/gi,
      '$1$2***',
    ),
  text =>
    text.replace(
      /\b(passw\w{0,16}|passphrase|pwd|token) (["']?)([\w!#$%&*+./=?@^~-]{6,})/gi,
      (all, what, quote, value) =>
        isLikeSecret(value) ? `${what} ${quote}${REDACTED}` : all,
    ),
  // `curl -uuser:password`
  text =>
    text.replace(
      /(?<![^\s"'[(,])-u["']?[^\s:"'=]{1,64}:[^\s"']+/g,
      `-u${REDACTED}`,
    ),
  // `mysql -ppassword`, unless it is a long option with one dash.
  text => text.replace(/(?<![^\s"'[(,])-p(?![a-z]*(?:[=\s"']|$))\S+/g, '-p***'),
  // Tokens that say by their beginning what they are.
  text =>
    text.replace(
      /(?<![A-Za-z0-9])(?:gh[opsur]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|oas|ffct)-|xox[a-z]-|xapp-|npm_(?!config|package|lifecycle)|pypi-AgE|[rs]k_(?:live|test)_|whsec_|sk-(?:ant|proj)-|AIza|ya29\.|GOCSPX-|hv[bsr]\.|dckr_[op]at_|dop_v1_|shp(?:at|ca|pa|ss)_|hf_|SG\.|ATATT|PMAK-|AGE-SECRET-KEY-|(?:AKIA|ASIA|ABIA|ACCA)(?=[A-Z\d]{4}))[\w.~+/=-]{8,}/g,
      REDACTED,
    ),
  text => text.replace(/\beyJ[\w-]{4,}\.[\w.-]+/g, REDACTED),
  redactCommands,
  // Long words of mixed letters and digits are random: AWS secret keys, base64. Digests and names are in lower case.
  text =>
    text.replace(/[\w+/=]{40,}/g, word => (isMixed(word) ? REDACTED : word)),
];

/**
 * Somebody else's message in one line of at most 600 characters, without what looks like a secret.
 *
 * @remarks
 * Messages of clusters, GitHub and AWS are shown and logged in this form only. A longer message loses its middle, because
 * it often ends with the reason: `…: not found`. The time that this takes does not depend on the message's length.
 * docs/security.md names what is redacted and what can't be recognised.
 *
 * @public
 */
export function redactMessage(message: string): string {
  const line = RULES.reduce((text, redact) => redact(text), cutMessage(message))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST
    ? `${line.slice(0, LONGEST - ENDING - 1)}…${line.slice(-ENDING)}`
    : line;
}

/** `basic authentication` is part of a sentence, `basic dXNlcjpwYXNz` is not. */
function isPlainWord(word: string): boolean {
  return /^[a-z]+[.,:;]?$/.test(word);
}

/** `authorization: server message: …` is a sentence; `authorization: apikey 1a2b` names a scheme and a secret. */
function isSentence(text: string): boolean {
  return (
    /^[a-z]+[.,:;]?(?:$|\s[a-z]+(?:[.,:;\s]|$))/.test(text) &&
    !/^(?:basic|bearer|digest|hawk|negotiate|ntlm|splunk|ssws|token|\w*key)\b/.test(
      text,
    )
  );
}

/** Words of a sentence have no digits among their letters. */
function isLikeSecret(word: string): boolean {
  return /[a-z]/i.test(word) && /\d/.test(word);
}

function isMixed(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
}
