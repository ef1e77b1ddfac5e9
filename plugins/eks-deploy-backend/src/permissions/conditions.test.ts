import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  rolloutCommandPermissions,
  rolloutRestartPermission,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import request from 'supertest';
import { aTarget } from '../__testUtils__/target';
import {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from './conditions';
import { registerDeployTargetResources } from './registerDeployTargetResources';

const WELL_KNOWN = '/api/eks-deploy/.well-known/backstage/permissions';

const plugin = createBackendPlugin({
  pluginId: 'eks-deploy',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const targets = { resolve: async () => aTarget() };
        registerDeployTargetResources({ ...deps, targets });
      },
    });
  },
});

describe("a policy's conditions", () => {
  it.each([
    ['allow the owner', ['group:default/team-chat'], 'ALLOW'],
    ['deny others', ['group:default/team-orders'], 'DENY'],
  ])('%s', async (_, claims, result) => {
    const { server } = await startTestBackend({ features: [plugin] });
    const { conditions, resourceType } = createDeployTargetConditionalDecision(
      rolloutRestartPermission,
      deployTargetConditions.isTargetOwner({ claims }),
    );
    const resourceRef = 'component:default/chat@production';
    const response = await request(server)
      .post(`${WELL_KNOWN}/apply-conditions`)
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(),
          targetPluginId: 'eks-deploy',
        }),
      )
      .send({ items: [{ id: '1', resourceRef, resourceType, conditions }] });
    expect(response.body).toEqual({ items: [{ id: '1', result }] });
  });

  it('can be looked up, with every permission they go with', async () => {
    const { server } = await startTestBackend({ features: [plugin] });
    const { body } = await request(server).get(`${WELL_KNOWN}/metadata`);
    expect(body.rules.map(({ name }: { name: string }) => name)).toEqual([
      'IS_TARGET_OWNER',
      'IN_ENVIRONMENT',
      'ON_CLUSTER',
    ]);
    expect(body.rules[0].paramsSchema).toMatchObject({
      type: 'object',
      required: ['claims'],
    });
    expect(body.permissions.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(
        Object.values(rolloutCommandPermissions).map(({ name }) => name),
      ),
    );
  });
});
