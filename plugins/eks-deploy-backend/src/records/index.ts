export { createRecordStore } from './createRecordStore';
export type { RecordScope } from './RecordScope';
export type {
  NewRecord,
  OpenRecord,
  RecordChange,
  RecordOutcome,
  RecordStore,
} from './RecordStore';
export type { RolloutTrail, Trail, WorkflowRunTrail } from './Trail';
