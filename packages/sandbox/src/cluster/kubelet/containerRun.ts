import { randomBytes } from 'node:crypto';
import { timestamp, type Container, type ContainerState } from '../objects';
import type { Behaviour } from './behaviour';
import { crashBackoff } from './crashBackoff';
import { pullImage, type ImageSource } from './imagePull';
import type { PodHandle } from './podHandle';
import { imageIdOf } from './podStatus';

const RUNS_FOR_MS = 700;
const ENDED_FOR_MS = 300;
const PROBE_EVERY_MS = 5000;

/** Runs one container, to readiness or round and round its failure. */
export async function runContainer(
  pod: PodHandle,
  container: Container,
  { outcome, readyAfterMs }: Behaviour,
  images: ImageSource,
): Promise<void> {
  const before = pod.statusOf(container);
  if (before?.ready) return;
  // A container from before the stand-in was restarted goes on running.
  let resumedFrom = before?.state.running?.startedAt;
  if (!resumedFrom) {
    const source = outcome === 'image-error' ? { has: () => false } : images;
    await pullImage(pod, container, source);
  }
  for (let crashes = 1; ; crashes++) {
    if (!resumedFrom) start(pod, container);
    switch (outcome) {
      case 'crash':
      case 'oom':
        await pod.pause(RUNS_FOR_MS);
        await crash(pod, container, {
          isOutOfMemory: outcome === 'oom',
          crashes,
        });
        resumedFrom = undefined;
        break;
      case 'never-ready':
        await failProbes(
          pod,
          container,
          Math.min(PROBE_EVERY_MS, readyAfterMs),
        );
        return;
      default:
        await pod.pause(readyAfterMs - elapsedSince(resumedFrom));
        pod.update(container, status => ({ ...status, ready: true }));
        return;
    }
  }
}

function start(pod: PodHandle, container: Container): void {
  pod.note(container, { reason: 'Created', message: 'Container created' });
  pod.note(container, { reason: 'Started', message: 'Container started' });
  pod.update(container, status => ({
    ...status,
    imageID: imageIdOf(container.image),
    containerID: containerId(),
    started: true,
    state: { running: { startedAt: timestamp() } },
  }));
}

async function crash(
  pod: PodHandle,
  container: Container,
  { isOutOfMemory, crashes }: { isOutOfMemory: boolean; crashes: number },
): Promise<void> {
  const before = pod.statusOf(container);
  const terminated: ContainerState['terminated'] = {
    exitCode: isOutOfMemory ? 137 : 1,
    reason: isOutOfMemory ? 'OOMKilled' : 'Error',
    startedAt: before?.state.running?.startedAt ?? timestamp(),
    finishedAt: timestamp(),
    containerID: before?.containerID,
  };
  pod.update(container, status => ({
    ...status,
    ready: false,
    started: false,
    state: { terminated },
  }));
  await pod.pause(ENDED_FOR_MS);
  const backoff = crashBackoff(crashes);
  if (backoff.ms > 0) {
    pod.note(container, {
      type: 'Warning',
      reason: 'BackOff',
      message: `Back-off restarting failed container ${
        container.name
      } in pod ${pod.describe()}`,
    });
    const message = `back-off ${backoff.text} restarting failed container=${
      container.name
    } pod=${pod.describe()}`;
    pod.update(container, status => ({
      ...status,
      state: { waiting: { reason: 'CrashLoopBackOff', message } },
      lastState: { terminated },
    }));
    await pod.pause(backoff.ms);
  }
  pod.update(container, status => ({
    ...status,
    restartCount: status.restartCount + 1,
    lastState: { terminated },
  }));
}

async function failProbes(
  pod: PodHandle,
  container: Container,
  firstAfterMs: number,
): Promise<void> {
  await pod.pause(firstAfterMs);
  for (;;) {
    pod.note(container, {
      type: 'Warning',
      reason: 'Unhealthy',
      message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    });
    await pod.pause(PROBE_EVERY_MS);
  }
}

function elapsedSince(time: string | undefined): number {
  return time ? Date.now() - Date.parse(time) : 0;
}

function containerId(): string {
  return `containerd://${randomBytes(32).toString('hex')}`;
}
