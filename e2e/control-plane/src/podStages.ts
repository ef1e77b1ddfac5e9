import { outcomeOf, READY_AFTER, stateOf } from './podExpressions';
import {
  backingOff,
  creating,
  imageBackOff,
  imageError,
  ready,
  running,
  terminated,
} from './podStatus';
import type { Stage } from './stage';

/** Times of a kubelet's course, some ten times faster. */
const START_MS = 150;
const RUNS_FOR_MS = 700;
const BACK_OFF_MS = 2_000;
const STOPS_AFTER_MS = 300;
const SLOW_MS = 30_000;

const alive = { key: '.metadata.deletionTimestamp', exists: false };
const state = (...values: string[]) => ({ key: stateOf, in: values });
const outcome = (...values: string[]) => ({ key: outcomeOf, in: values });
const isReady = (value: boolean) => ({
  key: '.status.containerStatuses[0].ready | tostring',
  in: [String(value)],
});
const restarts = (value: 'none' | 'some') => ({
  key: 'if (.status.containerStatuses[0].restartCount // 0) > 0 then "some" else "none" end',
  in: [value],
});

/** The lives of pods: each outcome that `podExpressions` can read, from binding to deletion. */
export function podStages(podReadyMs: number): Stage[] {
  const stages: Array<Omit<Stage, 'kind'>> = [
    {
      name: 'pod-creating',
      when: [alive, state('none')],
      status: creating,
    },
    {
      name: 'pod-image-error',
      when: [alive, state('ContainerCreating'), outcome('image-error')],
      afterMs: START_MS,
      event: {
        type: 'Warning',
        reason: 'Failed',
        message: 'Error: ErrImagePull',
      },
      status: imageError,
    },
    {
      name: 'pod-image-back-off',
      when: [alive, state('ErrImagePull')],
      afterMs: RUNS_FOR_MS,
      event: {
        type: 'Warning',
        reason: 'Failed',
        message: 'Error: ImagePullBackOff',
      },
      status: imageBackOff,
    },
    {
      name: 'pod-running',
      when: [
        alive,
        state('ContainerCreating'),
        outcome('ready', 'slow', 'crash', 'oom'),
      ],
      afterMs: START_MS,
      event: {
        type: 'Normal',
        reason: 'Started',
        message: 'Container started',
      },
      status: running('first'),
    },
    {
      name: 'pod-running-never-ready',
      when: [alive, state('ContainerCreating'), outcome('never-ready')],
      afterMs: START_MS,
      event: {
        type: 'Warning',
        reason: 'Unhealthy',
        message:
          'Readiness probe failed: HTTP probe failed with statuscode: 503',
      },
      status: running('first'),
    },
    {
      name: 'pod-ready',
      when: [alive, state('running'), isReady(false), outcome('ready')],
      afterMs: podReadyMs,
      afterFrom: READY_AFTER,
      status: ready,
    },
    {
      name: 'pod-ready-slowly',
      when: [alive, state('running'), isReady(false), outcome('slow')],
      afterMs: SLOW_MS,
      afterFrom: READY_AFTER,
      status: ready,
    },
    ...crashes('crash', 'Error', 1),
    ...crashes('oom', 'OOMKilled', 137),
    {
      name: 'pod-restarts-at-once',
      when: [alive, state('terminated'), restarts('none')],
      afterMs: START_MS,
      status: running('again'),
    },
    {
      name: 'pod-backs-off',
      when: [alive, state('terminated'), restarts('some')],
      afterMs: START_MS,
      event: {
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
      },
      status: backingOff,
    },
    {
      name: 'pod-restarts-after-back-off',
      when: [alive, state('CrashLoopBackOff')],
      afterMs: BACK_OFF_MS,
      status: running('again'),
    },
    {
      name: 'pod-gone',
      when: [{ key: '.metadata.deletionTimestamp', exists: true }],
      afterMs: STOPS_AFTER_MS,
      deletes: true,
    },
  ];
  return stages.map(stage => ({ kind: 'Pod', ...stage }));
}

function crashes(
  name: string,
  reason: string,
  exitCode: number,
): Array<Omit<Stage, 'kind'>> {
  return [
    {
      name: `pod-${name}`,
      when: [alive, state('running'), outcome(name)],
      afterMs: RUNS_FOR_MS,
      status: terminated(reason, exitCode),
    },
  ];
}
