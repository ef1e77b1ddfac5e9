import type { ReactNode } from 'react';
import styles from './WorkloadFacts.module.css';

/** One line of a Workload's facts. */
export function Fact({
  name,
  children,
}: {
  name: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
