import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Link, Text } from '@backstage/ui';
import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useId, useState } from 'react';
import type { WorkloadRef } from '../api';
import { Loaded } from '../loading';
import { RevisionAge } from '../revisions';
import { count, getChangeCause, getImageVersion } from '../wording';
import styles from './details.module.css';
import { RevisionChanges } from './RevisionChanges';
import { useWorkloadQuery } from './useWorkloadQuery';
import type { WorkloadDetailsProps } from './WorkloadDetails';

/** The Revisions of a Workload, newest first: what each runs, who asked for it, and how it differs from another. */
export function RevisionsPanel({ workloadRef, rollout }: WorkloadDetailsProps) {
  const revisions = useWorkloadQuery(
    (api, ref) => api.listRevisions(ref),
    workloadRef,
    rollout,
  );
  return (
    <Loaded state={revisions} what="the Revisions">
      {items => (
        <ol className={styles.list} aria-label="Revisions">
          {items.map(revision => (
            <RevisionItem
              key={revision.number}
              revision={revision}
              others={getOthers(revision, items)}
              workloadRef={workloadRef}
            />
          ))}
        </ol>
      )}
    </Loaded>
  );
}

/** What a Revision may be compared with: the current one first, and for that one itself the one before it. */
function getOthers({ number }: Revision, all: Revision[]): Revision[] {
  const others = all.filter(other => other.number !== number);
  return [
    ...others.filter(({ current }) => current),
    ...others.filter(({ current }) => !current),
  ];
}

function RevisionItem({
  revision,
  others,
  workloadRef,
}: {
  revision: Revision;
  others: Revision[];
  workloadRef: WorkloadRef;
}) {
  const { number, current, blocked, replicas } = revision;
  const changeCause = getChangeCause(revision);
  const [compared, setCompared] = useState(false);
  const changesId = useId();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text variant="body-medium" weight="bold">
          Revision {number}
          {current && ' (current)'}
        </Text>
        {others.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={
              compared
                ? `Hide changes of Revision ${number}`
                : `Compare Revision ${number}`
            }
            aria-expanded={compared}
            aria-controls={changesId}
            onPress={() => setCompared(!compared)}
          >
            {compared ? 'Hide changes' : 'Compare'}
          </Button>
        )}
      </div>
      {revision.images.map(({ container, image, digest }) => (
        <code key={container} className={styles.line} title={image}>
          {container}: {getImageVersion(image)}
          {digest && ` @ ${digest.slice(0, 19)}…`}
        </code>
      ))}
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.line}
      >
        <RevisionAge revision={revision} /> · {count(replicas, 'pod')}
        {revision.requestedBy && (
          <>
            {' · '}
            <EntityRefLink entityRef={revision.requestedBy} hideIcon />
          </>
        )}
        {revision.commit && (
          <>
            {' · '}
            <CommitLink commit={revision.commit} />
          </>
        )}
      </Text>
      {changeCause && (
        <Text
          as="p"
          variant="body-small"
          color={changeCause.kept ? 'secondary' : 'primary'}
          className={styles.line}
        >
          {changeCause.kept && 'Change cause: '}
          {changeCause.text}
        </Text>
      )}
      {blocked && !current && (
        <Text as="p" variant="body-small" className={styles.line}>
          No rollback to it: {blocked}
        </Text>
      )}
      <div id={changesId}>
        {compared && others.length > 0 && (
          <RevisionChanges
            workloadRef={workloadRef}
            revision={number}
            others={others}
          />
        )}
      </div>
    </li>
  );
}

function CommitLink({ commit }: { commit: NonNullable<Revision['commit']> }) {
  const id = commit.id.slice(0, 7);
  return commit.url ? (
    <Link href={commit.url} target="_blank">
      commit {id}
    </Link>
  ) : (
    <>commit {id}</>
  );
}
