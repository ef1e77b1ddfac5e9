/** A key with what stands between it and its value, in the notations of YAML, JSON, shells, URLs and XML. */
const KEY =
  /(?<![\w.-])([\w.-]+)((?:%22)?%3[AD]|\\{0,3}["']?\s?(?:=>|:=|[:=>])\s?|\\{0,3}["']?(?:,\s?|\s))/gi;

/** Up to its closing quote, else up to the next space. */
const VALUE =
  /\*{3}|\\{1,3}"[^"\\]*(?:\\{1,3}"|$)?|"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|`[^`]*(?:`|$)|\S+/y;

/** Wherever they stand in a key. */
const SECRET =
  /passw|passphrase|passcode|pwd|secret|token|credential|signature|connection[_-]?string|(?:api|access|account|private|shared|signing|encryption|master|storage|license|client)[_-]?key/i;

/** Too short to be looked for within other words. */
const SHORT_SECRET =
  /(?:^|[._-])(?:pw|pass|sig|sas|auth|jwt|psk|pat|otp)$|[a-z](?:Pw|Pass|Sig|Auth)$/i;

const VARIABLE = /^[A-Z][A-Z\d_]{2,}$/;
const USER_OPTION = /^(?:-u|--(?:proxy-)?user)$/;
const ASSIGNING_OPTION =
  /^(?:-e|--(?:env|build-arg|from-literal|set(?:-string|-json|-literal)?))$/;

/** What `value` is the value of, up to that word: `"name":"DB_PASSWORD","`, `Name:DB_PASSWORD `, `<Password `. */
const NAME_BEFORE =
  /(?:\b(?:name|key)\\{0,3}["']?\s?[:=]\s?\\{0,3}["']?(?!(?:duplicate|invalid|required|unsupported)\s)|<)([\w.-]{1,100})\\{0,3}["']?,?\s?\\{0,3}["']?$/i;
const LONGEST_BEFORE = 140;

/** A token is never a plain word or a status, so `token: unexpected status` is a sentence; a password may be one. */
const SENTENCE = /^(?:[a-z]+|\d{3})[.,;]?$/;
const MAY_BE_A_WORD = /pass|pwd|pw$/i;

/**
 * Redacts the values of keys and options that are named like a secret, those of environment variables, and what stands under
 * `value` next to such a name.
 */
export function redactPairs(text: string): string {
  const setsEnvironment = /\bset env\b/.test(text);
  const asksRedis = text.includes('redis-cli');
  let redacted = '';
  let done = 0;
  for (const { index, 0: all, 1: key, 2: separator } of text.matchAll(KEY)) {
    const begin = index + all.length;
    const found =
      index >= done &&
      (isSecret(key, separator, setsEnvironment) ||
        (asksRedis && key === '-a') ||
        (/^value$/i.test(key) && isValueOfSecret(text, index)));
    const value = found ? readValue(text, begin) : '';
    if (value !== '' && !isHarmless(key, separator, value)) {
      redacted += `${text.slice(done, begin)}***`;
      done = begin + value.length;
    }
  }
  return redacted + text.slice(done);
}

function isSecret(
  key: string,
  separator: string,
  setsEnvironment: boolean,
): boolean {
  if (USER_OPTION.test(key) || ASSIGNING_OPTION.test(key)) {
    return true;
  }
  if (/^[\\"',\s]*$/.test(separator)) {
    // `--token value`; `-p value` is the password of many tools.
    return key === '-p' || (key[0] === '-' && isNamedLikeSecret(key));
  }
  return (
    isNamedLikeSecret(key) ||
    (separator.includes('=') &&
      (setsEnvironment || /key$/i.test(key) || VARIABLE.test(key)))
  );
}

function isNamedLikeSecret(key: string): boolean {
  return SECRET.test(key) || SHORT_SECRET.test(key);
}

function isValueOfSecret(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - LONGEST_BEFORE), index);
  const name = NAME_BEFORE.exec(before)?.[1] ?? '';
  return isNamedLikeSecret(name) || VARIABLE.test(name);
}

function isHarmless(key: string, separator: string, value: string): boolean {
  if (USER_OPTION.test(key)) {
    return !value.includes(':');
  }
  if (ASSIGNING_OPTION.test(key)) {
    return !value.includes('=');
  }
  return (
    separator.endsWith(': ') &&
    !MAY_BE_A_WORD.test(key) &&
    !/^value$/i.test(key) &&
    SENTENCE.test(value)
  );
}

function readValue(text: string, begin: number): string {
  if ('[{'.includes(text[begin] ?? ' ')) {
    return text.slice(begin, findClosing(text, begin));
  }
  VALUE.lastIndex = begin;
  return VALUE.exec(text)?.[0] ?? '';
}

/** Behind the bracket that closes the one at `begin`, or the end of the text. */
function findClosing(text: string, begin: number): number {
  let depth = 0;
  for (let index = begin; index < text.length; index++) {
    if ('[{'.includes(text[index])) {
      depth += 1;
    } else if (']}'.includes(text[index])) {
      depth -= 1;
    }
    if (depth === 0) {
      return index + 1;
    }
  }
  return text.length;
}
