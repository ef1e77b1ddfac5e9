import {
  RiAlertFill,
  RiArrowGoBackFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiPauseCircleFill,
  RiStopCircleLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type {
  RolloutPhase,
  RolloutStatus,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getPhaseWording } from '../wording';
import { StatusBadge } from './StatusBadge';

const phaseIcons: Record<RolloutPhase, RemixiconComponentType> = {
  pending: RiTimeLine,
  progressing: RiLoader4Line,
  complete: RiCheckboxCircleFill,
  paused: RiPauseCircleFill,
  stopped: RiStopCircleLine,
  failed: RiCloseCircleFill,
  aborted: RiArrowGoBackFill,
  degraded: RiAlertFill,
};

export interface PhaseBadgeProps {
  status: RolloutStatus;
}

/** Where a Rollout stands, at a glance. */
export function PhaseBadge({ status }: PhaseBadgeProps) {
  const { word, tone } = getPhaseWording(status);
  const heldUp = tone === 'warning';
  return (
    <StatusBadge
      icon={heldUp ? RiAlertFill : phaseIcons[status.phase]}
      tone={tone}
      busy={status.phase === 'progressing' && !heldUp}
    >
      {word}
    </StatusBadge>
  );
}
