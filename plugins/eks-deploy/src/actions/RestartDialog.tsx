import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { eksDeployApiRef } from '../api';
import { CommandDialog } from './CommandDialog';
import { ReasonField } from './ReasonField';
import { ReplacementNotice } from './ReplacementNotice';
import type { RolloutDialogProps } from './RolloutDialogProps';
import { useRolloutCommand } from './useRolloutCommand';

/** Asks whether to replace a Workload's pods. */
export function RestartDialog(props: RolloutDialogProps) {
  const { workloadRef } = props;
  const api = useApi(eksDeployApiRef);
  const command = useRolloutCommand(props);
  const [reason, setReason] = useState('');
  const submit = () =>
    command.send(() =>
      api.restart(workloadRef, {
        fromRevision: command.seen.revision,
        reason: reason.trim() || undefined,
      }),
    );
  return (
    <CommandDialog
      {...props}
      title={`Restart ${workloadRef.workload} in ${workloadRef.environment}`}
      submitLabel="Restart"
      command={command}
      ready
      onSubmit={submit}
    >
      <ReplacementNotice rollout={command.seen} sameTemplate />
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
