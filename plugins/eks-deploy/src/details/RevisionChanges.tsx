import { Text } from '@backstage/ui';
import type { TemplateChange } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { WorkloadRef } from '../api';
import { Loaded } from '../loading';
import styles from './details.module.css';
import { useWorkloadQuery } from './useWorkloadQuery';

const signs: Record<TemplateChange['change'], string> = {
  added: 'only in it',
  removed: 'only in the current one',
  changed: 'differs',
};

export interface RevisionChangesProps {
  workloadRef: WorkloadRef;
  revision: number;
}

/** How the pod template of a Revision differs from the current one; values only where they can hold no secret. */
export function RevisionChanges({
  workloadRef,
  revision,
}: RevisionChangesProps) {
  const diff = useWorkloadQuery(
    (api, ref) => api.getRevisionDiff(ref, { revision }),
    workloadRef,
  );
  return (
    <Loaded state={diff} what={`the changes of Revision ${revision}`}>
      {({ changes }) =>
        changes.length === 0 ? (
          <Text as="p" variant="body-small" className={styles.line}>
            Its pod template is the same.
          </Text>
        ) : (
          <ul
            className={styles.changes}
            aria-label={`Changes of Revision ${revision}`}
          >
            {changes.map(({ path, change, from, to }) => (
              <li key={path}>
                <code className={styles.line}>{path}</code>{' '}
                <Text variant="body-small" color="secondary">
                  {signs[change]}
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
  );
}
