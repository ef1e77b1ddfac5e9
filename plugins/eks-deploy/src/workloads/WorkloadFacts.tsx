import { Text } from '@backstage/ui';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ReactNode } from 'react';
import { Age } from '../time';
import { hasRevisions } from '../wording';
import { ImageList } from './ImageList';
import styles from './WorkloadFacts.module.css';

export interface WorkloadFactsProps {
  rollout: Rollout;
}

/** What a Workload runs: image, Revision, since when, how it scales, where it is reached, why. */
export function WorkloadFacts({ rollout }: WorkloadFactsProps) {
  const { images, kind, revision, changeCause, updatedAt, autoscaler, hosts } =
    rollout;
  return (
    <dl className={styles.facts}>
      <Fact name={images.length > 1 ? 'Images' : 'Image'}>
        <ImageList images={images} />
      </Fact>
      {hasRevisions(kind) && (
        <Fact name="Revision">
          {revision > 0 ? revision : 'not numbered yet'}
          {updatedAt && (
            <Text variant="body-small" color="secondary">
              {' · '}
              <Age timestamp={updatedAt} />
            </Text>
          )}
        </Fact>
      )}
      {autoscaler && (
        <Fact name="Autoscaling">
          {autoscaler.min} to {autoscaler.max} pods, now {autoscaler.current}
          {autoscaler.limited && ', at its limit'}
          {autoscaler.lastScaledAt && (
            <Text variant="body-small" color="secondary">
              {' · '}
              <Age timestamp={autoscaler.lastScaledAt} />
            </Text>
          )}
        </Fact>
      )}
      {hosts && (
        <Fact name={hosts.length > 1 ? 'Hosts' : 'Host'}>
          {hosts.join(', ')}
        </Fact>
      )}
      {changeCause && <Fact name="Change cause">{changeCause}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
