import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Text } from '@backstage/ui';
import {
  getNewestFact,
  getServingFact,
  getTemplateName,
  hasServingFacts,
} from '../wording';
import { Fact } from './Fact';
import { ImageList } from './ImageList';
import styles from './WorkloadFacts.module.css';

/** The images of a Workload: one fact where its pods serve the newest template, else what serves and what is to come. */
export function ServingFacts({ rollout }: { rollout: Rollout }) {
  const { images, serving = [] } = rollout;
  if (!hasServingFacts(rollout)) {
    return (
      <Fact name={images.length > 1 ? 'Images' : 'Image'}>
        <ImageList images={images} />
      </Fact>
    );
  }
  const newest = getTemplateName(rollout);
  return (
    <>
      <Fact name="Serving">
        {serving.length === 0 && 'nothing: no pod is available'}
        {serving.map(one => (
          <div key={one.revision} className={styles.serving}>
            <ImageList images={one.images} label="Serving images" />
            <Text variant="body-small" color="secondary">
              {getServingFact(rollout, one)}
            </Text>
          </div>
        ))}
      </Fact>
      {newest && (
        <Fact name={newest}>
          <ImageList images={images} label={`${newest} images`} />
          <Text variant="body-small" color="secondary">
            {getNewestFact(rollout)}
          </Text>
        </Fact>
      )}
    </>
  );
}
