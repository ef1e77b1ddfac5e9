import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { useState } from 'react';
import { eksDeployApiRef } from '../api';
import { count } from '../wording';
import { CommandDialog } from './CommandDialog';
import { ReasonField } from './ReasonField';
import type { RolloutDialogProps } from './RolloutDialogProps';
import { useRolloutCommand } from './useRolloutCommand';

/** Asks whether to replace a Workload's pods. */
export function RestartDialog(props: RolloutDialogProps) {
  const { workloadRef } = props;
  const api = useApi(eksDeployApiRef);
  const command = useRolloutCommand(props);
  const [reason, setReason] = useState('');
  const { desired } = command.seen.status.counts;
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
      <Text as="p" style={{ margin: 0 }}>
        {count(desired, 'pod')} will be replaced by new ones with the same image
        and settings, step by step as its strategy says, so that it keeps
        serving meanwhile.
      </Text>
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
