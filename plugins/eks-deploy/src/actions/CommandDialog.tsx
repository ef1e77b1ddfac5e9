import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { isProduction } from '../wording';
import styles from './CommandDialog.module.css';
import { CommandTrouble } from './CommandTrouble';
import type { RolloutDialogProps } from './RolloutDialogProps';
import type { RolloutCommand } from './useRolloutCommand';

export interface CommandDialogProps extends RolloutDialogProps {
  title: string;
  submitLabel: string;
  command: RolloutCommand;
  /** Whether what the user has entered suffices. */
  ready: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** The frame of every command's dialog: where it acts, what it asks, what went wrong. */
export function CommandDialog(props: CommandDialogProps) {
  const { title, submitLabel, command, ready, workloadRef } = props;
  const sending = command.sending.phase === 'sending';
  return (
    <Dialog
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled={sending}
      width={560}
      className={styles.dialog}
      onOpenChange={open => open || props.onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          {isProduction(workloadRef.environment) && (
            <Alert
              icon
              status="warning"
              title={`This is ${workloadRef.environment}`}
              description="Customers use what runs here."
            />
          )}
          {props.children}
          <CommandTrouble command={command} rollout={props.rollout} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close" isDisabled={sending}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isDisabled={!ready || command.outdated}
          isPending={sending}
          onPress={props.onSubmit}
        >
          {submitLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
