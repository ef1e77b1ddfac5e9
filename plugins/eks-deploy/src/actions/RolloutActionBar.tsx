import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Text } from '@backstage/ui';
import type { RolloutCommandName } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useId, useState } from 'react';
import { getObstacle } from './getObstacle';
import { rolloutActions } from './rolloutActions';
import styles from './RolloutActionBar.module.css';
import type { RolloutDialogProps } from './RolloutDialogProps';
import { useCommandPermissions } from './useCommandPermissions';

const commands = Object.keys(rolloutActions) as RolloutCommandName[];

export type RolloutActionBarProps = Omit<RolloutDialogProps, 'onClose'>;

/** The buttons of a Workload; a button that can't be used says why beneath. */
export function RolloutActionBar(props: RolloutActionBarProps) {
  const { workloadRef, rollout } = props;
  const { entity } = useEntity();
  const permissions = useCommandPermissions(workloadRef);
  const [open, setOpen] = useState<RolloutCommandName>();
  const id = useId();
  const OpenDialog = open && rolloutActions[open].Dialog;
  const buttons = commands.map(command => ({
    command,
    action: rolloutActions[command],
    loading: permissions[command].loading,
    obstacle: getObstacle(rolloutActions[command], {
      permission: permissions[command],
      rollout,
      entity,
      target: workloadRef,
    }),
  }));

  const obstacles = [
    ...new Set(buttons.flatMap(({ obstacle }) => obstacle ?? [])),
  ];
  const getNames = (obstacle: string) =>
    buttons
      .filter(button => button.obstacle === obstacle)
      .map(({ action }) => action.name)
      .join(', ');

  return (
    <div className={styles.root}>
      <div
        className={styles.buttons}
        role="group"
        aria-label={`Actions on ${rollout.workload}`}
      >
        {buttons.map(({ command, action, loading, obstacle }) => (
          <Button
            key={command}
            size="small"
            variant="secondary"
            iconStart={action.icon}
            isDisabled={loading || obstacle !== undefined}
            aria-describedby={
              obstacle && `${id}-${obstacles.indexOf(obstacle)}`
            }
            onPress={() => setOpen(command)}
          >
            {action.name}…
          </Button>
        ))}
      </div>
      {obstacles.map((obstacle, index) => (
        <Text
          key={obstacle}
          as="p"
          id={`${id}-${index}`}
          variant="body-x-small"
          color="secondary"
          className={styles.obstacle}
        >
          {getNames(obstacle)}: {obstacle}
        </Text>
      ))}
      {OpenDialog && (
        <OpenDialog {...props} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}
