import { Text } from '@backstage/ui';
import type { ContainerImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getImageParts, getImageVersion } from '../wording';
import { CopyButton } from './CopyButton';
import styles from './ImageList.module.css';

export interface ImageListProps {
  images: ContainerImage[];
  /** Its name for a screen reader. */
  label?: string;
}

/** The images of a Workload's containers: what tells them apart in short, the whole reference on hover and to copy. */
export function ImageList({ images, label = 'Images' }: ImageListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {images.map(({ container, image, digest }) => (
        <li key={container} className={styles.item}>
          <code
            className={styles.image}
            title={[image, digest].filter(Boolean).join('\n')}
          >
            <span className={styles.name}>{getImageParts(image).name}:</span>
            <span className={styles.version}>{getImageVersion(image)}</span>
          </code>
          {images.length > 1 && (
            <Text
              variant="body-x-small"
              color="secondary"
              className={styles.container}
            >
              {container}
            </Text>
          )}
          <CopyButton text={image} label={`Copy image of ${container}`} />
        </li>
      ))}
    </ul>
  );
}
