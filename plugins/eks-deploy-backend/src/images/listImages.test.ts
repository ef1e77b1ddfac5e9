import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { aTarget } from '../__testUtils__/target';
import { listImages } from './listImages';

const apps = '/apis/apps/v1/namespaces/chat';
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const digest = `sha256:${'a'.repeat(64)}`;

function aPodObject(imageID: string) {
  return {
    metadata: {
      uid: 'pod',
      name: 'pod',
      labels: { app: 'chat-backend' },
      ownerReferences: [
        { kind: 'ReplicaSet', uid: 'replicaset-7', controller: true },
      ],
    },
    status: { containerStatuses: [{ name: 'app', imageID }] },
  };
}

describe('listImages', () => {
  it.each([
    ['containerd', `${registry}/chat-backend@${digest}`, 1],
    ['Docker', `docker-pullable://${registry}/chat-backend@${digest}`, 1],
    ['another repository', `${registry}/orders-backend@${digest}`, 0],
    ['nothing yet', '', 0],
  ])(
    'lists images of a repository that a pod has pulled from: %s',
    async (_, imageID, asked) => {
      const cluster = new FakeCluster();
      cluster.put(`${apps}/deployments`, aDeploymentObject());
      cluster.put(`${apps}/replicasets`, aReplicaSetObject(7));
      cluster.put('/api/v1/namespaces/chat/pods', aPodObject(imageID));
      const images = { listSiblings: jest.fn(async () => []) };
      await listImages(
        { clusters: cluster, images },
        aTarget(),
        'chat-backend',
      );
      expect(images.listSiblings).toHaveBeenCalledTimes(asked);
    },
  );
});
