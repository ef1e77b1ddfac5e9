import { setTimeout as sleep } from 'node:timers/promises';
import { judgement, Rollout } from '../../cluster-contract/Rollout';
import { heldBack } from '../../record/manifests';
import { holdsBack, patchPods, podsOnce } from '../../record/podActs';
import { GATE } from '../../record/release';
import { expectEqual } from '../../smoke/expectEqual';
import type { Case } from '../Case';
import { holdVerdict } from '../holdVerdict';

/** A gate that nothing has written for so long never will be. */
const LASTING_MS = 31_000;
const DEADLINE_SECONDS = 20;

const SIDECAR = 'istio-proxy';
const INIT = 'migrate';

/** Pods that don't start, without anything that fails. */
export const starts: Case[] = [
  {
    name: 'readiness-gate-unwritten',
    async bringAbout(scene) {
      await Rollout.begin(scene, {
        replicas: 2,
        readinessGates: [{ conditionType: GATE }],
      });
      await podsOnce(scene, 2, holdsBack);
      await sleep(LASTING_MS);
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, {
        is: 'awaiting-availability',
        cause: 'readiness-gate-unwritten',
      });
      const { rollout } = await scene.askPortal();
      return { ...finding, said: rollout?.status.cause?.message };
    },
  },
  {
    name: 'hanging-init',
    async bringAbout(scene) {
      await Rollout.begin(scene, {
        ...heldBack,
        progressDeadlineSeconds: DEADLINE_SECONDS,
        initContainers: [
          {
            name: SIDECAR,
            image: 'example.com/proxy:1',
            restartPolicy: 'Always',
          },
          { name: INIT, image: 'example.com/migrate:1' },
        ],
      });
      await podsOnce(scene, 3, ({ status }) =>
        Boolean(status.containerStatuses?.length),
      );
      const now = new Date().toISOString();
      await patchPods(scene, () => ({
        conditions: [
          {
            type: 'Initialized',
            status: 'False',
            lastTransitionTime: now,
            reason: 'ContainersNotInitialized',
            message: `containers with incomplete status: [${INIT}]`,
          },
        ],
        initContainerStatuses: [SIDECAR, INIT].map(name => ({
          name,
          image: `example.com/${name}:1`,
          imageID: '',
          ready: name === SIDECAR,
          started: true,
          restartCount: 0,
          state: { running: { startedAt: now } },
        })),
      }));
    },
    async hold(scene) {
      await holdVerdict(scene, { is: 'awaiting-availability' });
      const before = await scene.askPortal();
      expectEqual(
        before.rollout?.status.waitingFor?.kind,
        'init-containers',
        'is waited for',
      );
      await Rollout.of(scene).until(
        'it takes too long',
        seen =>
          judgement(seen, 'Progressing') === 'False ProgressDeadlineExceeded',
      );
      const finding = await holdVerdict(scene, {
        is: 'failed',
        cause: 'init-failure',
      });
      const { rollout } = await scene.askPortal();
      const { container, message } = rollout?.status.cause ?? {};
      expectEqual(container, INIT, 'is named');
      return { ...finding, said: `${container}: ${message}` };
    },
  },
];
