import type { Attack } from '../Attack';
import {
  BACKEND,
  FRONTEND,
  newest,
  readRecord,
  redeploy,
  restart,
  settle,
  untilKnown,
} from './commands';
import { messageOf, readRecords } from './requests';

/** By when it is found out what became of a change whose answer got lost. */
const LONGEST_DOUBT_MS = 180_000;

export const lostAnswers: Attack[] = [
  {
    name: 'have a restart that was made be called not made, by losing its answer',
    finding: '14a',
    expected: 'it is not known whether; then it is found out',
    beside: true,
    withinMs: LONGEST_DOUBT_MS + 30_000,
    async run(scene) {
      const { hostile, clusters } = scene;
      const { proxy } = clusters.staging.portal;
      const rule = proxy.impose({
        times: 1,
        matches: ({ verb, url }) =>
          verb === 'PATCH' && url.pathname.endsWith('/chat-backend'),
        async act(exchange) {
          await exchange.ask();
          exchange.cut();
        },
      });
      const answer = await restart(scene, 'chat', 'staging', BACKEND).finally(
        rule.end,
      );
      const message = messageOf(answer);
      const made = (await readRecords(hostile, 'chat')).find(
        ({ environment, workload }) =>
          environment === 'staging' && workload === BACKEND,
      );
      const record = await untilKnown(scene, made?.id ?? '', LONGEST_DOUBT_MS);
      const saysSo = /not known|unknown|may have/i.test(message);
      return {
        answered: `${answer.status} ${message}; then ${record.status}`,
        successes: [
          ...(saysSo ? [] : [`it was said: ${message}`]),
          ...(['running', 'succeeded', 'superseded'].includes(record.status)
            ? []
            : [`its record says ${record.status}`]),
        ],
      };
    },
  },
  {
    name: 'block a Workload for minutes by an error of GitHub before anything is dispatched',
    finding: '14b',
    expected: 'failed at once, and the next one is not refused for it',
    withinMs: 180_000,
    async run(scene) {
      const { github } = scene;
      await settle(scene, 'staging');
      const rule = github.proxy.impose({
        matches: ({ url }) => /\/repos\/example-org\/chat$/.test(url.pathname),
        act: exchange => exchange.refuse(500, 'oops'),
      });
      const answer = await redeploy(scene).finally(rule.end);
      const record = await readRecord(scene, await newest(scene));
      return {
        answered: `${answer.status} ${messageOf(answer)}; record: ${
          record.status
        }`,
        successes:
          record.status === 'failed' ? [] : [`it stays ${record.status}`],
      };
    },
  },
  {
    name: 'block a Workload for minutes by a cluster that is busy',
    finding: '14b',
    expected: 'failed at once, and the next one is not refused for it',
    async run(scene) {
      const { clusters } = scene;
      await settle(scene, 'staging');
      const rule = clusters.staging.portal.proxy.impose({
        matches: ({ verb, url }) =>
          verb === 'PATCH' && url.pathname.endsWith(`/${FRONTEND}`),
        act: exchange =>
          exchange.refuse(429, 'TooManyRequests', { 'retry-after': '1' }),
      });
      const answer = await restart(scene, 'chat', 'staging').finally(rule.end);
      const record = await readRecord(scene, await newest(scene));
      const next = await restart(scene, 'chat', 'staging');
      return {
        answered: `${answer.status} ${messageOf(answer)}; record: ${
          record.status
        }; then ${next.status}`,
        successes: [
          ...(record.status === 'failed' ? [] : [`it stays ${record.status}`]),
          ...(next.status === 202 ? [] : [`the next one: ${messageOf(next)}`]),
        ],
      };
    },
  },
];
