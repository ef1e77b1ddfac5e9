import { RiAlarmWarningLine } from '@remixicon/react';
import { StatusBadge } from '../status';
import { isProduction } from '../wording';

export interface ProductionMarkProps {
  environment: string;
}

/** Reminds that people outside use what runs here. */
export function ProductionMark({ environment }: ProductionMarkProps) {
  return isProduction(environment) ? (
    <StatusBadge icon={RiAlarmWarningLine} tone="warning">
      Production
    </StatusBadge>
  ) : null;
}
