import type { Entity } from '@backstage/catalog-model';
import type {
  DeploymentRecord,
  EcrImage,
  EksCluster,
  EnvironmentRollouts,
  Revision,
  Rollout,
  RolloutStatus,
  WorkloadPod,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** The moment at which everything in the fixtures is looked at. */
export const NOW = '2026-11-20T12:00:00.000Z';

const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

export function anImage(tag: string, repository = 'chat-backend'): string {
  return `${REGISTRY}/${repository}:${tag}`;
}

export function anEntity(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'chat',
      namespace: 'default',
      annotations: {
        'backstage.io/kubernetes-id': 'chat',
        'github.com/project-slug': 'example-org/chat',
        ...annotations,
      },
    },
    spec: { type: 'service', owner: 'group:default/team-chat' },
  };
}

export function aStatus(status: Partial<RolloutStatus> = {}): RolloutStatus {
  return {
    phase: 'complete',
    counts: { desired: 3, updated: 3, ready: 3, available: 3, total: 3 },
    ...status,
  };
}

export function aRollout(rollout: Partial<Rollout> = {}): Rollout {
  return {
    uid: `uid-${rollout.workload ?? 'chat-backend'}`,
    kind: 'Deployment',
    workload: 'chat-backend',
    tier: 'backend',
    revision: 7,
    images: [{ container: 'app', image: anImage('1.4.2') }],
    status: aStatus(),
    currentSince: '2026-11-20T11:58:00.000Z',
    createdAt: '2026-01-01T12:00:00.000Z',
    serving: [
      {
        revision: rollout.revision ?? 7,
        images: rollout.images ?? [
          { container: 'app', image: anImage('1.4.2') },
        ],
        available: 3,
      },
    ],
    strategy: { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 },
    ...rollout,
  };
}

export function anEnvironment(
  environment: Partial<EnvironmentRollouts> = {},
): EnvironmentRollouts {
  return {
    environment: 'staging',
    cluster: 'staging',
    namespace: 'chat',
    state: 'live',
    observedAt: '2026-11-20T11:57:00.000Z',
    rollouts: [aRollout()],
    ...environment,
  };
}

export function aRecord(
  record: Partial<DeploymentRecord> = {},
): DeploymentRecord {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    command: 'rollback',
    status: 'succeeded',
    entityRef: 'component:default/chat',
    environment: 'staging',
    cluster: 'staging',
    namespace: 'chat',
    kind: 'Deployment',
    workload: 'chat-backend',
    requestedBy: 'user:default/guest',
    requestedAt: '2026-11-20T11:50:00.000Z',
    endedAt: '2026-11-20T11:50:14.000Z',
    reason: 'logins fail',
    fromRevision: 7,
    toRevision: 5,
    ...record,
  };
}

export function aRevision(revision: Partial<Revision> = {}): Revision {
  return {
    number: 5,
    images: [{ container: 'app', image: anImage('1.4.0') }],
    createdAt: '2026-11-17T12:00:00.000Z',
    currentSince: '2026-11-17T12:00:00.000Z',
    current: false,
    replicas: 0,
    ...revision,
  };
}

export function aPod(pod: Partial<WorkloadPod> = {}): WorkloadPod {
  return {
    name: 'chat-backend-7d9-abcde',
    revision: 7,
    phase: 'Running',
    ready: true,
    terminating: false,
    node: 'node-a',
    createdAt: '2026-11-20T11:58:00.000Z',
    containers: [
      {
        name: 'app',
        init: false,
        ready: true,
        restarts: 0,
        state: 'running',
        image: anImage('1.4.2'),
      },
    ],
    ...pod,
  };
}

export function anEcrImage(tag: string): EcrImage {
  const digest = `sha256:${tag.replace(/\W/g, '').padEnd(64, '0')}`;
  return {
    image: `${anImage(tag)}@${digest}`,
    tags: [tag],
    digest,
    pushedAt: '2026-11-19T12:00:00.000Z',
  };
}

export function anEksCluster(name: string): EksCluster {
  return {
    arn: `arn:aws:eks:eu-west-1:123456789012:cluster/${name}`,
    name,
    region: 'eu-west-1',
    accountId: '123456789012',
    status: 'ACTIVE',
    version: '1.36',
  };
}
