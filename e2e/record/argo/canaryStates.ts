import type { Scene } from '../../cluster-contract/Scene';
import { podsOnce, runsImage } from '../podActs';
import { next } from '../release';
import type { State } from '../State';
import { ArgoRollout, type ArgoRolloutOptions } from './ArgoRollout';
import { anAnalysis, analysedBy, halfway } from './manifests';
import type { Argo } from './startArgo';

/** A healthy Rollout, and then another image for it. */
async function release(
  scene: Scene,
  image: string,
  options: Partial<ArgoRolloutOptions> = {},
): Promise<ArgoRollout> {
  const rollout = await ArgoRollout.begin(scene, {
    strategy: halfway,
    ...options,
  });
  await rollout.is('Healthy');
  await rollout.setImage(image);
  return rollout;
}

async function analyse(
  scene: Scene,
  url: string,
  measurements?: object,
): Promise<ArgoRollout> {
  const path = `/apis/argoproj.io/v1alpha1/namespaces/${scene.namespace}/analysistemplates`;
  const body = anAnalysis(url, measurements);
  await scene.must(path, { method: 'POST', body });
  const strategy = analysedBy(body.metadata.name);
  return release(scene, 'example.com/chat:2', { strategy });
}

/** How far a canary has come, and what stops it. */
export function canaryStates(argo: Argo): State[] {
  const mustRun = async (scene: Scene, ...args: string[]) => {
    const { code, stderr } = await argo.run(scene, args);
    if (code !== 0) {
      throw new Error(`kubectl argo rollouts ${args.join(' ')}: ${stderr}`);
    }
  };
  return [
    {
      name: 'canary-creating',
      async bringAbout(scene) {
        const rollout = await release(scene, next('slow'));
        await rollout.is(
          'Progressing',
          /more replicas need to be updated/,
          ({ updatedReplicas }) => updatedReplicas === 1,
        );
      },
    },
    {
      name: 'canary-paused',
      async bringAbout(scene) {
        const rollout = await release(scene, 'example.com/chat:2');
        await rollout.is('Paused', /CanaryPauseStep/);
      },
    },
    {
      name: 'canary-paused-for-a-while',
      async bringAbout(scene) {
        const steps = [{ setWeight: 25 }, { pause: { duration: '1h' } }];
        const strategy = { canary: { steps } };
        const rollout = await release(scene, 'example.com/chat:2', {
          strategy,
        });
        await rollout.is('Paused', /CanaryPauseStep/);
      },
    },
    {
      name: 'canary-unpausing',
      async bringAbout(scene) {
        const rollout = await release(scene, 'example.com/chat:2');
        await rollout.is('Paused', /CanaryPauseStep/);
      },
      goOnWithoutControllers: scene => mustRun(scene, 'promote', 'chat'),
    },
    {
      name: 'canary-aborted',
      async bringAbout(scene) {
        const rollout = await release(scene, 'example.com/chat:2');
        await rollout.is('Paused', /CanaryPauseStep/);
        await mustRun(scene, 'abort', 'chat');
        await rollout.is(
          'Degraded',
          /RolloutAborted/,
          ({ updatedReplicas = 0 }) => updatedReplicas === 0,
        );
      },
    },
    {
      name: 'canary-analysing',
      async bringAbout(scene) {
        const measurements = { interval: '10m', count: 3 };
        const rollout = await analyse(
          scene,
          `${argo.metricUrl}/9`,
          measurements,
        );
        await rollout.is(
          'Progressing',
          /more replicas need to be updated/,
          ({ currentStepIndex }) => currentStepIndex === 1,
        );
      },
    },
    {
      name: 'canary-analysis-failed',
      async bringAbout(scene) {
        const rollout = await analyse(scene, `${argo.metricUrl}/0`);
        await rollout.is('Degraded', /RolloutAborted/);
      },
    },
    {
      name: 'canary-analysis-inconclusive',
      async bringAbout(scene) {
        const rollout = await analyse(scene, `${argo.metricUrl}/3`);
        await rollout.is('Paused', /InconclusiveAnalysis/);
      },
    },
    {
      name: 'canary-image-error',
      async bringAbout(scene) {
        await release(scene, next('image-error'));
        await podsOnce(
          scene,
          1,
          pod =>
            runsImage(next('image-error'))(pod) &&
            pod.status.containerStatuses?.[0]?.state.waiting?.reason ===
              'ImagePullBackOff',
        );
      },
    },
    {
      name: 'canary-deadline-exceeded',
      async bringAbout(scene) {
        const rollout = await release(scene, next('never-ready'), {
          progressDeadlineSeconds: 3,
        });
        await rollout.is('Degraded', /ProgressDeadlineExceeded/);
      },
    },
    {
      name: 'canary-deadline-aborted',
      async bringAbout(scene) {
        const rollout = await release(scene, next('never-ready'), {
          progressDeadlineSeconds: 3,
          progressDeadlineAbort: true,
        });
        await rollout.is('Degraded', /RolloutAborted/);
      },
    },
  ];
}
