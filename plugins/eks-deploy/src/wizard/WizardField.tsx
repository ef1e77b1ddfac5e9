import { BgProvider } from '@backstage/ui';
import type { ReactNode } from 'react';
import { FieldErrors } from './FieldErrors';
import styles from './WizardField.module.css';

export interface WizardFieldOwnProps {
  rawErrors?: string[];
  children: ReactNode;
}

/** A field's inputs and what the form has against its value, told apart from the wizard's white card. */
export function WizardField({ rawErrors, children }: WizardFieldOwnProps) {
  return (
    <BgProvider bg="neutral-1">
      <div className={styles.field}>
        {children}
        <FieldErrors errors={rawErrors} />
      </div>
    </BgProvider>
  );
}
