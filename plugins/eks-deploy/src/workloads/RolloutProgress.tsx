import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getPodGroups, getStatusSentence, type PodGroups } from '../wording';
import styles from './RolloutProgress.module.css';

// More pods than this are drawn as shares of the bar.
const MOST_SEGMENTS = 24;

const groupLabels: Record<keyof PodGroups, string> = {
  available: 'new, available',
  waiting: 'new, not available yet',
  old: 'old',
  missing: 'still to come',
};

const groupOrder: (keyof PodGroups)[] = [
  'available',
  'waiting',
  'missing',
  'old',
];

export interface RolloutProgressProps {
  workload: string;
  status: RolloutStatus;
}

/** A Rollout as a picture: a segment for each pod, new ones from the left, old ones at the right. */
export function RolloutProgress({ workload, status }: RolloutProgressProps) {
  const { counts } = status;
  const groups = getPodGroups(counts);
  const shown = groupOrder.filter(group => groups[group] > 0);
  return (
    <div className={styles.root}>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={`Rollout of ${workload}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, counts.desired)}
        aria-valuenow={Math.min(groups.available, Math.max(1, counts.desired))}
        aria-valuetext={getStatusSentence(status)}
      >
        {shown.flatMap(group => toSegments(group, groups))}
      </div>
      <ul className={styles.legend}>
        {shown.map(group => (
          <li key={group}>
            <span className={styles.swatch} data-group={group} />
            {groups[group]}{' '}
            {shown.length === 1 && group === 'available'
              ? 'available'
              : groupLabels[group]}
          </li>
        ))}
        <li className={styles.counts}>
          {counts.updated}/{counts.desired} updated · {counts.ready} ready ·{' '}
          {counts.available} available
        </li>
      </ul>
    </div>
  );
}

function toSegments(group: keyof PodGroups, groups: PodGroups) {
  const total = Object.values(groups).reduce((sum, size) => sum + size, 0);
  const single = total <= MOST_SEGMENTS;
  return Array.from({ length: single ? groups[group] : 1 }, (_, index) => (
    <span
      key={`${group}-${index}`}
      className={styles.segment}
      data-group={group}
      style={{ flexGrow: single ? 1 : groups[group] }}
    />
  ));
}
