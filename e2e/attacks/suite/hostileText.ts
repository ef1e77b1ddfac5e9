import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack, AttackResult } from '../Attack';
import type { Scene } from '../Scene';
import { aComponent } from '../world/AttackerRepository';
import {
  aContainerStatus,
  aFakeArgoRollout,
  aFakeDeployment,
  aFakeEvent,
  aFakePod,
  aFakeReplicaSet,
  collectionsOf,
  fillFakeNamespace,
} from '../world/fakeNamespace';
import { measureDelay } from '../world/measureDelay';
import { entityPath, workloadPath } from './requests';

const NAMESPACE = 'chat-text';
const ID = 'text';
const MOST_DELAY_MS = 1_000;
/** A delay that only the machine caused does not come three times in a row, and is not as long. */
const TRIES = 3;
const BEYOND_DOUBT_MS = 5_000;
const SHORT = 3_000;
/** As much as Kubernetes takes of all annotations of an object. */
const LONG = 256 * 1024 - 500;
/** By when a change has come from a cluster to a viewer. */
const ARRIVAL_MS = 400;

/** Texts of any length that expressions with overlapping parts stumble over. */
const TEXTS: Record<string, (length: number) => string> = {
  'token-token-': repeat('token-'),
  'a-a-a-': repeat('a-'),
  '-----': repeat('-'),
  aaaa: repeat('a'),
  'password password': repeat('password '),
  '"a":"a":': repeat('"a":'),
  'x= x= x=': repeat('x= '),
  spaces: repeat(' '),
  'line feeds': repeat('\n'),
  'https://a:': repeat('https://a:'),
  'eyJ.eyJ.': repeat('eyJa.'),
  'BEGIN PRIVATE KEY': repeat('-----BEGIN PRIVATE KEY-----'),
  '--token --token': repeat('--token '),
  '{{{{': repeat('{'),
  '1111x': length => `${'1'.repeat(length - 1)}x`,
  '1h1h1h': repeat('1h'),
  '....': repeat('.'),
  é́: repeat('e\u0301'),
};

function repeat(part: string) {
  return (length: number) =>
    part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

const collections = collectionsOf(NAMESPACE);
const POD = `${ID}-2-aaaaa`;

/** Where somebody who may use one namespace can leave a text. */
const PLACES: Record<string, (scene: Scene, text: string) => void> = {
  "a Deployment's change cause": ({ fake }, text) =>
    fake.put(
      collections.deployments,
      aFakeDeployment(ID, {
        annotations: { 'kubernetes.io/change-cause': text },
      }),
    ),
  "a ReplicaSet's change cause and revision": ({ fake }, text) =>
    fake.put(
      collections.replicaSets,
      aFakeReplicaSet(ID, 1, {
        annotations: {
          'kubernetes.io/change-cause': text,
          'deployment.kubernetes.io/desired-replicas': text.slice(0, 1_000),
        },
      }),
    ),
  "a Deployment's condition": ({ fake }, text) =>
    fake.put(
      collections.deployments,
      aFakeDeployment(ID, {
        status: {
          conditions: [
            {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message: text,
            },
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
              message: text,
            },
          ],
        },
      }),
    ),
  "a pod's states": ({ fake }, text) =>
    fake.put(
      collections.pods,
      aFakePod(ID, POD, {
        status: {
          message: text,
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'x',
              message: text,
            },
            { type: 'Ready', status: 'False', reason: text, message: text },
          ],
          containerStatuses: [
            aContainerStatus(
              { waiting: { reason: 'ImagePullBackOff', message: text } },
              { terminated: { exitCode: 1, reason: text, message: text } },
            ),
          ],
        },
      }),
    ),
  'an Event': ({ fake }, text) =>
    ['Unhealthy', 'FailedScheduling', 'FailedMount', 'BackOff'].forEach(
      (reason, index) =>
        fake.put(
          collections.events,
          aFakeEvent(
            `event-${index}`,
            { kind: 'Pod', name: POD, uid: `${POD}-pod` },
            { reason, message: `Readiness probe failed: ${text}` },
          ),
        ),
    ),
  'an image and a digest': ({ fake }, text) => {
    const template = {
      metadata: { labels: { app: ID } },
      spec: { containers: [{ name: 'app', image: text }] },
    };
    fake.put(collections.deployments, aFakeDeployment(ID, { template }));
    fake.put(collections.replicaSets, aFakeReplicaSet(ID, 2, { template }));
    fake.put(
      collections.pods,
      aFakePod(ID, POD, {
        status: {
          containerStatuses: [
            {
              ...aContainerStatus({ running: {} }),
              image: text,
              imageID: `docker-pullable://${text}`,
            },
          ],
        },
      }),
    );
  },
  "an Argo Rollout's durations and messages": ({ fake }, text) =>
    fake.put(
      collections.argoRollouts,
      aFakeArgoRollout(ID, {
        annotations: {
          'rollout.argoproj.io/revision': '1',
          'kubernetes.io/change-cause': text,
        },
        spec: {
          strategy: { canary: { steps: [{ pause: { duration: text } }] } },
        },
        status: {
          phase: 'Degraded',
          message: text,
          observedGeneration: text,
          currentStepIndex: 0,
          pauseConditions: [{ reason: 'CanaryPauseStep', startTime: text }],
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'x',
              message: text,
            },
          ],
        },
      }),
    ),
};

const ARGO = "an Argo Rollout's durations and messages";

export const hostileText: Attack[] = [
  {
    name: 'stop the portal for all by a text of up to 256 kB in an object that it reads',
    finding: '3',
    expected: `alive within ${MOST_DELAY_MS / 1_000} s all the time`,
    only: 'SQLite',
    withinMs: 240_000,
    run: scene =>
      leaveTexts(
        scene,
        Object.keys(PLACES).filter(place => place !== ARGO),
      ),
  },
  {
    name: 'the same by an Argo Rollout',
    finding: '4',
    expected: `alive within ${MOST_DELAY_MS / 1_000} s all the time`,
    only: 'SQLite',
    withinMs: 240_000,
    run: scene => leaveTexts(scene, [ARGO]),
  },
];

async function leaveTexts(
  scene: Scene,
  places: string[],
): Promise<AttackResult> {
  const { fake, hostile, repository } = scene;
  fillFakeNamespace(fake, NAMESPACE, ID);
  await repository.publish('text.yaml', [
    aComponent('text', {
      ...{ namespace: NAMESPACE, kubernetesId: ID },
      environments: 'fake',
    }),
  ]);
  // What somebody looks at is what the portal reads.
  const viewer = await hostile.open({
    path: `${entityPath('text')}/rollouts/stream`,
  });
  viewer.body.resume();
  let worst = { delay: 0, what: 'anything' };
  try {
    // The short ones first: what stumbles over them would be long about the long ones.
    for (const length of [SHORT, LONG]) {
      for (const [what, toText] of Object.entries(TEXTS)) {
        const delay = await delayBy(scene, places, toText(length));
        if (delay > worst.delay) {
          worst = { delay, what: `${length} bytes of ${what}` };
        }
        if (delay > MOST_DELAY_MS) {
          return toResult(worst);
        }
      }
    }
    return toResult(worst);
  } finally {
    fake.clear(NAMESPACE);
    viewer.close();
  }
}

function toResult({
  delay,
  what,
}: {
  delay: number;
  what: string;
}): AttackResult {
  const answered = `not alive for ${Math.round(delay)} ms by ${what}`;
  return { answered, successes: delay > MOST_DELAY_MS ? [answered] : [] };
}

/** The shortest of several tries. */
async function delayBy(
  scene: Scene,
  places: string[],
  text: string,
): Promise<number> {
  const { hostile, portal } = scene;
  let shortest = Infinity;
  for (let tries = 0; tries < TRIES && shortest > MOST_DELAY_MS; tries++) {
    const delay = await measureDelay(portal, async () => {
      places.forEach(place => PLACES[place](scene, text));
      hostile.count(places.length);
      // That it is not answered in time is what is measured.
      await hostile
        .send({ path: `${workloadPath('text', 'fake', ID)}/pods` })
        .catch(() => {});
      await sleep(ARRIVAL_MS);
    });
    shortest = Math.min(shortest, delay);
    if (delay > BEYOND_DOUBT_MS) {
      break;
    }
  }
  return shortest;
}
