import type {
  AuthService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  eksDeployPermissions,
  parseTargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget, TargetResolver } from '../targets';
import { deployTargetResourceRef } from './deployTargetResource';
import { deployTargetRules } from './rules';

const NO_TARGET = ['NotFoundError', 'NotAllowedError', 'InputError'];

/**
 * Registers our permissions with the permission framework, and the rules that a policy can put on a DeployTarget.
 *
 * @remarks
 * `getResources` serves the framework's apply-conditions endpoint, by which the frontend finds out which buttons to
 * show. No request is decided by it: see `createTargetAuthorizer`.
 */
export function registerDeployTargetResources(deps: {
  permissionsRegistry: PermissionsRegistryService;
  targets: Pick<TargetResolver, 'resolve'>;
  auth: AuthService;
}): void {
  const { permissionsRegistry, targets, auth } = deps;

  // The framework asks without the user: what the conditions are judged on must not depend on what they may see.
  async function getTarget(ref: string): Promise<DeployTarget | undefined> {
    const credentials = await auth.getOwnServiceCredentials();
    try {
      return await targets.resolve(parseTargetRef(ref), { credentials });
    } catch (error) {
      if (isError(error) && NO_TARGET.includes(error.name)) {
        return undefined;
      }
      throw error;
    }
  }

  permissionsRegistry.addResourceType({
    resourceRef: deployTargetResourceRef,
    permissions: eksDeployPermissions.filter(
      permission => permission.type === 'resource',
    ),
    rules: Object.values(deployTargetRules),
    getResources: refs => Promise.all(refs.map(getTarget)),
  });
  permissionsRegistry.addPermissions(
    eksDeployPermissions.filter(permission => permission.type === 'basic'),
  );
}
