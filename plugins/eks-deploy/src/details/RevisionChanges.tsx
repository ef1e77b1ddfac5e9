import { Select, Text } from '@backstage/ui';
import type {
  Revision,
  TemplateChange,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useState } from 'react';
import type { WorkloadRef } from '../api';
import { Loaded } from '../loading';
import { getImageVersion } from '../wording';
import styles from './details.module.css';
import { useWorkloadQuery } from './useWorkloadQuery';

const signs: Record<TemplateChange['change'], (against: number) => string> = {
  added: () => 'only in it',
  removed: against => `only in Revision ${against}`,
  changed: () => 'differs',
};

export interface RevisionChangesProps {
  workloadRef: WorkloadRef;
  revision: number;
  /** Those it can be compared with, at least one; the first is the one it is compared with until another is chosen. */
  others: Revision[];
}

/** How the pod template of a Revision differs from another one's; values only where they can hold no secret. */
export function RevisionChanges({
  workloadRef,
  revision,
  others,
}: RevisionChangesProps) {
  const [chosen, setChosen] = useState(others[0].number);
  // The chosen one may have vanished meanwhile: by a rollback, or as history is limited.
  const against = others.some(({ number }) => number === chosen)
    ? chosen
    : others[0].number;
  const diff = useWorkloadQuery(
    (api, ref) => api.getRevisionDiff(ref, { revision, against }),
    workloadRef,
    against,
  );
  return (
    <div className={styles.changes}>
      <Select
        label={`Revision ${revision} compared with`}
        size="small"
        value={String(against)}
        options={others.map(toOption)}
        onChange={value => setChosen(Number(value))}
      />
      <Loaded state={diff} what={`the changes of Revision ${revision}`}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Text as="p" variant="body-small" className={styles.line}>
              Its pod template is the same.
            </Text>
          ) : (
            <ul
              className={styles.list}
              aria-label={`Changes of Revision ${revision}`}
            >
              {changes.map(({ path, change, from, to }) => (
                <li key={path}>
                  <code className={styles.line}>{path}</code>{' '}
                  <Text variant="body-small" color="secondary">
                    {signs[change](against)}
                    {(from ?? to) !== undefined && ': '}
                  </Text>
                  {from !== undefined && <del>{from}</del>}
                  {from !== undefined && to !== undefined && ' → '}
                  {to !== undefined && <ins>{to}</ins>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

function toOption({ number, current, images }: Revision) {
  const versions = images.map(({ image }) => getImageVersion(image)).join(', ');
  return {
    id: String(number),
    label: `Revision ${number}${current ? ' (current)' : ''}`,
    description: versions,
  };
}
