import { Alert, Skeleton, Text } from '@backstage/ui';
import {
  ANNOTATION_KUBERNETES_ID,
  type EnvironmentState,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getEnvironmentProblem } from '../wording';
import { WorkloadCard } from '../workloads';
import type { EnvironmentSectionProps } from './EnvironmentSection';
import styles from './EnvironmentSection.module.css';

/** States in which all or most of it is shown. */
const readable: EnvironmentState[] = ['live', 'stale'];

/** What runs in an Environment, or why nothing is shown. */
export function EnvironmentContent({
  entityRef,
  kubernetesId,
  environment,
  records,
  synced,
  onAccepted,
}: EnvironmentSectionProps) {
  const problem = getEnvironmentProblem(environment);
  const loading = !synced || environment.state === 'syncing';
  const empty = environment.rollouts.length === 0;
  return (
    <>
      {problem && (
        <Alert
          icon
          status={readable.includes(environment.state) ? 'warning' : 'danger'}
          title={problem.message}
          description={problem.remedy}
        />
      )}
      {empty && loading && <WorkloadsSkeleton name={environment.environment} />}
      {empty && !loading && !problem && (
        <Text as="p" color="secondary" className={styles.empty}>
          No Workload in namespace {environment.namespace} carries the label{' '}
          <code>
            {ANNOTATION_KUBERNETES_ID}: {kubernetesId}
          </code>
          . Deploy the service once, or set the label on its Deployments.
        </Text>
      )}
      <div className={styles.workloads}>
        {environment.rollouts.map(rollout => (
          <WorkloadCard
            key={rollout.uid}
            workloadRef={{
              entityRef,
              environment: environment.environment,
              workload: rollout.workload,
            }}
            rollout={rollout}
            latestRecord={records.find(
              record =>
                record.environment === environment.environment &&
                record.workload === rollout.workload,
            )}
            onAccepted={onAccepted}
          />
        ))}
      </div>
    </>
  );
}

function WorkloadsSkeleton({ name }: { name: string }) {
  return (
    <div
      className={styles.workloads}
      role="status"
      aria-label={`Loading the Workloads of ${name}`}
    >
      <Skeleton height={180} />
      <Skeleton height={180} />
    </div>
  );
}
