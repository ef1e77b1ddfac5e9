import { applyPatch } from 'rfc6902';
import { aDeploymentObject } from '../__testUtils__/objects';
import { createRestartPatch } from './createRestartPatch';

const now = new Date('2026-03-04T05:06:07.890Z');
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

describe('createRestartPatch', () => {
  it.each([
    ['a template without annotations', undefined],
    ['a template with annotations', { 'example.com/kept': 'yes' }],
    ['one that was restarted before', { [RESTARTED_AT]: 'long ago' }],
  ])('writes the time in whole seconds into %s', (_, templateAnnotations) => {
    const deployment = aDeploymentObject({ templateAnnotations });
    const failures = applyPatch(
      deployment,
      createRestartPatch(deployment, now),
    );
    expect(failures).toEqual([null, null, null, null]);
    expect(deployment.spec?.template.metadata?.annotations).toEqual({
      ...templateAnnotations,
      [RESTARTED_AT]: '2026-03-04T05:06:07Z',
    });
  });

  it.each([
    ['was deleted and created anew', { uid: 'deployment-2' }],
    ['got another spec', { generation: 5 }],
    ['got another revision', { revision: 8 }],
  ])('does not fit a Deployment that %s', (_, differs) => {
    const patch = createRestartPatch(aDeploymentObject(), now);
    const failures = applyPatch(aDeploymentObject(differs), patch);
    expect(failures.filter(Boolean)).toHaveLength(1);
  });

  it('has no pod to replace where the Deployment is scaled to 0', () => {
    expect(() =>
      createRestartPatch(aDeploymentObject({ desired: 0 }), now),
    ).toThrow('is scaled to 0, so there is no pod to replace');
  });

  it('fits a Deployment whose status alone went on', () => {
    const patch = createRestartPatch(aDeploymentObject(), now);
    const failures = applyPatch(aDeploymentObject({ updated: 1 }), patch);
    expect(failures.filter(Boolean)).toEqual([]);
  });
});
