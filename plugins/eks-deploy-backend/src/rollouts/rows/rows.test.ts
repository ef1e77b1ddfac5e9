import {
  aDeploymentObject,
  aReplicaSetObject,
} from '../../__testUtils__/objects';
import { toDeploymentRow } from './toDeploymentRow';
import { toPodRow } from './toPodRow';
import { toReplicaSetRow } from './toReplicaSetRow';

describe('rows', () => {
  it('find the template of a Deployment in its ReplicaSet, the hash label aside', () => {
    const deployment = toDeploymentRow(aDeploymentObject({ revision: 7 }));
    expect(toReplicaSetRow(aReplicaSetObject(7)).template).toBe(
      deployment.template,
    );
    expect(toReplicaSetRow(aReplicaSetObject(6)).template).not.toBe(
      deployment.template,
    );
  });

  it('keep no value of the environment and nothing of managed fields', () => {
    const object = aDeploymentObject({
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': 'canary-secret',
      },
    });
    const env = [{ name: 'PASSWORD', value: 'canary-secret' }];
    object.spec?.template.spec?.containers.forEach(container =>
      Object.assign(container, { env }),
    );
    expect(JSON.stringify(toDeploymentRow(object))).not.toContain('canary');
  });

  it('keep no termination message, which is what a program wrote last', () => {
    const row = toPodRow({
      metadata: { uid: 'pod-1', name: 'chat-backend-1' },
      status: {
        containerStatuses: [
          {
            name: 'app',
            image: 'chat:1',
            imageID: '',
            ready: false,
            restartCount: 1,
            lastState: {
              terminated: {
                exitCode: 1,
                reason: 'Error',
                message: 'canary-secret',
              },
            },
          },
        ],
      },
    });
    expect(row.containers[0].lastTerminated).toEqual({
      exitCode: 1,
      reason: 'Error',
    });
  });

  it('count only the owner that controls', () => {
    const object = aReplicaSetObject(7);
    const [owner] = object.metadata?.ownerReferences ?? [];
    const metadata = {
      ...object.metadata,
      ownerReferences: [{ ...owner, uid: 'other', controller: false }, owner],
    };
    expect(toReplicaSetRow({ ...object, metadata }).controller).toBe(
      'deployment-1',
    );
  });

  it('read what the API leaves out as its default', () => {
    expect(
      toDeploymentRow({ metadata: { uid: 'a', name: 'new' } }),
    ).toMatchObject({ revision: 0, desired: 1, total: 0, paused: false });
  });
});
