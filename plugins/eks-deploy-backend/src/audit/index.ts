export { audited } from './audited';
export type { AuditNote } from './audited';
export { toTargetMeta } from './toTargetMeta';
