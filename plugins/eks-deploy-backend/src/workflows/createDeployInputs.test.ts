import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { createDeployInputs } from './createDeployInputs';

const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const digest = `sha256:${'a'.repeat(64)}`;
const serving = [aReplicaSetObject(7, { available: 3 })];
const request = { id: 'record-1', environment: 'production' };

describe('createDeployInputs', () => {
  it('deploys the image that serves unless another is chosen', () => {
    expect(
      createDeployInputs(
        aDeploymentObject(),
        serving,
        { fromRevision: 7 },
        request,
      ),
    ).toEqual({
      tier: 'backend',
      environment: 'production',
      image: `${registry}/chat-backend:1.7`,
      reason: 'Redeployed from Backstage',
      'request-id': 'record-1',
    });
  });

  it('deploys the image that serves where the newest template never did', () => {
    const replicaSets = [
      aReplicaSetObject(7),
      aReplicaSetObject(6, { available: 3 }),
    ];
    expect(
      createDeployInputs(
        aDeploymentObject(),
        replicaSets,
        { fromRevision: 7 },
        request,
      ),
    ).toMatchObject({ image: `${registry}/chat-backend:1.6` });
  });

  it('deploys the image that serves where the newest template names another repository', () => {
    const deployment = aDeploymentObject();
    const [container] = deployment.spec?.template.spec?.containers ?? [];
    container.image = `${registry}/chat-bakend:1.7`;
    const image = `${registry}/chat-backend:1.7`;
    for (const chosen of [undefined, image]) {
      const body = { fromRevision: 7, image: chosen };
      expect(
        createDeployInputs(deployment, serving, body, request),
      ).toMatchObject({ image });
    }
  });

  it.each([
    ['nothing serves', [], 'no pod of chat-backend is available'],
    [
      'two images serve',
      [...serving, aReplicaSetObject(6, { available: 1 })],
      `run ${registry}/chat-backend:1.7 and ${registry}/chat-backend:1.6; choose which`,
    ],
  ])('asks for the image when %s', (_, replicaSets, message) => {
    const body = { fromRevision: 7 };
    expect(() =>
      createDeployInputs(aDeploymentObject(), replicaSets, body, request),
    ).toThrow(message);
  });

  it.each([
    `${registry}/chat-backend:1.6`,
    `${registry}/chat-backend@${digest}`,
    `${registry}/chat-backend:1.6@${digest}`,
  ])('deploys another image of the same repository: %s', image => {
    const body = { fromRevision: 7, image, reason: 'Because' };
    expect(
      createDeployInputs(aDeploymentObject(), [], body, request),
    ).toMatchObject({ image, reason: 'Because' });
  });

  it.each([
    ['of another repository', `${registry}/orders-backend:1.6`],
    ['of another registry', 'registry.example.com/chat-backend:1.6'],
    ['that is none', `${registry}/chat-backend:1.6; true`],
  ])('refuses an image %s', (_, image) => {
    expect(() =>
      createDeployInputs(
        aDeploymentObject(),
        serving,
        { fromRevision: 7, image },
        request,
      ),
    ).toThrow(/^image: /);
  });

  it.each([
    ['of a shell command', 'x$(touch /tmp/x)'],
    [
      'with a workflow expression',
      `${registry}/chat-backend:${'${{ secrets.T }}'}`,
    ],
    ['with a line feed', `${registry}/chat-backend:1\n::error::x`],
    ['with a space', `${registry}/chat-backend:1 `],
    ['in capitals', `${registry}/Chat:1`],
    ['of 256 kB', `${registry}/${'a'.repeat(262_144)}`],
  ])('does not dispatch a live image %s, chosen or not', (_, image) => {
    const runs = [aReplicaSetObject(7, { available: 3, image })];
    for (const body of [{ fromRevision: 7 }, { fromRevision: 7, image }]) {
      expect(() =>
        createDeployInputs(aDeploymentObject({ image }), runs, body, request),
      ).toThrow(/is not a valid image reference/);
    }
  });

  it.each(['nginx', 'nginx:1.25', 'localhost:5000/chat_backend:1'])(
    'deploys the live image %s',
    image => {
      expect(
        createDeployInputs(
          aDeploymentObject({ image }),
          [aReplicaSetObject(7, { available: 3, image })],
          { fromRevision: 7 },
          request,
        ),
      ).toMatchObject({ image });
    },
  );

  it('asks for the label that tells the tier', () => {
    expect(() =>
      createDeployInputs(
        aDeploymentObject({ labels: {} }),
        serving,
        { fromRevision: 7 },
        request,
      ),
    ).toThrow("lacks the label 'app.kubernetes.io/component'");
  });
});
