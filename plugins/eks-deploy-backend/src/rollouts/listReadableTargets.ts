import type { BackstageCredentials } from '@backstage/backend-plugin-api';
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
  deps: { targets: TargetResolver; authorizer: TargetAuthorizer },
  entityRef: string,
  options: { credentials: BackstageCredentials },
): Promise<Array<DeployTarget | RefusedTarget>> {
  const found = await deps.targets.list(entityRef, options);
  const refusals = await deps.authorizer.findRefusals(
    rolloutReadPermission,
    found,
    options,
  );
  const [refusal] = refusals;
  if (refusal && refusals.every(Boolean)) {
    throw refusal;
  }
  return found.map((target, index) =>
    refusals[index] ? toRefusedTarget(target) : target,
  );
}

function toRefusedTarget({
  entityRef,
  environment,
}: DeployTarget | RefusedTarget): RefusedTarget {
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
