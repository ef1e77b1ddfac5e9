import { DateTime } from 'luxon';
import { useNow } from './Clock';
import { getRoughDuration } from './words';

export interface LastingProps {
  /** What goes on, e.g. `failing`. */
  what: string;
  /** ISO 8601. */
  since: string;
}

/** How long something has gone on, e.g. `failing for 13 min`; the exact time on hover. */
export function Lasting({ what, since }: LastingProps) {
  const now = useNow();
  return (
    <time
      dateTime={since}
      title={`since ${DateTime.fromISO(since).toLocaleString(
        DateTime.DATETIME_MED_WITH_SECONDS,
      )}`}
    >
      {what} for {getRoughDuration(now - Date.parse(since))}
    </time>
  );
}
