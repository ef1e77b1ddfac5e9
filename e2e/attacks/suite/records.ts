import type { Attack } from '../Attack';
import { aComponent } from '../world/AttackerRepository';
import {
  FRONTEND,
  idOf,
  restart,
  settledRestart,
  untilComplete,
  untilEnded,
} from './commands';
import { readRecords, Statuses, workloadPath } from './requests';

const FAILED_CLICKS = 110;

export const records: Attack[] = [
  {
    name: "restart a Workload by another component, so that its owner's page shows nothing",
    finding: '7',
    expected: "202, and a record on the owner's page",
    async run(scene) {
      const { hostile, repository } = scene;
      await repository.publish('shadow.yaml', [aComponent('shadow')]);
      const answer = await restart(scene, 'shadow', 'production');
      const id = idOf(answer);
      const seen = await readRecords(hostile, 'chat');
      return {
        answered: `${answer.status}; ${
          seen.filter(record => record.id === id).length
        } records of it on the page of chat`,
        successes: seen.some(record => record.id === id)
          ? []
          : ['no trace on the page of chat'],
      };
    },
  },
  {
    name: `hide what was done behind ${FAILED_CLICKS} failed clicks`,
    finding: '14i',
    expected: 'what was done can still be found',
    async run(scene) {
      const { hostile } = scene;
      const id = idOf(await settledRestart(scene, 'production'));
      const statuses = new Statuses();
      for (let click = 0; click < FAILED_CLICKS; click++) {
        const { status } = await hostile.send({
          method: 'POST',
          path: `${workloadPath('chat', 'production', FRONTEND)}/restart`,
          body: { fromRevision: 99_000 + click, reason: 'click' },
        });
        statuses.add(status);
      }
      const found = (await readRecords(hostile, 'chat')).some(
        record => record.id === id,
      );
      return {
        answered: `${statuses}; ${found ? 'found' : 'not found'}`,
        successes: found ? [] : ['the history is hidden'],
      };
    },
  },
  {
    name: 'have a restart that completed be called superseded by a second one',
    finding: '14i',
    expected: 'the first one succeeded',
    async run(scene) {
      const first = idOf(await settledRestart(scene, 'production'));
      await untilComplete(scene, 'production');
      const second = idOf(await restart(scene, 'chat', 'production'));
      const ended = await untilEnded(scene, first);
      await untilEnded(scene, second);
      return {
        answered: `${ended.status}: ${ended.message}`,
        successes:
          ended.status === 'succeeded' ? [] : [`it was ${ended.status}`],
      };
    },
  },
];
