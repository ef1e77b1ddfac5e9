import { Card, CardBody, CardFooter, CardHeader, Text } from '@backstage/ui';
import type {
  DeploymentRecord,
  Rollout,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { RolloutActionBar } from '../actions';
import type { WorkloadRef } from '../api';
import { RecordLine } from '../records';
import { PhaseBadge } from '../status';
import { getStatusSentence } from '../wording';
import { CauseAlert } from './CauseAlert';
import { RolloutProgress } from './RolloutProgress';
import styles from './WorkloadCard.module.css';
import { WorkloadFacts } from './WorkloadFacts';

export interface WorkloadCardProps {
  workloadRef: WorkloadRef;
  rollout: Rollout;
  /** The newest Deployment record of this Workload. */
  latestRecord?: DeploymentRecord;
  onAccepted: (record: DeploymentRecord) => void;
}

/** A Workload: what it runs, where its Rollout stands, and what can be done about it. */
export function WorkloadCard({
  workloadRef,
  rollout,
  latestRecord,
  onAccepted,
}: WorkloadCardProps) {
  const { workload, tier, status } = rollout;
  return (
    <Card
      className={styles.card}
      aria-label={`${workload} in ${workloadRef.environment}`}
    >
      <CardHeader>
        <div className={styles.head}>
          <Text as="h3" variant="title-x-small" className={styles.name}>
            {workload}
          </Text>
          {tier && (
            <Text variant="body-small" color="secondary">
              {tier}
            </Text>
          )}
          <span className={styles.phase}>
            <PhaseBadge status={status} />
          </span>
        </div>
      </CardHeader>
      <CardBody>
        <div className={styles.body}>
          <Text as="p" variant="body-medium" className={styles.sentence}>
            {getStatusSentence(status)}
          </Text>
          <RolloutProgress workload={workload} status={status} />
          {status.cause && (
            <CauseAlert cause={status.cause} phase={status.phase} />
          )}
          <WorkloadFacts rollout={rollout} />
          {latestRecord && <RecordLine record={latestRecord} />}
        </div>
      </CardBody>
      <CardFooter>
        <RolloutActionBar
          workloadRef={workloadRef}
          rollout={rollout}
          onAccepted={onAccepted}
        />
      </CardFooter>
    </Card>
  );
}
