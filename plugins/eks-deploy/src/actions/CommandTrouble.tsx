import { Alert, Button } from '@backstage/ui';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getCommandErrorWording } from '../wording';
import type { RolloutCommand } from './useRolloutCommand';

export interface CommandTroubleProps {
  command: RolloutCommand;
  rollout: Rollout;
}

/** What keeps a command from being sent or accepted, and the way on. */
export function CommandTrouble({ command, rollout }: CommandTroubleProps) {
  return (
    <div role="alert">
      {command.outdated && (
        <Alert
          icon
          status="warning"
          title={`Revision ${rollout.revision} came while this dialog was open`}
          description={`You decided on what you saw, revision ${command.seen.revision}. Go on only if you still want to.`}
          customActions={
            <Button variant="secondary" onPress={command.seeAgain}>
              Go on from revision {rollout.revision}
            </Button>
          }
        />
      )}
      {command.sending.phase === 'refused' && !command.outdated && (
        <Alert
          icon
          status="danger"
          {...getCommandErrorWording(command.sending.error)}
        />
      )}
    </div>
  );
}
