import type { Recording } from './recordState';

/** When every recorded Deployment was created: two recordings then differ only where the cluster did. */
const EPOCH = Date.parse('2026-01-01T00:00:00Z');
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const NOISE = new Set([
  'managedFields',
  'resourceVersion',
  'podIP',
  'podIPs',
  'reportingInstance',
  'tolerations',
  'volumeMounts',
  'volumes',
]);

/** A recording without what differs from one run to the next: names by chance, addresses, and the time of day. */
export function tidy(recording: Recording, namespace: string): Recording {
  const text = JSON.stringify(recording, (key, value) =>
    NOISE.has(key) ? undefined : value,
  );
  const names = [...chanceNames(recording)].reduce(
    (tidied, [name, replacement]) => tidied.replaceAll(name, replacement),
    text.replaceAll(namespace, 'chat'),
  );
  return JSON.parse(moveTimes(names));
}

/** Names and UIDs that were drawn by lot, and what they become, the longest first. */
function chanceNames({ objects }: Recording): Map<string, string> {
  const names = new Map<string, string>();
  objects.forEach(({ kind = '', metadata }, index) => {
    names.set(metadata.uid, `uid-${index + 1}`);
    if (kind === 'Pod') {
      const stem = metadata.name.slice(0, metadata.name.lastIndexOf('-'));
      names.set(metadata.name, `${stem}-${String(index).padStart(5, '0')}`);
    }
    if (kind === 'Event') {
      names.set(metadata.name, `event-${index + 1}`);
    }
  });
  return new Map([...names].sort(([a], [b]) => b.length - a.length));
}

function moveTimes(text: string): string {
  const times = [...text.matchAll(TIME)].map(([time]) => Date.parse(time));
  const first = Math.min(...times);
  return text.replace(TIME, (time, fraction: string | undefined) => {
    const moved = new Date(EPOCH + Date.parse(time) - first).toISOString();
    return fraction ? moved : moved.replace(/\.\d+/, '');
  });
}
