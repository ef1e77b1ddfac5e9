import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createPermissionIntegrationRouter } from '@backstage/plugin-permission-node';
import { rolloutRestartPermission } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { aTarget } from '../__testUtils__/target';
import {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from './conditions';
import { createTargetAuthorizer } from './createTargetAuthorizer';
import { deployTargetResourceRef } from './deployTargetResource';
import { registerDeployTargetResources } from './registerDeployTargetResources';
import {
  deployTargetRules,
  inEnvironment,
  isTargetOwner,
  onCluster,
} from './rules';

const ref = { entityRef: 'component:default/chat', environment: 'production' };

describe('createTargetAuthorizer', () => {
  const credentials = mockCredentials.user();
  const isOwned = deployTargetConditions.isTargetOwner({
    claims: ['group:default/team-chat'],
  });
  const byOwner = createDeployTargetConditionalDecision(
    rolloutRestartPermission,
    isOwned,
  );

  function setUp(...decisions: PolicyDecision[]) {
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => decisions,
    });
    const { getPermissionRuleset } = createPermissionIntegrationRouter({
      resourceType: deployTargetResourceRef.resourceType,
      rules: Object.values(deployTargetRules),
    });
    const logger = mockServices.logger.mock();
    const authorizer = createTargetAuthorizer({
      permissions,
      permissionsRegistry: { getPermissionRuleset },
      logger,
    });
    return { authorizer, logger, permissions };
  }

  /** Whether the answers let a restart pass; anything but a denial in words is passed on. */
  const mayRestart = ({ authorizer }: ReturnType<typeof setUp>) =>
    authorizer
      .authorize(rolloutRestartPermission, aTarget(), { credentials })
      .then(
        () => true,
        error => {
          if (error instanceof NotAllowedError) {
            return false;
          }
          throw error;
        },
      );

  const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;

  it.each<[string, PolicyDecision[], boolean]>([
    ['ALLOW', [{ result: ALLOW }], true],
    ['DENY', [{ result: DENY }], false],
    ['no answer', [], false],
    ['conditions that the target meets', [byOwner], true],
    [
      'conditions that it does not meet',
      [{ ...byOwner, conditions: { not: isOwned } }],
      false,
    ],
    [
      'several conditions',
      [
        {
          ...byOwner,
          conditions: {
            allOf: [
              isOwned,
              {
                anyOf: [
                  deployTargetConditions.onCluster({
                    clusters: ['production'],
                  }),
                ],
              },
              {
                not: deployTargetConditions.inEnvironment({
                  environments: ['staging'],
                }),
              },
            ],
          },
        },
      ],
      true,
    ],
    [
      'conditions on a resource of another type',
      [{ ...byOwner, resourceType: 'catalog-entity' }],
      false,
    ],
    [
      'conditions of another plugin',
      [{ ...byOwner, pluginId: 'catalog' }],
      false,
    ],
    [
      'a rule that does not exist',
      [{ ...byOwner, conditions: { ...isOwned, rule: 'IS_ENTITY_OWNER' } }],
      false,
    ],
    [
      'the opposite of a rule that does not exist',
      [
        {
          ...byOwner,
          conditions: { not: { ...isOwned, rule: 'IS_ENTITY_OWNER' } },
        },
      ],
      false,
    ],
    [
      'parameters that the rule does not take',
      [{ ...byOwner, conditions: { ...isOwned, params: { claims: 'all' } } }],
      false,
    ],
    [
      'a result that is none',
      [{ ...byOwner, result: 'MAYBE' as typeof CONDITIONAL }],
      false,
    ],
  ])('decides on %s', async (_, decisions, expected) => {
    await expect(mayRestart(setUp(...decisions))).resolves.toBe(expected);
  });

  it.each<[string, PolicyDecision, boolean]>([
    ['ALLOW', { result: ALLOW }, true],
    ['conditions', byOwner, true],
    ['conditions of another plugin', { ...byOwner, pluginId: 'x' }, false],
    ['DENY', { result: DENY }, false],
  ])(
    'shows why a target is refused by configuration, on %s: %#',
    async (_, decision, shown) => {
      const problem = { kind: 'invalid' as const, message: 'm', remedy: 'r' };
      const refusals = await setUp(decision).authorizer.findRefusals(
        rolloutRestartPermission,
        [{ ...ref, problem }],
        { credentials },
      );
      expect(refusals.map(refusal => !refusal)).toEqual([shown]);
    },
  );

  it('logs a policy whose conditions can not be applied', async () => {
    const found = setUp({ ...byOwner, pluginId: 'catalog' });
    await mayRestart(found);
    expect(found.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('of catalog'),
    );
  });

  it('names permission and target', async () => {
    await expect(
      setUp({ result: DENY }).authorizer.authorize(
        rolloutRestartPermission,
        aTarget(),
        { credentials },
      ),
    ).rejects.toThrow(
      new NotAllowedError(
        "You lack the permission eks-deploy.rollout.restart on component:default/chat@production; ask the component's owner or an operator of the portal",
      ),
    );
  });

  it('asks the policy once for several targets, without a reference that would be looked up', async () => {
    const { authorizer, permissions } = setUp(byOwner);
    const foreign = aTarget({ owner: 'group:default/team-orders' });
    await expect(
      authorizer.findRefusals(
        rolloutRestartPermission,
        [aTarget(), foreign, aTarget()],
        { credentials },
      ),
    ).resolves.toEqual([undefined, expect.any(NotAllowedError), undefined]);
    expect(permissions.authorizeConditional.mock.calls).toEqual([
      [[{ permission: rolloutRestartPermission }], { credentials }],
    ]);
    expect(permissions.authorize).not.toHaveBeenCalled();
    await authorizer.findRefusals(rolloutRestartPermission, [], {
      credentials,
    });
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
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
