import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  type DeploymentRecord,
  type RolloutCommandName,
  rolloutCommandPermissions,
  type TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { audited, toTargetMeta } from '../audit';
import type { TargetAuthorizer } from '../permissions';
import type { DeployTarget, TargetResolver } from '../targets';
import { type ActDeps, actOnRecord, type PlannedAct } from './actOnRecord';
import type { CommandContext } from './RolloutCommands';

/** What every command needs, whatever it does. */
export interface RunCommandDeps extends ActDeps {
  auditor: AuditorService;
  authorizer: Pick<TargetAuthorizer, 'authorize'>;
  targets: Pick<TargetResolver, 'resolve'>;
}

/** What the user asked for. */
export interface CommandRequest {
  command: RolloutCommandName;
  ref: TargetRef;
  workload: string;
  body: {
    fromRevision: number;
    toRevision?: number;
    image?: string;
    reason?: string;
  };
}

/**
 * Runs a command: audit, target, permission, record, plan, write.
 *
 * @remarks
 * The target is resolved once. The permission is decided on that object, and the record and the plan use the same one.
 *
 * @param plan - Reads and decides, and writes nothing.
 */
export async function runCommand(
  deps: RunCommandDeps,
  { command, ref, workload, body }: CommandRequest,
  { credentials, request }: CommandContext,
  plan: (target: DeployTarget, record: DeploymentRecord) => Promise<PlannedAct>,
): Promise<DeploymentRecord> {
  const { reason, ...asked } = body;
  const event = {
    eventId: 'rollout-command',
    severityLevel: 'medium',
    request,
    meta: { command, ...ref, workload, ...asked },
  } as const;

  return audited(deps, event, async note => {
    const target = await deps.targets.resolve(ref, { credentials });
    note(toTargetMeta(target));
    await deps.authorizer.authorize(
      rolloutCommandPermissions[command],
      target,
      { credentials },
    );
    const { record } = await deps.records.create({
      ...asked,
      reason,
      command,
      workload,
      entityRef: target.entityRef,
      environment: target.environment,
      cluster: target.cluster,
      namespace: target.namespace,
      kind: 'Deployment',
      kubernetesId: target.kubernetesId,
      requestedBy: credentials.principal.userEntityRef,
    });
    note({ recordId: record.id });
    return actOnRecord(deps, record, () => plan(target, record));
  });
}
