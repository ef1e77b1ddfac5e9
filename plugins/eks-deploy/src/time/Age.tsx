import { DateTime } from 'luxon';
import { useNow } from './Clock';
import { getAge } from './words';

export interface AgeProps {
  /** ISO 8601. */
  timestamp: string;
}

/** How long ago something was; the exact time on hover. */
export function Age({ timestamp }: AgeProps) {
  const now = useNow();
  return (
    <time
      dateTime={timestamp}
      title={DateTime.fromISO(timestamp).toLocaleString(
        DateTime.DATETIME_MED_WITH_SECONDS,
      )}
    >
      {getAge(timestamp, now)}
    </time>
  );
}
