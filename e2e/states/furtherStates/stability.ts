import { setTimeout as sleep } from 'node:timers/promises';
import type { Pod } from '../../cluster-contract/objects';
import { conditionOf, Rollout } from '../../cluster-contract/Rollout';
import type { Scene } from '../../cluster-contract/Scene';
import { heldBack, templateStrategy } from '../../record/manifests';
import { listPods, patchPods, podsOnce } from '../../record/podActs';
import { expectEqual } from '../../smoke/expectEqual';
import type { Case } from '../Case';
import { expectNever, followTab } from '../followTab';
import { holdVerdict } from '../holdVerdict';

/** Any real container takes longer to start than the second that times in the API are rounded to. */
const STARTS_MS = 1_500;
const RUNS_MS = 5_000;
const DOWN_MS = 2_000;
const MIN_READY_SECONDS = 20;
const DEADLINE_SECONDS = 120;

/** Pods that are available for a moment only, or not yet for long enough. */
export const stability: Case[] = [
  {
    name: 'flapping',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, {
        ...heldBack,
        strategy: templateStrategy,
      });
      await podsOnce(scene, 3, isWaiting);
      await sleep(STARTS_MS);
      await writeRun(scene, { restarts: 0, ready: true });
      await rollout.complete();
    },
    async hold(scene) {
      await holdVerdict(scene, { is: 'complete' });
      await writeRun(scene, { restarts: 1, ready: false });
      await holdVerdict(scene, { is: 'degraded', cause: 'crash-loop' });
      const tab = followTab(scene);
      await writeRun(scene, { restarts: 1, ready: true });
      await Rollout.of(scene).complete();
      await holdVerdict(scene, {
        is: 'degraded',
        cause: 'crash-loop',
        note: 'recovering',
      });
      for (const restarts of [2, 3]) {
        await sleep(RUNS_MS);
        await writeRun(scene, { restarts, ready: false });
        await sleep(DOWN_MS);
        await writeRun(scene, { restarts, ready: true });
      }
      await Rollout.of(scene).complete();
      const finding = await holdVerdict(scene, {
        is: 'degraded',
        cause: 'crash-loop',
        note: 'flapping',
      });
      expectNever(
        await tab.stop(),
        ({ is, cause }) => is !== 'degraded' || cause !== 'crash-loop',
      );
      const { rollout } = await scene.askPortal();
      expectEqual(rollout?.status.cause?.restarts, 3, 'restarts');
      return { ...finding, said: 'never complete between its crashes' };
    },
  },
  {
    name: 'restart-flapping',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, {
        ...heldBack,
        strategy: { rollingUpdate: { maxSurge: '100%', maxUnavailable: 0 } },
      });
      await podsOnce(scene, 3, isWaiting);
      await sleep(STARTS_MS);
      await writeRun(scene, { restarts: 0, ready: true });
      await rollout.complete();
    },
    async hold(scene) {
      const old = (await listPods(scene)).map(({ metadata }) => metadata.uid);
      const isNew = ({ metadata }: Pod) => !old.includes(metadata.uid);
      const write = (restarts: number, ready: boolean) =>
        writeRun(scene, { restarts, ready }, isNew);
      const expected = { is: 'degraded', cause: 'crash-loop' };
      expectEqual((await scene.restart(1)).status, 202);
      await podsOnce(scene, 3, pod => isNew(pod) && isWaiting(pod));
      await write(0, false);
      await write(1, false);
      await write(1, true);
      await Rollout.of(scene).complete();
      await holdVerdict(scene, { ...expected, note: 'recovering' });
      await sleep(RUNS_MS);
      await write(2, false);
      await sleep(DOWN_MS);
      await write(2, true);
      await Rollout.of(scene).complete();
      const finding = await holdVerdict(scene, {
        ...expected,
        note: 'flapping',
      });
      await sleep(RUNS_MS);
      const record = await scene.readLastRecord();
      expectEqual(record?.status, 'running', 'is the record');
      return { ...finding, said: 'the restart has not succeeded yet' };
    },
  },
  {
    name: 'min-ready-seconds',
    async bringAbout(scene) {
      await Rollout.begin(scene, {
        replicas: 3,
        minReadySeconds: MIN_READY_SECONDS,
        progressDeadlineSeconds: DEADLINE_SECONDS,
      });
      await podsOnce(
        scene,
        3,
        pod => conditionOf(pod, 'Ready')?.status === 'True',
      );
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, { is: 'awaiting-availability' });
      const deployment = await Rollout.of(scene).read();
      const { lastUpdateTime = '' } =
        conditionOf(deployment, 'Progressing') ?? {};
      const { rollout } = await scene.askPortal();
      const { waitingFor, deadlineAt, minReadySeconds } = rollout?.status ?? {};
      expectEqual(
        [waitingFor?.kind, waitingFor?.pods, minReadySeconds],
        ['min-ready-seconds', 3, MIN_READY_SECONDS],
        'is waited for',
      );
      expectEqual(
        Date.parse(deadlineAt ?? '') - Date.parse(lastUpdateTime),
        DEADLINE_SECONDS * 1_000,
        'is left until the deadline',
      );
      return {
        ...finding,
        said: `waits for ${waitingFor?.kind} of ${waitingFor?.pods} pods since ${waitingFor?.since}, until ${deadlineAt}`,
      };
    },
  },
];

function isWaiting({ status }: Pod): boolean {
  const [container] = status.containerStatuses ?? [];
  return container?.state.waiting?.reason === 'ContainerCreating';
}

/** Writes what a kubelet would of containers that run, after so many crashes. */
async function writeRun(
  scene: Scene,
  { restarts, ready }: { restarts: number; ready: boolean },
  isMeant: (pod: Pod) => boolean = () => true,
): Promise<void> {
  const now = new Date().toISOString();
  const condition = (type: string) => ({
    type,
    status: ready ? 'True' : 'False',
    lastTransitionTime: now,
    reason: ready ? null : 'ContainersNotReady',
    message: ready ? null : 'containers with unready status: [app]',
  });
  const statusOf = ({ status }: Pod) => ({
    phase: 'Running',
    conditions: [condition('ContainersReady'), condition('Ready')],
    containerStatuses: status.containerStatuses?.map(container => ({
      ...container,
      ready,
      started: true,
      restartCount: restarts,
      ...(container.restartCount === restarts && container.state.running
        ? {}
        : { state: { running: { startedAt: now } } }),
      ...(container.restartCount < restarts && {
        lastState: {
          terminated: {
            exitCode: 1,
            reason: 'Error',
            ...container.state.running,
            finishedAt: now,
          },
        },
      }),
    })),
  });
  await patchPods(scene, pod => (isMeant(pod) ? statusOf(pod) : undefined));
}
