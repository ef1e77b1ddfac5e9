import { useApi } from '@backstage/core-plugin-api';
import { Select, Text } from '@backstage/ui';
import type {
  EcrImage,
  ServingRevision,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { eksDeployApiRef, type WorkloadRef } from '../api';
import { Loaded } from '../loading';
import { getAge, useNow } from '../time';
import { count, getImageParts, getImageVersion } from '../wording';
import { getOnlyImage, hasOneImage } from './servingImages';

const SERVING = 'serving';

export interface ImagePickerProps {
  workloadRef: WorkloadRef;
  /** What available pods run. */
  serving: ServingRevision[];
  /** Full reference; undefined for what available pods run, or for none where they run several. */
  value?: string;
  onChange: (image: string | undefined) => void;
}

/** The images in ECR that a Workload could run; the one that its available pods run unless another is chosen. */
export function ImagePicker({
  workloadRef,
  serving,
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
  const only = getOnlyImage(serving);
  const one = hasOneImage(serving);
  return (
    <Loaded state={images} what="the images in ECR">
      {items => (
        <>
          <Select
            label="Image"
            placeholder="Choose an image"
            description={one ? undefined : getQuestion(serving)}
            options={[
              ...(one ? [toServingOption(serving)] : []),
              ...items.map(image => toOption(image, serving, now)),
            ]}
            value={toId(value, only) ?? (one ? SERVING : null)}
            onChange={image =>
              onChange(image === SERVING ? only : String(image))
            }
          />
          {items.length === 0 && (
            <Text as="p" color="secondary" style={{ margin: 0 }}>
              No image of this Workload was found in ECR
              {one
                ? ': only the one that serves can be redeployed.'
                : ', so there is none to choose.'}
            </Text>
          )}
        </>
      )}
    </Loaded>
  );
}

function toId(value: string | undefined, only: string | undefined) {
  return value === only ? undefined : value;
}

/** Why nothing is chosen yet. */
function getQuestion(serving: ServingRevision[]): string {
  return serving.length === 0
    ? 'No pod is available, so none says which image to redeploy: choose one.'
    : `Pods run different images (${serving
        .map(toVersions)
        .join(', and ')}): choose one.`;
}

function toVersions({ images }: ServingRevision): string {
  return images.map(({ image }) => getImageVersion(image)).join(', ');
}

function toServingOption(serving: ServingRevision[]) {
  const pods = serving.reduce((sum, { available }) => sum + available, 0);
  return {
    id: SERVING,
    label: `${toVersions(serving[0])} (serving)`,
    description: `what ${count(pods, 'available pod')} ${
      pods === 1 ? 'runs' : 'run'
    }`,
  };
}

function toOption(
  { image, tags, digest, pushedAt }: EcrImage,
  serving: ServingRevision[],
  now: number,
) {
  const serves = serving.some(({ images }) =>
    images.some(one => one.digest === digest),
  );
  return {
    id: image,
    label: tags.join(', ') || `${getImageParts(image).name} (no tag)`,
    description: `${serves ? 'serving · ' : ''}pushed ${getAge(
      pushedAt,
      now,
    )} · ${digest.slice(0, 19)}`,
  };
}
