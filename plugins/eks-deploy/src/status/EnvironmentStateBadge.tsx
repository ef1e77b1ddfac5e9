import {
  RiForbidLine,
  RiLoader4Line,
  RiLockLine,
  RiPulseLine,
  RiTimeLine,
  RiWifiOffLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type {
  EnvironmentRollouts,
  EnvironmentState,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Age } from '../time';
import { environmentStateWordings } from '../wording';
import { StatusBadge } from './StatusBadge';

const stateIcons: Record<EnvironmentState, RemixiconComponentType> = {
  syncing: RiLoader4Line,
  live: RiPulseLine,
  stale: RiTimeLine,
  denied: RiLockLine,
  unreachable: RiWifiOffLine,
  refused: RiForbidLine,
};

export interface EnvironmentStateBadgeProps {
  environment: EnvironmentRollouts;
  /** Whether the browser still hears from the backend. */
  connected: boolean;
}

/** How far what is shown of an Environment can be trusted, and how old it is when it isn't live. */
export function EnvironmentStateBadge({
  environment,
  connected,
}: EnvironmentStateBadgeProps) {
  // What was live is only as old as the lost connection says, not live.
  const state =
    environment.state === 'live' && !connected ? 'stale' : environment.state;
  const { word, tone } = environmentStateWordings[state];
  return (
    <StatusBadge
      icon={stateIcons[state]}
      tone={tone}
      busy={state === 'syncing'}
    >
      {word}
      {environment.observedAt && state !== 'live' && (
        <>
          {' · seen '}
          <Age timestamp={environment.observedAt} />
        </>
      )}
    </StatusBadge>
  );
}
