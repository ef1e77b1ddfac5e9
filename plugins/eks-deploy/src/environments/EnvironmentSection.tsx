import { Text } from '@backstage/ui';
import type {
  DeploymentRecord,
  EnvironmentRollouts,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useId } from 'react';
import { EnvironmentStateBadge } from '../status';
import { EnvironmentContent } from './EnvironmentContent';
import { ProductionMark } from './ProductionMark';
import styles from './EnvironmentSection.module.css';

export interface EnvironmentSectionProps {
  entityRef: string;
  /** Value of the label that ties Workloads to the component. */
  kubernetesId: string;
  environment: EnvironmentRollouts;
  records: DeploymentRecord[];
  connected: boolean;
  synced: boolean;
  onAccepted: (record: DeploymentRecord) => void;
}

/** One Environment: where it is, how far it can be trusted, and what runs there. */
export function EnvironmentSection(props: EnvironmentSectionProps) {
  const { environment, connected } = props;
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <header className={styles.header}>
        <Text
          as="h2"
          variant="title-small"
          id={headingId}
          className={styles.name}
        >
          {environment.environment}
        </Text>
        <ProductionMark environment={environment.environment} />
        <EnvironmentStateBadge
          environment={environment}
          connected={connected}
        />
        <Text variant="body-small" color="secondary" className={styles.place}>
          {environment.cluster && `cluster ${environment.cluster}`}
          {environment.namespace && ` · namespace ${environment.namespace}`}
        </Text>
      </header>
      <EnvironmentContent {...props} />
    </section>
  );
}
