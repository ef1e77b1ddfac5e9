import { createHash } from 'node:crypto';
import type { DeploymentObject, ReplicaSetObject } from '../workloads';

const IMAGES = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat-backend';

/** What a test may say of a Deployment or a ReplicaSet as the Kubernetes API sends it. */
export interface ObjectDiffers {
  name?: string;
  uid?: string;
  generation?: number;
  observedGeneration?: number;
  revision?: number;
  tag?: string;
  /** In place of the usual one with a tag. */
  image?: string;
  paused?: boolean;
  revisionHistoryLimit?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  templateAnnotations?: Record<string, string>;
  /** Pods that are wanted, that there are, and those of them that are updated and available; three of each. */
  desired?: number;
  total?: number;
  updated?: number;
  available?: number;
  /** Past its progress deadline. */
  late?: boolean;
  /** With fewer pods available than it must have. */
  unavailable?: boolean;
}

/** A Deployment of three pods at revision 7, rolled out; a test states what differs. */
export function aDeploymentObject(
  differs: ObjectDiffers = {},
): DeploymentObject {
  const { generation = 4, updated = 3, revision = 7 } = differs;
  const { available = updated, desired = 3, total = 3 } = differs;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      uid: differs.uid ?? 'deployment-1',
      name: differs.name ?? 'chat-backend',
      namespace: 'chat',
      generation,
      labels: differs.labels ?? {
        'backstage.io/kubernetes-id': 'chat',
        'app.kubernetes.io/component': 'backend',
      },
      annotations: {
        'deployment.kubernetes.io/revision': String(revision),
        ...differs.annotations,
      },
    },
    spec: {
      replicas: desired,
      paused: differs.paused,
      revisionHistoryLimit: differs.revisionHistoryLimit,
      selector: { matchLabels: { app: 'chat-backend' } },
      template: aTemplate(revision, differs),
    },
    status: {
      observedGeneration: differs.observedGeneration ?? generation,
      replicas: total,
      updatedReplicas: updated,
      availableReplicas: available,
      conditions: [
        {
          type: 'Progressing',
          status: differs.late ? 'False' : 'True',
          reason: differs.late
            ? 'ProgressDeadlineExceeded'
            : 'NewReplicaSetAvailable',
        },
        { type: 'Available', status: differs.unavailable ? 'False' : 'True' },
      ],
    },
  };
}

/** The ReplicaSet that holds a revision of it. */
export function aReplicaSetObject(
  revision: number,
  differs: ObjectDiffers & { controller?: string } = {},
): ReplicaSetObject {
  const template = aTemplate(revision, differs);
  const hash = createHash('sha256').update(JSON.stringify(template));
  template.metadata.labels['pod-template-hash'] = hash.digest('hex');
  return {
    metadata: {
      uid: `replicaset-${revision}`,
      name: `chat-backend-${revision}`,
      labels: template.metadata.labels,
      annotations: {
        'deployment.kubernetes.io/revision': String(revision),
        ...differs.annotations,
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'chat-backend',
          uid: differs.controller ?? 'deployment-1',
          controller: true,
        },
      ],
    },
    spec: { selector: {}, template },
    status: {
      replicas: differs.available ?? 0,
      availableReplicas: differs.available,
    },
  };
}

function aTemplate(revision: number, differs: ObjectDiffers) {
  const labels: Record<string, string> = { app: 'chat-backend' };
  return {
    metadata: { labels, annotations: differs.templateAnnotations },
    spec: {
      containers: [
        {
          name: 'app',
          image: differs.image ?? `${IMAGES}:${differs.tag ?? `1.${revision}`}`,
        },
      ],
    },
  };
}
