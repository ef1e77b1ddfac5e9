import type { Subject } from '../Subject';
import { ArgoRollout } from './ArgoRollout';
import type { Argo } from './startArgo';

/** The plugin may log that its own watch was ended. */
const OWN_LOG = /^time=.*\n?/gm;

/** Argo's Rollout `chat`, as `kubectl argo rollouts status` judges it. */
export const argoSubject = (argo: Argo): Subject => ({
  path: scene => ArgoRollout.path(scene, 'chat'),
  lists: [
    '/apis/argoproj.io/v1alpha1/namespaces/{}/rollouts',
    '/apis/apps/v1/namespaces/{}/deployments',
    '/apis/apps/v1/namespaces/{}/replicasets',
    '/api/v1/namespaces/{}/pods',
    '/api/v1/namespaces/{}/events',
  ],
  async judge(scene) {
    const said = await argo.run(scene, ['status', 'chat', '--watch=false']);
    return { ...said, stderr: said.stderr.replace(OWN_LOG, '') };
  },
});
