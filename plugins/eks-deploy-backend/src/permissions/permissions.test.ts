import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { rolloutRestartPermission } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { aTarget } from '../__testUtils__/target';
import { createTargetAuthorizer } from './createTargetAuthorizer';
import { registerDeployTargetResources } from './registerDeployTargetResources';
import { inEnvironment, isTargetOwner, onCluster } from './rules';

const ref = { entityRef: 'component:default/chat', environment: 'production' };

describe('createTargetAuthorizer', () => {
  const credentials = mockCredentials.user();

  it.each([AuthorizeResult.DENY, AuthorizeResult.CONDITIONAL])(
    'refuses on %s, naming permission and target',
    async result => {
      const permissions = mockServices.permissions.mock();
      permissions.authorize.mockImplementation(async () => [
        // A definite decision is all the service is meant to give.
        { result } as { result: AuthorizeResult.DENY },
      ]);
      const authorizer = createTargetAuthorizer({ permissions });
      await expect(
        authorizer.authorize(rolloutRestartPermission, ref, { credentials }),
      ).rejects.toThrow(
        new NotAllowedError(
          "You lack the permission eks-deploy.rollout.restart on component:default/chat@production; ask the component's owner or an operator of the portal",
        ),
      );
    },
  );

  it('lets pass on ALLOW', async () => {
    const permissions = mockServices.permissions({
      result: AuthorizeResult.ALLOW,
    });
    const authorizer = createTargetAuthorizer({ permissions });
    await expect(
      authorizer.authorize(rolloutRestartPermission, ref, { credentials }),
    ).resolves.toBeUndefined();
  });

  it('asks for several targets by one call', async () => {
    const permissions = mockServices.permissions.mock({
      authorize: async () => [
        { result: AuthorizeResult.ALLOW },
        { result: AuthorizeResult.DENY },
      ],
    });
    const { findRefusals } = createTargetAuthorizer({ permissions });
    const refs = [ref, { ...ref, environment: 'staging' }];
    await expect(
      findRefusals(rolloutRestartPermission, refs, { credentials }),
    ).resolves.toEqual([undefined, expect.any(NotAllowedError)]);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    await findRefusals(rolloutRestartPermission, [], { credentials });
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
  });
});

describe('rules of a DeployTarget', () => {
  it.each([
    [
      'owned',
      isTargetOwner.apply(aTarget(), { claims: ['group:default/team-chat'] }),
      true,
    ],
    [
      "another's",
      isTargetOwner.apply(aTarget(), { claims: ['group:default/team-orders'] }),
      false,
    ],
    [
      'in the Environment',
      inEnvironment.apply(aTarget(), { environments: ['production'] }),
      true,
    ],
    [
      'in another',
      inEnvironment.apply(aTarget(), { environments: ['staging'] }),
      false,
    ],
    [
      'on the Cluster',
      onCluster.apply(aTarget(), { clusters: ['production'] }),
      true,
    ],
    [
      'on another',
      onCluster.apply(aTarget(), { clusters: ['staging'] }),
      false,
    ],
  ])('judge a target %s', (_, applies, expected) => {
    expect(applies).toBe(expected);
  });
});

describe('registerDeployTargetResources', () => {
  it('finds targets as the plugin itself, and none where there is none', async () => {
    const permissionsRegistry = mockServices.permissionsRegistry.mock();
    const resolve = jest.fn(async ({ environment }) => {
      if (environment !== 'production') {
        throw new NotFoundError(`no ${environment}`);
      }
      return aTarget();
    });
    registerDeployTargetResources({
      permissionsRegistry,
      targets: { resolve },
      auth: mockServices.auth(),
    });
    const [{ getResources }] =
      permissionsRegistry.addResourceType.mock.calls[0];
    await expect(
      getResources?.([
        'component:default/chat@production',
        'component:default/chat@nowhere',
        'no reference',
      ]),
    ).resolves.toEqual([aTarget(), undefined, undefined]);
    expect(resolve).toHaveBeenCalledWith(ref, {
      credentials: expect.objectContaining({
        principal: expect.objectContaining({ type: 'service' }),
      }),
    });
  });
});
