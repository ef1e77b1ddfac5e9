import { Text } from '@backstage/ui';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ReactNode } from 'react';
import { Age } from '../time';
import { ImageList } from './ImageList';
import styles from './WorkloadFacts.module.css';

export interface WorkloadFactsProps {
  rollout: Rollout;
}

/** What a Workload runs: image, Revision, why, since when. */
export function WorkloadFacts({ rollout }: WorkloadFactsProps) {
  const { images, revision, changeCause, updatedAt } = rollout;
  return (
    <dl className={styles.facts}>
      <Fact name={images.length > 1 ? 'Images' : 'Image'}>
        <ImageList images={images} />
      </Fact>
      <Fact name="Revision">
        {revision > 0 ? revision : 'not numbered yet'}
        {updatedAt && (
          <Text variant="body-small" color="secondary">
            {' · '}
            <Age timestamp={updatedAt} />
          </Text>
        )}
      </Fact>
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
