/** As much as all annotations of an object may have together. */
const LENGTH = 256 * 1024;

/**
 * What is repeated: single characters of every class, beginnings without an end, and the words that
 * our own expressions look for. The last characters decide whether an expression has to give up.
 */
const UNITS = [
  ...[
    'a',
    'A',
    '1',
    '-',
    '.',
    '_',
    ' ',
    '\n',
    '\t',
    '"',
    "'",
    '\\',
    '/',
    ':',
    '@',
    '=',
    ',',
    '*',
  ],
  ...['(', '[', '{', '<', '|', 'é', '😀', '\u2028', '\0'],
  ...[
    'a-',
    '-a',
    'a.',
    'a1',
    'A1b',
    'a ',
    'a:',
    'a=',
    'a/',
    'a@',
    'a,',
    'a"',
    '\\"',
    '""',
    "''",
    '\r\n',
  ],
  ...[
    '1.',
    '1h',
    '1m',
    '.1',
    '1-',
    '0x',
    '%3D',
    '{}',
    '{{',
    '[]',
    '()',
    '**',
    '--',
    '- a',
  ],
  ...[
    'token-',
    'token ',
    'token: ',
    '--token ',
    'password=',
    'password="',
    'passw',
    'pwd ',
    '-p',
    'ABC=',
  ],
  ...[
    '//x:y@',
    '//x:',
    'x:y@',
    'https://',
    'url:',
    'hooks.slack.com/',
    'sha256:',
    'eyJaaaa.',
    'eyJaaaa',
  ],
  ...[
    'xoxb-',
    'glpat-',
    'sk-',
    'AKIA',
    'bearer ',
    'Bearer aA1',
    'authorization: ',
    'cookie: ',
  ],
  ...[
    'Invalid value: ',
    'Invalid value: "',
    '-----BEGIN ',
    '-----END',
    'exec: "',
    'exec [',
    'command ',
  ],
  ...[
    'Readiness probe failed: ',
    'rpc error: code = ',
    'Back-off pulling image "',
    '"items":[',
    '"items" : ',
  ],
  ...[
    'serviceaccount "',
    'arn:aws:',
    '123456789012.dkr.ecr.',
    'refs/heads/',
    '2026-01-01T00:00:00',
    '.yaml',
  ],
];

/** Text of 256 kB each, by what is repeated in it: alone, and before something that does not fit. */
export const hostileTexts: Array<[name: string, text: string]> = UNITS.flatMap(
  unit => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    const name = JSON.stringify(unit);
    return [
      [`${name}…`, text],
      [`${name}…!`, `${text}\u0001!`],
    ] as Array<[string, string]>;
  },
);
