import type { ContainerStatus, Pod } from '../objects';

/** A line of a container's output; `at` is in milliseconds. */
export interface LogLine {
  at: number;
  text: string;
}

/** Which run of the container, and how far. */
export interface LogRange {
  previous: boolean;
  until: number;
}

const LINE_EVERY_MS = 2000;
const MAX_LINES = 500;

/**
 * What a container has written up to a moment. Nothing is kept: the lines follow from when the container started and
 * ended, so that they are the same whenever they are asked for.
 */
export function logLines(
  pod: Pod,
  container: string,
  { previous, until }: LogRange,
): LogLine[] {
  const status = [
    ...(pod.status.containerStatuses ?? []),
    ...(pod.status.initContainerStatuses ?? []),
  ].find(({ name }) => name === container);
  const run = status && runOf(status, previous);
  if (!status || !run) return [];
  const started = Date.parse(run.startedAt);
  const end = run.finishedAt ? Date.parse(run.finishedAt) : until;
  const name = pod.metadata.labels?.['app.kubernetes.io/name'] ?? container;
  return [
    ...startLines(started, name, status.image),
    ...requestLines(started + 500, Math.min(end, until)),
    ...lastLines(end, run),
  ].filter(({ at }) => at <= until);
}

interface Run {
  startedAt: string;
  finishedAt?: string;
  reason?: string;
  exitCode?: number;
}

/** The current run; a container that waits to start again shows its last one, as the real kubelet does. */
function runOf(
  { state, lastState }: ContainerStatus,
  previous: boolean,
): Run | undefined {
  if (previous) return lastState.terminated;
  return state.running ?? state.terminated ?? lastState.terminated;
}

function startLines(started: number, name: string, image: string): LogLine[] {
  return [
    { at: started, text: `INFO starting ${name} from ${image}` },
    { at: started + 120, text: 'INFO configuration read' },
    { at: started + 300, text: 'INFO listening on port 8080' },
  ];
}

function requestLines(from: number, end: number): LogLine[] {
  const count = Math.max(0, Math.floor((end - from) / LINE_EVERY_MS));
  const first = Math.max(0, count - MAX_LINES);
  return Array.from({ length: count - first }, (_, index) => {
    const number = first + index + 1;
    return {
      at: from + number * LINE_EVERY_MS,
      text: `INFO GET /health 200 ${(number * 7) % 9}ms request=${number}`,
    };
  });
}

function lastLines(
  end: number,
  { finishedAt, reason, exitCode }: Run,
): LogLine[] {
  if (!finishedAt) return [];
  if (reason === 'OOMKilled')
    return [{ at: end, text: 'WARN heap is nearly full' }];
  return exitCode
    ? [
        {
          at: end,
          text: 'ERROR the process could not go on: the sandbox was asked to let it crash',
        },
      ]
    : [{ at: end, text: 'INFO stopped' }];
}
