import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { kubernetesProxyPermission } from '@backstage/plugin-kubernetes-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  podLogReadPermission,
  rolloutReadPermission,
  rolloutRestartPermission,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { OwnersDeployPolicy } from './OwnersDeployPolicy';

describe('OwnersDeployPolicy', () => {
  const policy = new OwnersDeployPolicy(
    mockServices.userInfo({
      ownershipEntityRefs: ['user:default/guest', 'group:default/team-chat'],
    }),
  );
  const credentials = mockCredentials.user('user:default/guest');
  const user = {
    credentials,
    identity: {
      type: 'user' as const,
      userEntityRef: 'user:default/guest',
      ownershipEntityRefs: [],
    },
    info: { userEntityRef: 'user:default/guest', ownershipEntityRefs: [] },
    token: '',
  };

  it('lets everyone see Rollouts', async () => {
    await expect(
      policy.handle({ permission: rolloutReadPermission }, user),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
  });

  it.each([
    ['a command', rolloutRestartPermission],
    ['a log', podLogReadPermission],
  ])('leaves %s to those who own its target', async (_, permission) => {
    await expect(policy.handle({ permission }, user)).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'eks-deploy',
      resourceType: 'eks-deploy-target',
      conditions: {
        rule: 'IS_TARGET_OWNER',
        params: { claims: ['user:default/guest', 'group:default/team-chat'] },
      },
    });
  });

  it('lets nobody past it to the clusters', async () => {
    await expect(
      policy.handle({ permission: kubernetesProxyPermission }, user),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('refuses a command by nobody', async () => {
    await expect(
      policy.handle({ permission: rolloutRestartPermission }),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });
});
