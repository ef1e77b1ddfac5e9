import type { RemixiconComponentType } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Tone } from '../wording';
import styles from './StatusBadge.module.css';

export interface StatusBadgeProps {
  icon: RemixiconComponentType;
  tone: Tone;
  /** Turns the icon, for something that goes on. */
  busy?: boolean;
  children: ReactNode;
}

/** A state as icon, word and colour. */
export function StatusBadge({
  icon: Icon,
  tone,
  busy,
  children,
}: StatusBadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon
        className={busy ? styles.busy : undefined}
        size={16}
        aria-hidden="true"
      />
      <span>{children}</span>
    </span>
  );
}
