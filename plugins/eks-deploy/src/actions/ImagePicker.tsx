import { useApi } from '@backstage/core-plugin-api';
import { Select, Text } from '@backstage/ui';
import type {
  ContainerImage,
  EcrImage,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { eksDeployApiRef, type WorkloadRef } from '../api';
import { Loaded } from '../loading';
import { getAge, useNow } from '../time';
import { getImageParts, getImageVersion } from '../wording';

const LIVE = 'live';

export interface ImagePickerProps {
  workloadRef: WorkloadRef;
  liveImages: ContainerImage[];
  /** Full reference; undefined for the live image. */
  value?: string;
  onChange: (image: string | undefined) => void;
}

/** The images in ECR that a Workload could run; the live one unless another is chosen. */
export function ImagePicker({
  workloadRef,
  liveImages,
  value,
  onChange,
}: ImagePickerProps) {
  const api = useApi(eksDeployApiRef);
  const { entityRef, environment, workload } = workloadRef;
  const images = useAsyncRetry(
    () => api.listImages({ entityRef, environment, workload }),
    [api, entityRef, environment, workload],
  );
  const now = useNow(60_000);
  const live = liveImages.map(({ image }) => getImageVersion(image)).join(', ');
  return (
    <Loaded state={images} what="the images in ECR">
      {items => (
        <>
          <Select
            label="Image"
            options={[
              {
                id: LIVE,
                label: `${live} (live)`,
                description: 'As it is now',
              },
              ...items.map(image => toOption(image, now)),
            ]}
            value={value ?? LIVE}
            onChange={image =>
              onChange(image === LIVE ? undefined : String(image))
            }
          />
          {items.length === 0 && (
            <Text as="p" color="secondary" style={{ margin: 0 }}>
              No image of this Workload was found in ECR: only the live one can
              be redeployed.
            </Text>
          )}
        </>
      )}
    </Loaded>
  );
}

function toOption({ image, tags, digest, pushedAt }: EcrImage, now: number) {
  return {
    id: image,
    label: tags.join(', ') || `${getImageParts(image).name} (no tag)`,
    description: `pushed ${getAge(pushedAt, now)} · ${digest.slice(0, 19)}`,
  };
}
