import { Card, CardBody, CardFooter, CardHeader, Text } from '@backstage/ui';
import type {
  DeploymentRecord,
  Rollout,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { RolloutActionBar } from '../actions';
import type { WorkloadRef } from '../api';
import { EarlierRecordLine, getRecordRelation, RecordLine } from '../records';
import { WorkloadDetails } from '../details';
import { PhaseBadge } from '../status';
import { getKindWord, getStatusSentence } from '../wording';
import { CauseAlert } from './CauseAlert';
import { NoteList } from './NoteList';
import { RolloutProgress } from './RolloutProgress';
import { WaitingLine } from './WaitingLine';
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
  const { workload, kind, tier, status } = rollout;
  const relation = latestRecord && getRecordRelation(latestRecord, rollout);
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
          <Text variant="body-small" color="secondary">
            {[tier, getKindWord(kind)].filter(Boolean).join(' · ')}
          </Text>
          <span className={styles.phase}>
            <PhaseBadge status={status} />
          </span>
        </div>
      </CardHeader>
      <CardBody className={styles.content}>
        <div className={styles.body}>
          <Text as="p" variant="body-medium" className={styles.sentence}>
            {getStatusSentence(status)}
          </Text>
          <WaitingLine status={status} />
          <RolloutProgress workload={workload} status={status} />
          {status.cause && (
            <CauseAlert
              cause={status.cause}
              others={status.otherCauses}
              phase={status.phase}
            />
          )}
          <NoteList status={status} />
          <WorkloadFacts rollout={rollout} />
          {latestRecord && relation === 'current' && (
            <RecordLine record={latestRecord} />
          )}
          {latestRecord && relation === 'before' && (
            <EarlierRecordLine record={latestRecord} />
          )}
        </div>
      </CardBody>
      <CardFooter>
        <div className={styles.footer}>
          <RolloutActionBar
            workloadRef={workloadRef}
            rollout={rollout}
            onAccepted={onAccepted}
          />
          <WorkloadDetails workloadRef={workloadRef} rollout={rollout} />
        </div>
      </CardFooter>
    </Card>
  );
}
