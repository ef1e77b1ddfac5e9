import { createKubectl } from '../../__testUtils__/askKubectl';
import { getKubectlVerdict } from '../../__testUtils__/kubectlVerdicts';
import {
  aDeploymentObject,
  type ObjectDiffers,
} from '../../__testUtils__/objects';
import { createRandom } from '../../__testUtils__/random';
import { aRandomRollout } from '../../__testUtils__/randomRollout';
import { serveDeployments } from '../../__testUtils__/serveDeployments';
import { toDeploymentRow } from '../rows';
import { getRolloutStatus } from './getRolloutStatus';

const cases: Array<[name: string, ObjectDiffers]> = [
  ['complete', {}],
  ['unobserved', { generation: 5, observedGeneration: 4 }],
  ['unobserved-and-late', { generation: 5, observedGeneration: 4, late: true }],
  ['late', { updated: 1, late: true }],
  ['creating', { updated: 1 }],
  ['terminating', { total: 4 }],
  ['unavailable', { available: 2 }],
  ['degraded', { available: 2, unavailable: true }],
  ['stopped', { desired: 0, total: 0, updated: 0, available: 0 }],
  ['paused-midway', { updated: 1, paused: true }],
];

/** Another seed makes other Rollouts: SEED=7 ./yarnw jest kubectl.test */
const SEED = Number(process.env.SEED ?? 1);
const random = createRandom(SEED);
const rollouts = Array.from({ length: 60 }, (_, index) =>
  aRandomRollout(random, `random-${index}`),
);
const AT_ONCE = 4;

jest.setTimeout(90_000);

describe('getRolloutStatus and the real kubectl', () => {
  let server: Awaited<ReturnType<typeof serveDeployments>>;
  let kubectl: Awaited<ReturnType<typeof createKubectl>>;

  beforeAll(async () => {
    server = await serveDeployments([
      ...cases.map(([name, differs]) =>
        aDeploymentObject({ ...differs, name }),
      ),
      ...rollouts.map(({ deployment }) => deployment),
    ]);
    kubectl = await createKubectl(server.url);
  });

  afterAll(async () => {
    await server.stop();
    await kubectl.stop();
  });

  it.each(cases)('agree on a Deployment that is %s', async (name, differs) => {
    const row = toDeploymentRow(aDeploymentObject({ ...differs, name }));
    expect(await kubectl.rolloutStatus(name)).toMatch(
      getKubectlVerdict(getRolloutStatus(row, [], [])),
    );
  });

  it('agree on whatever Deployment, ReplicaSets and pods', async () => {
    const left = [...rollouts];
    const disagreements: object[] = [];
    const work = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const { deployment, replicaSets, pods } = next;
        const row = toDeploymentRow(deployment);
        const status = getRolloutStatus(row, replicaSets, pods);
        const said = await kubectl.rolloutStatus(row.name);
        if (!getKubectlVerdict(status).test(said)) {
          disagreements.push({ seed: SEED, said, status, deployment });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(disagreements).toEqual([]);
  });

  it('are compared on every verdict there is', () => {
    const phases = rollouts.map(({ deployment, replicaSets, pods }) => {
      const row = toDeploymentRow(deployment);
      const { phase, step } = getRolloutStatus(row, replicaSets, pods);
      return step ?? phase;
    });
    expect(new Set(phases)).toEqual(
      new Set([
        'pending',
        'failed',
        'creating',
        'terminating',
        'awaiting-availability',
        'complete',
        'stopped',
        'degraded',
        'paused',
      ]),
    );
  });
});
