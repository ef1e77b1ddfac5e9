import type { Attack } from '../Attack';
import type { Scene } from '../Scene';
import { aDeployment, type Manifest } from '../world/AttackedCluster';
import { aComponent } from '../world/AttackerRepository';
import { eventually } from '../../smoke/eventually';
import { entityPath, Statuses, workloadPath } from './requests';

const IMAGE =
  '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders-backend:2.2.0';

/** Groups that are not in the catalog, or that no namespace may be opened by, with the namespaces of their names. */
const CLAIMS: Array<{ owner: string; namespace: string }> = [
  { owner: 'group:default/kube-system', namespace: 'kube-system' },
  { owner: 'group:default/kube-public', namespace: 'kube-public' },
  { owner: 'group:default/default', namespace: 'default' },
  { owner: 'group:default/team-payments', namespace: 'team-payments' },
  { owner: 'team-payments', namespace: 'team-payments' },
  { owner: 'user:default/kube-system', namespace: 'kube-system' },
  { owner: 'group:evil/kube-system', namespace: 'kube-system' },
  { owner: 'group:default/*', namespace: 'kube-system' },
  { owner: 'group:default/.*', namespace: 'kube-system' },
  { owner: 'group:default/team-chat', namespace: 'team-payments' },
];

/** What a portal without configuration of ours must not open. */
export const defaults: Attack[] = [
  {
    name: "open kube-system and other teams' namespaces by a group that does not exist",
    finding: '6',
    expected: 'refused; the own group has its own namespace',
    async run(scene) {
      const { hostile, repository, clusters } = scene;
      const namespaces = new Set([
        ...CLAIMS.map(({ namespace }) => namespace),
        'team-chat',
      ]);
      const deployments = [...namespaces].map(namespace =>
        aDeployment({
          ...{ name: 'target', namespace, image: IMAGE },
          kubernetesId: 'target',
        }),
      );
      for (const namespace of namespaces) {
        await clusters.staging.apply(aNamespace(namespace));
      }
      for (const deployment of deployments) {
        await clusters.staging.apply(deployment);
      }
      try {
        const components = [
          ...CLAIMS,
          { owner: 'group:default/team-chat', namespace: 'team-chat' },
        ].map(({ owner, namespace }, index) => {
          const { metadata, ...rest } = aComponent(`claim-${index}`, {
            ...{ owner, namespace, kubernetesId: 'target' },
          });
          const { 'eks-deploy/environments': _, ...annotations } =
            metadata.annotations;
          return { ...rest, metadata: { ...metadata, annotations } };
        });
        await repository.publish('claims.yaml', components);
        await eventually('the own namespace', () =>
          isOpen(scene, `claim-${CLAIMS.length}`),
        );
        const statuses = new Statuses();
        const successes: string[] = [];
        for (const [index, claim] of CLAIMS.entries()) {
          const name = `claim-${index}`;
          const path = workloadPath(name, 'staging', 'target');
          const found = [
            ...((await isOpen(scene, name)) ? ['read'] : []),
            ...(await tryAll(scene, path, statuses)),
          ];
          if (found.length > 0) {
            successes.push(
              `${claim.owner} in ${claim.namespace}: ${found.join(', ')}`,
            );
          }
        }
        hostile.count(0);
        return { answered: `${statuses}`, successes };
      } finally {
        for (const deployment of deployments) {
          await clusters.staging.remove(deployment);
        }
      }
    },
  },
  {
    name: 'do everything unnoticed where permissions are off',
    finding: '10',
    expected: 'a warning in the log at start',
    async run({ portal, hostile }) {
      hostile.count(1);
      const lines = (await portal.readLog())
        .split('\n')
        .filter(
          line =>
            /"level":"warn"/.test(line) &&
            /"plugin":"eks-deploy"/.test(line) &&
            /permission/i.test(line),
        );
      return {
        answered: `${lines.length} warnings`,
        successes: lines.length > 0 ? [] : ['nobody is warned'],
      };
    },
  },
];

/** Whether its Rollouts are shown. */
async function isOpen({ hostile }: Scene, component: string): Promise<boolean> {
  const { text } = await hostile.send({
    path: `${entityPath(component)}/rollouts`,
  });
  return text.includes('"workload":"target"');
}

/** Reads of a Workload, and a restart, that were not refused. */
async function tryAll(
  { hostile }: Scene,
  path: string,
  statuses: Statuses,
): Promise<string[]> {
  const found: string[] = [];
  for (const tail of ['revisions', 'pods', 'logs?tailLines=1', 'images']) {
    const { status, close } = await hostile.open({ path: `${path}/${tail}` });
    close();
    statuses.add(status);
    if (status === 200) {
      found.push(tail);
    }
  }
  const { status } = await hostile.send({
    method: 'POST',
    path: `${path}/restart`,
    body: { fromRevision: 1, reason: 'x' },
  });
  statuses.add(status);
  return status === 202 || status === 409 ? [...found, 'restart'] : found;
}

function aNamespace(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
