/** How strategic merge treats the lists of the built-in kinds: by the name of their field. */
const MERGE_KEYS: Record<string, string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  readinessGates: ['conditionType'],
  topologySpreadConstraints: ['topologyKey'],
  ownerReferences: ['uid'],
  conditions: ['type'],
  addresses: ['type'],
  secrets: ['name'],
  // Containers' ports merge by containerPort, a Service's by port.
  ports: ['containerPort', 'port'],
};

/** Lists of plain values that merge as sets. */
const MERGED_VALUES = ['finalizers'];

/** The field that identifies the entries of a list, or nothing when the list is replaced as a whole (tolerations are). */
export function mergeKeyOf(
  field: string,
  entries: unknown[],
): string | undefined {
  return MERGE_KEYS[field]?.find(key =>
    entries.some(
      entry => typeof entry === 'object' && entry !== null && key in entry,
    ),
  );
}

/** Whether a list of plain values merges instead of being replaced. */
export function mergesValues(field: string): boolean {
  return MERGED_VALUES.includes(field);
}
