import { PATCH } from '../cluster-contract/manifests';
import type { List, Pod } from '../cluster-contract/objects';
import { conditionOf } from '../cluster-contract/Rollout';
import type { Scene } from '../cluster-contract/Scene';

/** Waits until so many pods, or more, are as they should be. */
export async function podsOnce(
  scene: Scene,
  count: number,
  holds: (pod: Pod) => boolean,
): Promise<void> {
  await scene.eventually(`${count} pods are as they should be`, async () => {
    const pods = await listPods(scene);
    return pods.filter(holds).length >= count;
  });
}

export async function listPods(scene: Scene): Promise<Pod[]> {
  return (await scene.must<List<Pod>>(scene.path('pods'))).items;
}

/** Whether the containers are ready and only the readiness gate holds the pod back. */
export const holdsBack = (pod: Pod) =>
  conditionOf(pod, 'ContainersReady')?.status === 'True' &&
  conditionOf(pod, 'Ready')?.status === 'False';

export const runsImage = (image: string) => (pod: Pod) =>
  pod.spec.containers[0].image === image;

/** Writes of each pod what its kubelet or a controller of the cloud would; pods of which there is nothing to say stay. */
export async function patchPods(
  scene: Scene,
  statusOf: (pod: Pod) => object | undefined,
): Promise<void> {
  for (const pod of await listPods(scene)) {
    const status = statusOf(pod);
    if (status) {
      await scene.must(scene.path('pods', pod.metadata.name, 'status'), {
        method: 'PATCH',
        contentType: PATCH.strategic,
        body: { status },
      });
    }
  }
}

/** Tells of every pod whether the load balancer's target is healthy, and makes it ready or not as a kubelet then does. */
export async function openGates(
  scene: Scene,
  gate: string,
  open: boolean,
): Promise<void> {
  const now = new Date().toISOString();
  const condition = (type: string, detail: object) => ({
    type,
    status: open ? 'True' : 'False',
    lastTransitionTime: now,
    reason: null,
    message: null,
    ...(!open && detail),
  });
  await patchPods(scene, () => ({
    conditions: [
      condition(gate, {
        reason: 'Target.FailedHealthChecks',
        message: 'Health checks failed',
      }),
      condition('Ready', {
        reason: 'ReadinessGatesNotReady',
        message: `the status of pod readiness gate "${gate}" is not "True", but False`,
      }),
    ],
  }));
}

/** A warning of a pod's kubelet; seen for the first time now, unless told otherwise. */
export async function addEvent(
  scene: Scene,
  { metadata }: Pod,
  event: { reason: string; message: string; since?: string },
): Promise<void> {
  const now = new Date().toISOString();
  const { reason, message, since = now } = event;
  await scene.create('events', {
    metadata: { generateName: `${metadata.name}.` },
    involvedObject: {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: scene.namespace,
      name: metadata.name,
      uid: metadata.uid,
    },
    type: 'Warning',
    reason,
    message,
    count: 3,
    firstTimestamp: since,
    lastTimestamp: now,
    source: { component: 'kubelet' },
  });
}
