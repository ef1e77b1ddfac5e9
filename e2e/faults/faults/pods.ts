/** Pods that no cluster holds. */
function aPodEvent(type: 'ADDED' | 'DELETED', name: string, note = ''): string {
  return JSON.stringify({
    type,
    object: {
      kind: 'Pod',
      apiVersion: 'v1',
      metadata: {
        name,
        uid: name,
        annotations: { note },
        labels: { app: 'nobody-asked-for' },
      },
      spec: { containers: [{ name: 'main', image: 'registry.example.com/x' }] },
      status: { phase: 'Running' },
    },
  });
}

/** One event with a pod of that many bytes. */
export function aHugePod(bytes: number): string[] {
  return [aPodEvent('ADDED', 'huge', 'x'.repeat(bytes))];
}

/** So many events, half of which undo the other half. */
export function aFlood(events: number): string[] {
  const names = Array.from(
    { length: events / 2 },
    (_, index) => `pod-${index}`,
  );
  return [
    ...names.map(name => aPodEvent('ADDED', name)),
    ...names.map(name => aPodEvent('DELETED', name)),
  ];
}
