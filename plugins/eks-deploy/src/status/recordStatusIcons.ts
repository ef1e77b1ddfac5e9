import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiQuestionLine,
  RiSkipForwardLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { DeploymentRecordStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** The icon of each status; the word stands beside it. */
export const recordStatusIcons: Record<
  DeploymentRecordStatus,
  RemixiconComponentType
> = {
  requested: RiTimeLine,
  running: RiLoader4Line,
  succeeded: RiCheckboxCircleFill,
  failed: RiCloseCircleFill,
  superseded: RiSkipForwardLine,
  unknown: RiQuestionLine,
};
