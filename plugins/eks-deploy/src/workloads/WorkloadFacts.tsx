import { Text } from '@backstage/ui';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Age } from '../time';
import { getChangeCause, hasRevisions } from '../wording';
import { Fact } from './Fact';
import { ServingFacts } from './ServingFacts';
import styles from './WorkloadFacts.module.css';

export interface WorkloadFactsProps {
  rollout: Rollout;
}

/** What a Workload runs: images, Revision, since when, how it scales, where it is reached, why. */
export function WorkloadFacts({ rollout }: WorkloadFactsProps) {
  const { kind, revision, currentSince, autoscaler, hosts } = rollout;
  const changeCause = getChangeCause(rollout);
  return (
    <dl className={styles.facts}>
      <ServingFacts rollout={rollout} />
      {hasRevisions(kind) && (
        <Fact name="Revision">
          {revision > 0 ? revision : 'not numbered yet'}
          {currentSince && (
            <Text variant="body-small" color="secondary">
              {' · '}
              <Age timestamp={currentSince} />
            </Text>
          )}
        </Fact>
      )}
      {autoscaler && <AutoscalingFact rollout={rollout} />}
      {hosts && (
        <Fact name={hosts.length > 1 ? 'Hosts' : 'Host'}>
          {hosts.join(', ')}
        </Fact>
      )}
      {changeCause && (
        <Fact name="Change cause">
          {changeCause.kept ? (
            <Text variant="body-small" color="secondary">
              {changeCause.text}
            </Text>
          ) : (
            changeCause.text
          )}
        </Fact>
      )}
    </dl>
  );
}

function AutoscalingFact({
  rollout: { autoscaler, status },
}: WorkloadFactsProps) {
  if (!autoscaler) {
    return null;
  }
  const { min, max, current, limited, lastScaledAt } = autoscaler;
  const off = status.counts.desired === 0;
  return (
    <Fact name="Autoscaling">
      {min} to {max} pods, {off ? 'off while scaled to 0' : `now ${current}`}
      {limited && !off && ', at its limit'}
      {lastScaledAt && !off && (
        <Text variant="body-small" color="secondary">
          {' · '}
          <Age timestamp={lastScaledAt} />
        </Text>
      )}
    </Fact>
  );
}
