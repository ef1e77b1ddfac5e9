import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aDeploymentObject } from '../__testUtils__/objects';
import { aTarget } from '../__testUtils__/target';
import { listImages } from './listImages';

const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/chat/deployments';

describe('listImages', () => {
  const list = (image: string, imageRepositories: string[]) => {
    const cluster = new FakeCluster();
    cluster.put(DEPLOYMENTS, aDeploymentObject({ image }));
    const listSiblings = jest.fn().mockResolvedValue([{ tag: '1.0.0' }]);
    return listImages(
      { clusters: cluster, images: { listSiblings } },
      aTarget({ imageRepositories }),
      'chat-backend',
    );
  };

  it.each([
    ['chat-backend:1.0.0', ['chat-backend']],
    ['team/chat:1.0.0', ['team/*']],
  ])('lists the siblings of %s where %j is allowed', async (image, allowed) => {
    expect(await list(`${REGISTRY}/${image}`, allowed)).toHaveLength(1);
  });

  it.each([
    ['orders-backend:1.0.0', ['chat', 'chat-*']],
    ['chat-backend:1.0.0', []],
    ['evil/chat-backend:1.0.0', ['chat-*']],
    ['chat-backend/orders:1.0.0', ['chat-backend']],
  ])('lists none of %s where %j is allowed', async (image, allowed) => {
    await expect(list(`${REGISTRY}/${image}`, allowed)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(
        /^The configuration does not allow component:default\/chat to list the images of .*\.allow\[\]\.images$/,
      ),
    });
  });

  it.each(['nginx:1', '', `${REGISTRY}/${'a'.repeat(5_000)}:1`])(
    'is empty for what is not in ECR: %.20s',
    async image => {
      expect(await list(image, ['*'])).toEqual([]);
    },
  );
});
