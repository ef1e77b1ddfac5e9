import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDeployments } from '../../__testUtils__/serveDeployments';
import {
  aDeploymentObject,
  type ObjectDiffers,
} from '../../__testUtils__/objects';
import { toDeploymentRow } from '../rows';
import { getRolloutStatus } from './getRolloutStatus';

/** What `kubectl rollout status` says of our phases and steps. */
const VERDICTS = {
  pending: /^Waiting for deployment spec update to be observed/,
  failed: /exceeded its progress deadline/,
  creating: /new replicas have been updated/,
  terminating: /old replicas are pending termination/,
  'awaiting-availability': /updated replicas are available/,
  done: /successfully rolled out/,
};

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

jest.setTimeout(30_000);

describe('getRolloutStatus and the real kubectl', () => {
  let server: Awaited<ReturnType<typeof serveDeployments>>;
  let home: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kubectl-'));
    server = await serveDeployments(
      cases.map(([name, differs]) => aDeploymentObject({ ...differs, name })),
    );
  });

  afterAll(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** What the real kubectl says, of KUBECTL or of PATH. */
  function askKubectl(name: string) {
    return new Promise<string>(resolve => {
      execFile(
        process.env.KUBECTL ?? 'kubectl',
        [
          ...['--server', server.url, '--namespace', 'chat'],
          ...['rollout', 'status', `deployment/${name}`, '--watch=false'],
        ],
        {
          env: { HOME: home, PATH: process.env.PATH, KUBECONFIG: '/dev/null' },
          timeout: 20_000,
        },
        (error, stdout, stderr) => resolve(stdout || stderr || String(error)),
      );
    });
  }

  it.each(cases)('agree on a Deployment that is %s', async (name, differs) => {
    const row = toDeploymentRow(aDeploymentObject({ ...differs, name }));
    const { phase, step } = getRolloutStatus(row, [], []);
    expect(await askKubectl(name)).toMatch(VERDICTS[toVerdict(phase, step)]);
  });

  // kubectl does not look at a pause, and takes what fell ill after its success for going on.
  function toVerdict(
    phase: ReturnType<typeof getRolloutStatus>['phase'],
    step: ReturnType<typeof getRolloutStatus>['step'],
  ): keyof typeof VERDICTS {
    switch (phase) {
      case 'complete':
      case 'stopped':
        return 'done';
      case 'degraded':
        return 'awaiting-availability';
      case 'paused':
        return 'creating';
      case 'progressing':
        return step ?? 'done';
      default:
        return phase;
    }
  }
});
