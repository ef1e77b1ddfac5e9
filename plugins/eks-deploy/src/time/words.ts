import { DateTime, Duration } from 'luxon';

/** How long ago, e.g. `just now`, `14 seconds ago`, `3 days ago`. */
export function getAge(timestamp: string, now: number): string {
  const then = DateTime.fromISO(timestamp);
  // Clocks of browser and backend differ by a little: nothing shown has happened in the future.
  if (now - then.toMillis() < 5_000) {
    return 'just now';
  }
  return (
    then.toRelative({ base: DateTime.fromMillis(now), locale: 'en' }) ??
    timestamp
  );
}

/** How long something took, e.g. `14 s`, `2 min 5 s`, `1 h 3 min`. */
export function getDuration(from: string, to: string | number): string {
  const end = typeof to === 'number' ? to : DateTime.fromISO(to).toMillis();
  const ms = Math.max(0, end - DateTime.fromISO(from).toMillis());
  const { hours, minutes, seconds } = Duration.fromMillis(ms).shiftTo(
    'hours',
    'minutes',
    'seconds',
  );
  const parts: [number, string][] =
    hours > 0
      ? [
          [hours, 'h'],
          [minutes, 'min'],
        ]
      : [
          [minutes, 'min'],
          [Math.floor(seconds), 's'],
        ];
  return (
    parts
      .filter(([value]) => value > 0)
      .map(([value, unit]) => `${value} ${unit}`)
      .join(' ') || '0 s'
  );
}

/** A duration in its largest unit, e.g. `14 s`, `13 min`, `5 h`, `3 days`. */
export function getRoughDuration(ms: number): string {
  const seconds = Math.max(0, ms) / 1_000;
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 90 * 60) {
    return `${Math.round(seconds / 60)} min`;
  }
  const hours = Math.round(seconds / 3_600);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
