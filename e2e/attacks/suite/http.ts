import { gzipSync } from 'node:zlib';
import type { Attack } from '../Attack';
import type { Scene } from '../Scene';
import type { Input } from '../world/Hostile';
import {
  hostileBodies,
  hostileSegments,
  hostileTypes,
  toWire,
} from './hostileInputs';
import { entityPath, messageOf, Statuses, workloadPath } from './requests';

const API = '/api/eks-deploy';
const CHAT = workloadPath('chat', 'staging', 'chat-backend');
const COMMANDS = ['restart', 'rollback', 'redeploy'];
/** What a database, its driver or a connection says, and no user can use. */
const INTERNALS =
  /\b(select|insert|update|delete)\b.+\b(from|into|set|where)\b|SQLITE|sqlite|ECONN|127\.0\.0\.1|knex|password/i;

/** Every operation of the API, as a request that an owner could make. */
const OPERATIONS: Input[] = [
  ...[
    '/eks-clusters',
    '/fleet',
    ...['rollouts', 'rollouts/stream', 'records'].map(
      tail => `/entities/component/default/chat/${tail}`,
    ),
  ].map(path => ({ path: `${API}${path}` })),
  ...['revisions', 'revisions/1/diff', 'pods', 'events', 'logs', 'images'].map(
    tail => ({ path: `${CHAT}/${tail}` }),
  ),
  ...COMMANDS.map(command => ({
    method: 'POST',
    path: `${CHAT}/${command}`,
    body: { fromRevision: 1, toRevision: 1, reason: 'x' },
  })),
];

export const http: Attack[] = [
  {
    name: 'get in without valid credentials',
    finding: '8',
    expected: '401 to everything',
    async run({ hostile }) {
      const [header, payload, signature] = hostile.bearer
        .replace('Bearer ', '')
        .split('.');
      const decoded = JSON.parse(
        Buffer.from(payload, 'base64url').toString(),
      ) as object;
      const forge = (part: object) =>
        Buffer.from(JSON.stringify(part)).toString('base64url');
      const other = { ...decoded, sub: 'user:default/orders-developer' };
      const credentials: Array<Record<string, string>> = [
        {},
        { authorization: 'Bearer x' },
        { authorization: `Bearer ${forge({ alg: 'none' })}.${forge(other)}.` },
        { authorization: `Bearer ${header}.${forge(other)}.${signature}` },
        { cookie: `backstage-auth=${hostile.bearer.slice(7)}` },
        { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` },
        { 'x-forwarded-user': 'user:default/orders-developer' },
      ];
      const statuses = new Statuses();
      for (const operation of OPERATIONS) {
        for (const headers of credentials) {
          const { status, close } = await hostile.open({
            ...{ ...operation, headers, signedIn: false },
          });
          close();
          statuses.add(status);
        }
      }
      const token = hostile.bearer.slice(7);
      const { status } = await hostile.send({
        path: `${API}/fleet?token=${token}&access_token=${token}`,
        signedIn: false,
      });
      statuses.add(status);
      return {
        answered: `${statuses}`,
        successes:
          statuses.countFrom(0) === statuses.get(401) ? [] : [`${statuses}`],
      };
    },
  },
  {
    name: 'have the portal act on, or fail over, a path or query that no client writes',
    finding: '14d',
    expected: '4xx, or a 200 of the own entity; never 5xx',
    withinMs: 180_000,
    async run(scene) {
      const { hostile } = scene;
      const statuses = new Statuses();
      const odd: string[] = [];
      const writes = countWrites(scene);
      const send = async (input: Input) => {
        const { status, headers, text } = await hostile.send(input);
        statuses.add(status);
        const { path, method = 'GET' } = input;
        if (status >= 500 || headers['x-injected'] !== undefined) {
          odd.push(`${method} ${path.slice(0, 100)}: ${status}`);
        }
        if (/"namespace":"(orders|kube-system)"/.test(text)) {
          odd.push(`${method} ${path.slice(0, 100)} shows a foreign namespace`);
        }
      };
      for (const input of toInputs()) {
        await send(input);
      }
      const after = countWrites(scene);
      return {
        answered: `${statuses}; ${after - writes} writes`,
        successes: [
          ...odd.slice(0, 8),
          ...(after > writes ? [`${after - writes} writes`] : []),
        ],
      };
    },
  },
  {
    name: 'have a command carried out, or fail, by a body that is none',
    finding: '14c',
    expected: '400, 409, 413 or 415; never 5xx; nothing written',
    withinMs: 180_000,
    async run(scene) {
      const { hostile } = scene;
      const statuses = new Statuses();
      const odd: string[] = [];
      const writes = countWrites(scene);
      const send = async (input: Input, what: string) => {
        const { status } = await hostile.send({ method: 'POST', ...input });
        statuses.add(status);
        if (status < 400 || status >= 500) {
          odd.push(`${what.slice(0, 80)}: ${status}`);
        }
      };
      for (const command of COMMANDS) {
        const path = `${CHAT}/${command}`;
        for (const body of hostileBodies(command)) {
          await send({ path, body }, `${command} ${body}`);
        }
        for (const type of hostileTypes) {
          const body = '{"fromRevision":999999,"toRevision":1,"reason":"x"}';
          const headers = { 'content-type': type };
          await send({ path, body, headers }, `${command} as ${type}`);
        }
      }
      const after = countWrites(scene);
      return {
        answered: `${statuses}; ${after - writes} writes`,
        successes: [
          ...odd.slice(0, 8),
          ...(after > writes ? [`${after - writes} writes`] : []),
        ],
      };
    },
  },
  {
    name: 'learn of the database by an error of it',
    finding: '14e',
    expected: 'an error without SQL, values or addresses; nothing done',
    async run(scene) {
      const { hostile, clusters, breakDatabase } = scene;
      const before = clusters.staging.countWrites('chat');
      const restore = await breakDatabase();
      const answers = [];
      try {
        for (const operation of [
          { path: `${entityPath('chat')}/records` },
          { path: `${entityPath('chat')}/rollouts` },
          { path: `${CHAT}/revisions` },
          { path: `${API}/fleet` },
          {
            method: 'POST',
            path: `${CHAT}/restart`,
            body: { fromRevision: 4, reason: 'sql-canary' },
          },
        ]) {
          answers.push(await hostile.send(operation));
        }
      } finally {
        await restore();
      }
      const leaks = answers
        .filter(({ status }) => status >= 400)
        .flatMap(({ text }) => INTERNALS.exec(text)?.[0].slice(0, 160) ?? []);
      const writes = clusters.staging.countWrites('chat') - before;
      return {
        answered: answers
          .map(answer =>
            answer.status < 400
              ? `${answer.status}`
              : `${answer.status} ${messageOf(answer).slice(0, 80)}`,
          )
          .join('; '),
        // The database is broken, and says so; what matters is how.
        excused: answers.filter(({ status }) => status === 500).length,
        successes: [
          ...leaks,
          ...(writes > 0 ? [`${writes} writes without a record`] : []),
        ],
      };
    },
  },
  {
    name: 'find an answer in a cache, or send one that is too large or packed',
    finding: '14j',
    expected: 'no-store on every answer; 413, 415',
    async run({ hostile }) {
      const cached: string[] = [];
      for (const { method, path, body } of OPERATIONS) {
        if (/stream|logs/.test(path)) {
          continue;
        }
        const { status, headers } = await hostile.send({ method, path, body });
        if (!/no-store|no-cache|private/.test(headers['cache-control'] ?? '')) {
          cached.push(`${status} ${path.slice(-30)} may be cached`);
        }
      }
      const path = `${CHAT}/restart`;
      const large = `{"fromRevision":1,"reason":"${'a'.repeat(10_000_000)}"}`;
      const bomb = gzipSync(
        `{"fromRevision":1,"reason":"${'a'.repeat(100_000_000)}"}`,
      );
      const answers = {
        large: await hostile.send({ method: 'POST', path, body: large }),
        text: await hostile.send({
          ...{ method: 'POST', path, body: 'fromRevision=1' },
          headers: { 'content-type': 'text/plain' },
        }),
        bomb: await hostile.send({
          ...{ method: 'POST', path, body: bomb },
          headers: { 'content-encoding': 'gzip' },
        }),
      };
      const wrong = [
        ...(answers.large.status === 413 ? [] : ['10 MB']),
        ...(answers.text.status === 415 ? [] : ['text/plain']),
        ...([400, 413, 415].includes(answers.bomb.status) ? [] : ['gzip']),
      ].map(what => `${what} was answered otherwise`);
      return {
        answered: `10 MB: ${answers.large.status}; text/plain: ${answers.text.status}; gzip: ${answers.bomb.status}; ${cached.length} answers may be cached`,
        successes: [...cached.slice(0, 3), ...wrong],
      };
    },
  },
];

/** Every place of a path or query, each with every hostile text. */
function toInputs(): Input[] {
  const segments = `${CHAT}/pods`.slice(API.length + 1).split('/');
  return hostileSegments.flatMap(text => {
    const value = toWire(text);
    const inPath = [1, 2, 3, 5, 7].flatMap(place => {
      const path = segments.with(place, value).join('/');
      return [
        { path: `${API}/${path}` },
        {
          method: 'POST',
          path: `${API}/${path.replace(/pods$/, 'restart')}`,
          body: { fromRevision: 999_999 },
        },
      ];
    });
    const queries = [
      ...['pod', 'container', 'revision', 'previous', 'tailLines'].map(
        name => `${CHAT}/logs?${name}=${value}`,
      ),
      ...['phase', 'environment', 'owner', 'text', 'limit', 'cursor'].map(
        name => `${API}/fleet?${name}=${value}`,
      ),
      `${CHAT}/revisions/${value}/diff`,
      `${CHAT}/revisions/1/diff?against=${value}`,
      `${entityPath('chat')}/records?limit=${value}`,
      `${entityPath('chat')}/records?cursor=${value}`,
    ];
    return [...inPath, ...queries.map(path => ({ path }))];
  });
}

function countWrites({ clusters, github }: Scene): number {
  const { staging, production } = clusters;
  return (
    staging.portal.writes.length +
    production.portal.writes.length +
    github.writes.length
  );
}
