import { useApi } from '@backstage/core-plugin-api';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { eksDeployApiRef, type WorkloadRef } from '../api';
import { Loaded } from '../loading';
import { RevisionAge } from '../revisions';
import { getChangeCause, getImageVersion } from '../wording';
import styles from './RevisionPicker.module.css';

export interface RevisionPickerProps {
  workloadRef: WorkloadRef;
  value?: number;
  onChange: (revision: number) => void;
}

/** The Revisions of a Workload, newest first; those it can't go back to say why. */
export function RevisionPicker({
  workloadRef,
  value,
  onChange,
}: RevisionPickerProps) {
  const api = useApi(eksDeployApiRef);
  const { entityRef, environment, workload } = workloadRef;
  const revisions = useAsyncRetry(
    () => api.listRevisions({ entityRef, environment, workload }),
    [api, entityRef, environment, workload],
  );
  return (
    <Loaded state={revisions} what="the Revisions">
      {items =>
        items.some(isEligible) ? (
          <RadioGroup
            label="Back to"
            isRequired
            className={styles.list}
            value={value === undefined ? null : String(value)}
            onChange={number => onChange(Number(number))}
          >
            {items.map(revision => (
              <RevisionOption key={revision.number} revision={revision} />
            ))}
          </RadioGroup>
        ) : (
          <Text as="p" style={{ margin: 0 }}>
            There is no earlier Revision to go back to: the cluster keeps as
            many as the Deployment’s revisionHistoryLimit says. Redeploy an
            earlier image instead.
          </Text>
        )
      }
    </Loaded>
  );
}

function RevisionOption({ revision }: { revision: Revision }) {
  const { number, images, current, blocked } = revision;
  const changeCause = getChangeCause(revision);
  return (
    <Radio value={String(number)} isDisabled={!isEligible(revision)}>
      <span className={styles.option}>
        <span>
          <strong>Revision {number}</strong>
          {current && ' (current)'} ·{' '}
          <span title={images.map(({ image }) => image).join('\n')}>
            {images.map(({ image }) => getImageVersion(image)).join(', ')}
          </span>{' '}
          · <RevisionAge revision={revision} />
        </span>
        {changeCause && (
          <span className={styles.detail}>
            {changeCause.kept && 'Change cause: '}
            {changeCause.text}
          </span>
        )}
        {blocked && !current && (
          <span className={styles.detail}>Not possible: {blocked}</span>
        )}
      </span>
    </Radio>
  );
}

function isEligible({ blocked, current }: Revision) {
  return !blocked && !current;
}
