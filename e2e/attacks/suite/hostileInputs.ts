const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat-backend';

/** What no client writes into a path or query. */
export const hostileSegments = [
  ...['..', '.', '../..', '..%2f..%2f', '%2e%2e%2f', '..%252f', '....//'],
  ...['%00', 'chat%00', 'chat%0a', 'chat%0d%0aX-Injected:1', '%20chat', '%'],
  ...['%zz', '%ff', '%c0%af', '%E2%80%AE', 'chat%2f..%2forders', '%5c..%5c'],
  ...['component%2Fdefault', 'component:default/chat', 'chat:x', 'chat@x'],
  ...['chat;ls', '$(id)', '`id`', "' OR 1=1--", '"', '<script>', '${7*7}'],
  ...['{{7*7}}', '*', '**', '[]', '{}', '__proto__', 'constructor', 'toString'],
  ...['null', 'undefined', 'NaN', 'true', '-1', '0', '1e3', '1e400', '0x10'],
  ...['2147483648', '9007199254740993', '99999999999999999999', '1.5', '+1'],
  ...['COMPONENT', 'Chat', 'chat-', '-chat', 'chat.', '.chat', 'chat..x'],
  ...['чат', 'chät', '💥', '\u202echat', 'chat\u0301', 'ı', 'ﬀ', '\ufeffchat'],
  ...['a'.repeat(63), 'a'.repeat(64), 'a'.repeat(254), 'a'.repeat(8_000)],
  ...['a-'.repeat(100), 'a.'.repeat(126), '.'.repeat(50), '-'.repeat(63)],
];

/** Nothing but what HTTP can't carry is encoded. */
export function toWire(text: string): string {
  return [...text]
    .map(character =>
      /[\x21-\x7e]/.test(character) && !'?#&'.includes(character)
        ? character
        : encodeURIComponent(character),
    )
    .join('');
}

/** What no client writes into the body of a command; none of them may be carried out. */
export function hostileBodies(command: string): string[] {
  const valid: Record<string, unknown> = {
    fromRevision: 999_999,
    ...(command === 'rollback' && { toRevision: 1, reason: 'x' }),
  };
  const revisions = [
    ...['null', '"1"', '1.5', '-1', 'NaN', '[1]', '{"$gt":0}', 'true', '1e999'],
    ...['2147483648', '9007199254740993', '1e300', '-0', '1e-7', '""'],
  ];
  const reasons = [
    ...['null', '1', '{"a":1}', '["a"]', '"\\u0000"', '"a\\u0000b"'],
    ...['"\\ud800"', '"\\u0007\\u001b[31m"', `"${'a'.repeat(501)}"`],
    ...[`"${'💥'.repeat(501)}"`, '"\\u202e"'],
  ];
  const images = [
    ...['', 'x', '; rm -rf /', '$(id)', 'a b', 'a\nb', '--help', '../../x'],
    ...[`${IMAGE}:1;id`, `${IMAGE}:1\n`, IMAGE, `${IMAGE}@sha256:zz`],
    ...[`${IMAGE}/../orders-backend:1`, `${IMAGE}/x:1`, 'a'.repeat(513)],
    ...[`${IMAGE.replace('chat', 'orders')}:1`, 'evil.example.com/chat:1'],
    ...['a/'.repeat(250), '${{ secrets.X }}', `${IMAGE}:\`id\``],
  ];
  const extra = [
    ...['namespace', 'cluster', 'requestedBy', 'id', 'status', 'command'],
    ...['entityRef', 'workload', 'environment', '__proto__', 'constructor'],
  ];
  const withText = (field: string, text: string) => {
    const { [field]: _, ...rest } = valid;
    const fields = Object.entries(rest).map(
      ([name, value]) => `"${name}":${JSON.stringify(value)}`,
    );
    return `{${[...fields, `"${field}":${text}`].join(',')}}`;
  };
  return [
    ...['', 'null', '[]', '{}', '1', '"x"', 'true', '{', '{"fromRevision"'],
    '['.repeat(40_000),
    `{"fromRevision":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    ...revisions.map(text => withText('fromRevision', text)),
    ...(command === 'rollback'
      ? revisions.map(text => withText('toRevision', text))
      : []),
    ...reasons.map(text => withText('reason', text)),
    ...images.map(image => withText('image', JSON.stringify(image))),
    ...extra.map(field => withText(field, '"x"')),
  ];
}

/** What a body is sent as, that is not JSON in UTF-8. */
export const hostileTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json;charset=utf-7',
  'text/json',
  'application/merge-patch+json',
  'application/xml',
];
