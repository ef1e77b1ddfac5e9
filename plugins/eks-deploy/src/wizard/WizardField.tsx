import { BgProvider } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './WizardField.module.css';

export interface WizardFieldOwnProps {
  children: ReactNode;
}

/** A field's inputs, set apart from the wizard's white card; the form itself shows what it has against their value. */
export function WizardField({ children }: WizardFieldOwnProps) {
  return (
    <BgProvider bg="neutral-1">
      <div className={styles.field}>{children}</div>
    </BgProvider>
  );
}
