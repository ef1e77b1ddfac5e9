export { createRolloutReader } from './createRolloutReader';
export type { RolloutReader } from './createRolloutReader';
export { listRevisions } from './listRevisions';
export { NamespaceWatchers } from './NamespaceWatchers';
export { listReadableTargets } from './listReadableTargets';
export { listRecords } from './listRecords';
export { readRolloutSnapshot } from './readRolloutSnapshot';
export { readRevisionDiff } from './readRevisionDiff';
