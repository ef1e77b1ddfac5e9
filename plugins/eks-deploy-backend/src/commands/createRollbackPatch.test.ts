import { applyPatch } from 'rfc6902';
import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { createRollbackPatch } from './createRollbackPatch';

const REVISION = 'deployment.kubernetes.io/revision';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const CHANGE_CAUSE = 'kubernetes.io/change-cause';

describe('createRollbackPatch', () => {
  it("brings the ReplicaSet's template back without the controller's hash", () => {
    const deployment = aDeploymentObject();
    applyPatch(
      deployment,
      createRollbackPatch(deployment, aReplicaSetObject(5)),
    );
    expect(deployment.spec?.template).toEqual(
      aDeploymentObject({ revision: 5 }).spec?.template,
    );
  });

  it("keeps the Deployment's own annotations and takes the rest from the ReplicaSet", () => {
    const deployment = aDeploymentObject({
      annotations: {
        [LAST_APPLIED]: '{"of":"7"}',
        [CHANGE_CAUSE]: 'deploy 7',
        'example.com/of-7': 'gone',
      },
    });
    const replicaSet = aReplicaSetObject(5, {
      annotations: {
        [LAST_APPLIED]: '{"of":"5"}',
        [CHANGE_CAUSE]: 'deploy 5',
        'deployment.kubernetes.io/desired-replicas': '9',
      },
    });
    applyPatch(deployment, createRollbackPatch(deployment, replicaSet));
    expect(deployment.metadata?.annotations).toEqual({
      [REVISION]: '7',
      [LAST_APPLIED]: '{"of":"7"}',
      [CHANGE_CAUSE]: 'deploy 5',
    });
  });

  it('guards what was judged', () => {
    const patch = createRollbackPatch(
      aDeploymentObject(),
      aReplicaSetObject(5),
    );
    expect(patch.filter(({ op }) => op === 'test')).toEqual([
      { op: 'test', path: '/metadata/uid', value: 'deployment-1' },
      { op: 'test', path: '/metadata/generation', value: 4 },
      {
        op: 'test',
        path: '/metadata/annotations/deployment.kubernetes.io~1revision',
        value: '7',
      },
    ]);
  });

  it('refuses a template that is live already', () => {
    expect(() =>
      createRollbackPatch(
        aDeploymentObject(),
        aReplicaSetObject(5, { tag: '1.7' }),
      ),
    ).toThrow(
      'There is nothing to roll back: chat-backend already has the template of revision 5',
    );
  });
});
