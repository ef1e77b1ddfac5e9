import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError, NotAllowedError } from '@backstage/errors';
import { rolloutReadPermission } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { TargetAuthorizer } from '../permissions';
import type { DeployTarget, RefusedTarget, TargetResolver } from '../targets';

/**
 * An entity's DeployTargets as the user may see them: those without the right to are refused like those that the
 * configuration does not allow.
 *
 * @throws NotAllowedError if the user may see none of them.
 */
export async function listReadableTargets(
  deps: { targets: TargetResolver; authorize: TargetAuthorizer },
  entityRef: string,
  options: { credentials: BackstageCredentials },
): Promise<Array<DeployTarget | RefusedTarget>> {
  const found = await deps.targets.list(entityRef, options);
  const refusals: Error[] = [];
  const readable = await Promise.all(
    found.map(async target => {
      if ('problem' in target) {
        return target;
      }
      try {
        await deps.authorize(rolloutReadPermission, target, options);
        return target;
      } catch (error) {
        if (!isError(error) || error.name !== NotAllowedError.name) {
          throw error;
        }
        refusals.push(error);
        return toRefusedTarget(target);
      }
    }),
  );
  if (refusals.length > 0 && readable.every(target => 'problem' in target)) {
    throw refusals[0];
  }
  return readable;
}

function toRefusedTarget({
  entityRef,
  environment,
}: DeployTarget): RefusedTarget {
  return {
    entityRef,
    environment,
    problem: {
      kind: 'not-allowed',
      message: `You may not see what runs in ${environment}`,
      remedy: `ask an operator of the portal for the permission ${rolloutReadPermission.name}`,
    },
  };
}
