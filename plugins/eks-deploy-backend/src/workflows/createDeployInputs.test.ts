import { aDeploymentObject } from '../__testUtils__/objects';
import { createDeployInputs } from './createDeployInputs';

const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const digest = `sha256:${'a'.repeat(64)}`;
const request = { id: 'record-1', environment: 'production' };

describe('createDeployInputs', () => {
  it('deploys the live image unless told otherwise', () => {
    expect(
      createDeployInputs(aDeploymentObject(), { fromRevision: 7 }, request),
    ).toEqual({
      tier: 'backend',
      environment: 'production',
      image: `${registry}/chat-backend:1.7`,
      reason: 'Redeployed from Backstage',
      'request-id': 'record-1',
    });
  });

  it.each([
    `${registry}/chat-backend:1.6`,
    `${registry}/chat-backend@${digest}`,
    `${registry}/chat-backend:1.6@${digest}`,
  ])('deploys another image of the same repository: %s', image => {
    const body = { fromRevision: 7, image, reason: 'Because' };
    expect(
      createDeployInputs(aDeploymentObject(), body, request),
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
        { fromRevision: 7, image },
        request,
      ),
    ).toThrow(/^image: /);
  });

  it('asks for the label that tells the tier', () => {
    expect(() =>
      createDeployInputs(
        aDeploymentObject({ labels: {} }),
        { fromRevision: 7 },
        request,
      ),
    ).toThrow("lacks the label 'app.kubernetes.io/component'");
  });
});
