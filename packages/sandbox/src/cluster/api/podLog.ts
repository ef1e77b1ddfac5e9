import type { ServerResponse } from 'node:http';
import { logLines, type LogLine } from '../kubelet';
import type { ContainerStatus, Pod } from '../objects';
import type { Registry } from '../registry';
import { badRequest, resources } from '../storage';
import { flag, wholeNumber, type ApiRequest } from './apiRequest';

/** How often a followed log is looked at for new lines. */
const FOLLOW_EVERY_MS = 200;

/** GET on a pod's `/log`: plain text, once or until the container or the client ends. */
export function sendPodLog(
  registry: Registry,
  request: ApiRequest,
  response: ServerResponse,
): void {
  const { query, path } = request;
  const key = { namespace: path.namespace, name: path.name ?? '' };
  const pod = registry.get(resources.pods, key);
  const container = containerName(pod, query.get('container'));
  const previous = flag(query, 'previous');
  if (!pod.spec.nodeName) {
    response.writeHead(200);
    response.end();
    return;
  }
  assertStarted(pod, container, previous);
  const print = (lines: LogLine[]) => {
    for (const { at, text } of lines) {
      const stamp = flag(query, 'timestamps')
        ? `${new Date(at).toISOString().replace('Z', '000000Z')} `
        : '';
      response.write(`${stamp}${text}\n`);
    }
  };

  response.writeHead(200, { 'content-type': 'text/plain' });
  let seen = Date.now();
  print(
    selectLines(logLines(pod, container, { previous, until: seen }), query),
  );
  if (!flag(query, 'follow') || previous) {
    response.end();
    return;
  }
  response.flushHeaders();
  const timer = setInterval(() => {
    const current = registry.find(resources.pods, key);
    if (!current || current.metadata.uid !== pod.metadata.uid) {
      response.end();
      return;
    }
    const now = Date.now();
    const lines = logLines(current, container, { previous: false, until: now });
    print(lines.filter(({ at }) => at > seen));
    seen = now;
    if (!statusOf(current, container)?.state.running) response.end();
  }, FOLLOW_EVERY_MS);
  response.on('close', () => clearInterval(timer));
}

function selectLines(lines: LogLine[], query: URLSearchParams): LogLine[] {
  const sinceSeconds = wholeNumber(query, 'sinceSeconds');
  const sinceTime = query.get('sinceTime');
  const since =
    sinceSeconds !== undefined
      ? Date.now() - sinceSeconds * 1000
      : Date.parse(sinceTime ?? '') || 0;
  const tail = wholeNumber(query, 'tailLines') ?? lines.length;
  const recent = lines.filter(({ at }) => at >= since);
  return tail === 0 ? [] : recent.slice(-tail);
}

function containerName(pod: Pod, wanted: string | null): string {
  const names = pod.spec.containers.map(({ name }) => name);
  if (!wanted) {
    if (names.length === 1) return names[0];
    throw badRequest(
      `a container name must be specified for pod ${
        pod.metadata.name
      }, choose one of: [${names.join(' ')}]`,
    );
  }
  const initNames = (pod.spec.initContainers ?? []).map(({ name }) => name);
  if ([...names, ...initNames].includes(wanted)) return wanted;
  throw badRequest(
    `container ${wanted} is not valid for pod ${pod.metadata.name}`,
  );
}

function assertStarted(pod: Pod, container: string, previous: boolean): void {
  const status = statusOf(pod, container);
  if (previous) {
    if (status?.lastState.terminated) return;
    throw badRequest(
      `previous terminated container "${container}" in pod "${pod.metadata.name}" not found`,
    );
  }
  const { running, terminated, waiting } = status?.state ?? {};
  if (running || terminated || status?.lastState.terminated) return;
  throw badRequest(
    `container "${container}" in pod "${
      pod.metadata.name
    }" is waiting to start: ${reasonToWait(waiting?.reason)}`,
  );
}

function reasonToWait(reason = 'ContainerCreating'): string {
  const sentences: Record<string, string> = {
    ImagePullBackOff: 'trying and failing to pull image',
    ErrImagePull: "image can't be pulled",
  };
  return sentences[reason] ?? reason;
}

function statusOf(pod: Pod, container: string): ContainerStatus | undefined {
  return [
    ...(pod.status.containerStatuses ?? []),
    ...(pod.status.initContainerStatuses ?? []),
  ].find(({ name }) => name === container);
}
