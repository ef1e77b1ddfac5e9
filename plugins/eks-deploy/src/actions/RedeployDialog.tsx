import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { useState } from 'react';
import { eksDeployApiRef } from '../api';
import { CommandDialog } from './CommandDialog';
import { ImagePicker } from './ImagePicker';
import { getOnlyImage, hasOneImage } from './servingImages';
import { ReasonField } from './ReasonField';
import type { RolloutDialogProps } from './RolloutDialogProps';
import { useRolloutCommand } from './useRolloutCommand';

/** Asks for which image to run the repository's deploy workflow. */
export function RedeployDialog(props: RolloutDialogProps) {
  const { workloadRef } = props;
  const api = useApi(eksDeployApiRef);
  const command = useRolloutCommand(props);
  const { serving = [] } = command.seen;
  const [image, setImage] = useState(getOnlyImage(serving));
  const [reason, setReason] = useState('');
  const submit = () =>
    command.send(() =>
      api.redeploy(workloadRef, {
        fromRevision: command.seen.revision,
        image,
        reason: reason.trim() || undefined,
      }),
    );
  return (
    <CommandDialog
      {...props}
      title={`Redeploy ${workloadRef.workload} in ${workloadRef.environment}`}
      submitLabel="Redeploy"
      command={command}
      ready={image !== undefined || hasOneImage(serving)}
      onSubmit={submit}
    >
      <Text as="p" style={{ margin: 0 }}>
        The repository’s deploy workflow will run: it commits the image to the
        manifest, applies it and waits for the rollout’s end.
      </Text>
      <ImagePicker
        workloadRef={workloadRef}
        serving={serving}
        value={image}
        onChange={setImage}
      />
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
