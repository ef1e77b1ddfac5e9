import { runKubectl, type KubectlResult } from '../cluster-contract/runKubectl';
import type { Scene } from '../cluster-contract/Scene';

/** The Workload that recordings are about, and who judges its rollout. */
export interface Subject {
  path(scene: Scene): string;
  /** Paths of everything that a verdict may be drawn from; `{}` stands for the namespace. */
  lists: string[];
  judge(scene: Scene): Promise<KubectlResult>;
}

/** The Deployment `chat`, as `kubectl rollout status` judges it. */
export const deploymentSubject: Subject = {
  path: scene => scene.path('deployments', 'chat'),
  lists: [
    '/apis/apps/v1/namespaces/{}/deployments',
    '/apis/apps/v1/namespaces/{}/replicasets',
    '/api/v1/namespaces/{}/pods',
    '/api/v1/namespaces/{}/events',
    '/apis/autoscaling/v2/namespaces/{}/horizontalpodautoscalers',
  ],
  judge: scene =>
    runKubectl(scene, [
      'rollout',
      'status',
      'deployment/chat',
      '--watch=false',
    ]),
};
