import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environment, service, workload, type Step } from './loop';

const run = promisify(execFile);

export const proofSteps: Step[] = [
  {
    name: 'git clone shows the image bump',
    async run({ portal }) {
      const folder = await mkdtemp(join(tmpdir(), 'eks-deploy-clone-'));
      try {
        const { github } = portal.sandbox;
        const url = new URL(`/example-org/${service}.git`, github.url);
        url.username = 'smoke';
        url.password = github.token;
        await run('git', ['clone', '--quiet', url.href, folder]);
        const { stdout } = await run('git', ['log', '--format=%s'], {
          cwd: folder,
        });
        const manifest = await readFile(
          join(folder, `deploy/${environment}/backend/deployment.yaml`),
          'utf8',
        );
        const image = /image: (\S+@sha256:\S+)/.exec(manifest)?.[1];
        if (!image) {
          throw new Error(
            `the manifest names no image by digest:\n${manifest}`,
          );
        }
        return `${stdout.trim().split('\n').length} commits, ${image
          .split('/')
          .at(-1)}`;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'kubectl agrees',
    async run({ portal }) {
      const kubectl = (...args: string[]) =>
        run(process.env.KUBECTL ?? 'kubectl', [
          '--kubeconfig',
          portal.sandbox.kubeconfig,
          '--context',
          environment,
          '--namespace',
          service,
          ...args,
        ]);
      const status = await kubectl(
        'rollout',
        'status',
        `deployment/${workload}`,
        '--timeout=30s',
      );
      const history = await kubectl(
        'rollout',
        'history',
        `deployment/${workload}`,
      );
      console.log(history.stdout.trim().replace(/^/gm, '           '));
      return status.stdout.trim();
    },
  },
];
