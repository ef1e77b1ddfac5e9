import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { useState } from 'react';
import { eksDeployApiRef } from '../api';
import { CommandDialog } from './CommandDialog';
import { ReasonField } from './ReasonField';
import { ReplacementNotice } from './ReplacementNotice';
import { RevisionPicker } from './RevisionPicker';
import type { RolloutDialogProps } from './RolloutDialogProps';
import { useRolloutCommand } from './useRolloutCommand';

/** Asks which earlier Revision to bring back, and why. */
export function RollbackDialog(props: RolloutDialogProps) {
  const { workloadRef } = props;
  const api = useApi(eksDeployApiRef);
  const command = useRolloutCommand(props);
  const [toRevision, setToRevision] = useState<number>();
  const [reason, setReason] = useState('');
  const fromRevision = command.seen.revision;
  const submit = () =>
    toRevision !== undefined &&
    command.send(() =>
      api.rollback(workloadRef, {
        fromRevision,
        toRevision,
        reason: reason.trim(),
      }),
    );
  return (
    <CommandDialog
      {...props}
      title={`Roll back ${workloadRef.workload} in ${workloadRef.environment}`}
      submitLabel={
        toRevision === undefined
          ? 'Roll back'
          : `Roll back to revision ${toRevision}`
      }
      command={command}
      ready={toRevision !== undefined && reason.trim().length > 0}
      onSubmit={submit}
    >
      <RevisionPicker
        // Revisions are numbered anew by every rollback.
        key={fromRevision}
        workloadRef={workloadRef}
        value={toRevision}
        onChange={setToRevision}
      />
      <ReasonField value={reason} onChange={setReason} isRequired />
      {toRevision !== undefined && (
        <Text as="p" style={{ margin: 0 }}>
          <strong>
            From revision {fromRevision} to revision {toRevision}:
          </strong>{' '}
          its pod template comes back as a new Revision. The cluster is changed
          directly, so git keeps its present image until the next deployment.
        </Text>
      )}
      {toRevision !== undefined && <ReplacementNotice rollout={command.seen} />}
    </CommandDialog>
  );
}
