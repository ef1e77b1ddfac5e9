import type {
  DeploymentRecord,
  Rollout,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useState } from 'react';
import type { RolloutDialogProps } from './RolloutDialogProps';

type Sending =
  | { phase: 'idle' }
  | { phase: 'sending' }
  | { phase: 'refused'; error: unknown };

export interface RolloutCommand {
  sending: Sending;
  /** The Rollout as the user saw it when they decided; the backend refuses the command if it is another one by now. */
  seen: Rollout;
  /** Whether another Revision came since. */
  outdated: boolean;
  /** Takes the Rollout as it is now for seen. */
  seeAgain(): void;
  send(request: () => Promise<DeploymentRecord>): Promise<void>;
}

/** Sends a dialog's command, and keeps what the user saw. */
export function useRolloutCommand({
  rollout,
  onAccepted,
  onClose,
}: RolloutDialogProps): RolloutCommand {
  const [seen, setSeen] = useState(rollout);
  const [sending, setSending] = useState<Sending>({ phase: 'idle' });
  return {
    sending,
    seen,
    outdated: seen.revision !== rollout.revision || seen.uid !== rollout.uid,
    seeAgain() {
      setSeen(rollout);
      setSending({ phase: 'idle' });
    },
    async send(request) {
      setSending({ phase: 'sending' });
      try {
        onAccepted(await request());
        onClose();
      } catch (error) {
        setSending({ phase: 'refused', error });
      }
    },
  };
}
