/*
 * Go templates of a pod's status, as KWOK fills them in: YAML in which a value may be JSON. All containers of a simulated
 * pod turn out alike.
 */

const header = `
{{ $now := Now | toJson }}
{{ $pod := . }}
{{ $names := list }}
{{ range .spec.containers }}{{ $names = append $names .name }}{{ end }}
`;

interface Detail {
  reason: string;
  /** A template's expression. */
  message: string;
}

/** The kubelet lists the containers that are not ready. */
const NOT_READY: Detail = {
  reason: 'ContainersNotReady',
  message:
    'printf "containers with unready status: [%s]" ($names | join " ") | toJson',
};

/** Its time stays until its status changes; `null` takes a reason away that stood there before. */
const condition = (type: string, holds: boolean, detail?: Detail) => `
{{ $since := $now }}
{{ range $pod.status.conditions }}{{ if and (eq .type "${type}") (eq .status "${
  holds ? 'True' : 'False'
}") }}{{ $since = toJson .lastTransitionTime }}{{ end }}{{ end }}
- type: ${type}
  status: "${holds ? 'True' : 'False'}"
  lastTransitionTime: {{ $since }}
  reason: ${detail?.reason ?? 'null'}
  message: ${detail ? `{{ ${detail.message} }}` : 'null'}`;

const unready = (started: boolean) =>
  [
    '\nconditions:',
    condition('PodReadyToStartContainers', started),
    condition('Initialized', true),
    condition('Ready', false, NOT_READY),
    condition('ContainersReady', false, NOT_READY),
  ].join('');

/** What a container's entry says; each a template. `$before` is what the entry was. */
interface ContainerEntry {
  ready?: boolean;
  started?: boolean;
  /** Whether it was ever started and so has an image and an ID. */
  exists: boolean;
  restarts?: string;
  state: string;
  lastState?: string;
}

const RESTARTS = '{{ $before.restartCount | toString | atoi }}';
const STATE = '{{ toJson $before.state }}';
const LAST_STATE = '{{ $before.lastState | default dict | toJson }}';

const containers = (entry: ContainerEntry) => `
containerStatuses:
{{ range $index, $item := .spec.containers }}
{{ $before := dict }}
{{ if $pod.status.containerStatuses }}{{ $before = index $pod.status.containerStatuses $index }}{{ end }}
- name: {{ toJson $item.name }}
  image: {{ toJson $item.image }}
  imageID: ${
    entry.exists
      ? '{{ printf "%s@sha256:%s" (regexReplaceAll "(:[^:/@]+)?(@.*)?$" $item.image "") (regexFind "[0-9a-f]{64}$" $item.image | default (sha256sum $item.image)) | toJson }}'
      : '""'
  }
  containerID: ${
    entry.exists
      ? '{{ printf "containerd://%s" (sha256sum (print $pod.metadata.uid $item.name)) | toJson }}'
      : 'null'
  }
  ready: ${entry.ready ?? false}
  started: ${entry.started ?? false}
  restartCount: ${entry.restarts ?? RESTARTS}
  state: ${entry.state}
  lastState: ${entry.lastState ?? LAST_STATE}
{{ end }}`;

const waiting = (reason: string, message: string) =>
  `{waiting: {reason: ${reason}, message: {{ ${message} | toJson }}}}`;

/** The pod is on its node, and its containers are being made. */
export const creating = `${header}
phase: Pending
startTime: {{ $now }}
{{ with NodeIPsWith .spec.nodeName }}
hostIP: {{ index . 0 | toJson }}
hostIPs: [{ip: {{ index . 0 | toJson }}}]
{{ end }}${unready(false)}${containers({
  exists: false,
  restarts: '0',
  state: '{waiting: {reason: ContainerCreating}}',
})}`;

const PULL_FAILURE =
  'printf "rpc error: code = NotFound desc = failed to pull and unpack image \\"%s\\": failed to resolve reference \\"%s\\": %s: not found" $item.image $item.image $item.image';

export const imageError = `${header}${containers({
  exists: false,
  state: waiting('ErrImagePull', PULL_FAILURE),
})}`;

export const imageBackOff = `${header}${containers({
  exists: false,
  state: waiting(
    'ImagePullBackOff',
    `printf "Back-off pulling image \\"%s\\": ErrImagePull: %s" $item.image (${PULL_FAILURE})`,
  ),
})}`;

/** The containers run, not ready yet, for the first time or once more. */
export const running = (time: 'first' | 'again') => `${header}
phase: Running
{{ if not .status.podIP }}{{ with PodIPsWith .spec.nodeName (or .spec.hostNetwork false) .metadata.uid .metadata.name .metadata.namespace }}
podIP: {{ index . 0 | toJson }}
podIPs: [{ip: {{ index . 0 | toJson }}}]
{{ end }}{{ end }}
{{ if .spec.initContainers }}
initContainerStatuses:
{{ range .spec.initContainers }}
- name: {{ toJson .name }}
  image: {{ toJson .image }}
  imageID: ""
  ready: true
  restartCount: 0
  state: {terminated: {exitCode: 0, reason: Completed, startedAt: {{ $now }}, finishedAt: {{ $now }}}}
{{ end }}
{{ end }}${unready(true)}${containers({
  exists: true,
  started: true,
  restarts:
    time === 'first'
      ? '0'
      : '{{ add1 ($before.restartCount | toString | atoi) }}',
  state: '{running: {startedAt: {{ $now }}}}',
  lastState: `{{ if $before.state.terminated }}{{ toJson $before.state }}{{ else }}${LAST_STATE}{{ end }}`,
})}`;

const GATED: Detail = {
  reason: 'ReadinessGatesNotReady',
  message:
    'printf "corresponding condition of pod readiness gate \\"%s\\" does not exist." (index .spec.readinessGates 0).conditionType | toJson',
};

/** Ready, unless the pod has readiness gates: those are somebody else's to open. */
export const ready = `${header}
conditions:${condition('ContainersReady', true)}
{{ if .spec.readinessGates }}${condition('Ready', false, GATED)}
{{ else }}${condition('Ready', true)}
{{ end }}${containers({
  exists: true,
  ready: true,
  started: true,
  state: STATE,
})}`;

/** The containers ended by themselves. */
export const terminated = (reason: string, exitCode: number) =>
  `${header}${unready(true)}${containers({
    exists: true,
    state: `{terminated: {reason: ${reason}, exitCode: ${exitCode}, startedAt: {{ toJson $before.state.running.startedAt }}, finishedAt: {{ $now }}}}`,
  })}`;

/** The kubelet waits before it starts them again. */
export const backingOff = `${header}${containers({
  exists: true,
  state: waiting(
    'CrashLoopBackOff',
    'printf "back-off 10s restarting failed container=%s pod=%s_%s(%s)" $item.name $pod.metadata.name $pod.metadata.namespace $pod.metadata.uid',
  ),
  lastState: STATE,
})}`;
