import { VisuallyHidden } from '@backstage/ui';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useEffect, useRef, useState } from 'react';
import { getRecordAnnouncement, isActive } from '../wording';

export interface RecordAnnouncerProps {
  records: DeploymentRecord[];
}

/** Tells a screen reader how a command ended that was under way while the tab was open. */
export function RecordAnnouncer({ records }: RecordAnnouncerProps) {
  const active = useRef(new Set<string>());
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    const ended = records.filter(
      record => active.current.has(record.id) && !isActive(record),
    );
    active.current = new Set(records.filter(isActive).map(({ id }) => id));
    if (ended.length > 0) {
      setAnnouncement(ended.map(getRecordAnnouncement).join(' '));
    }
  }, [records]);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {announcement}
    </VisuallyHidden>
  );
}
