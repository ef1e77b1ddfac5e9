import type { NewRecord, RecordScope } from '../records';
import { aTarget } from './target';

/** A restart of chat-backend in production; a test states what differs. */
export function aNewRecord(differs: Partial<NewRecord> = {}): NewRecord {
  return {
    command: 'restart',
    entityRef: 'component:default/chat',
    environment: 'production',
    cluster: 'production',
    namespace: 'chat',
    kubernetesId: 'chat',
    kind: 'Deployment',
    workload: 'chat-backend',
    requestedBy: 'user:default/guest',
    fromRevision: 7,
    ...differs,
  };
}

/** Whose records somebody sees who may see chat, in production by default. */
export function aScope(
  ...targets: Array<Parameters<typeof aTarget>[0]>
): RecordScope {
  const all = targets.length > 0 ? targets : [{}];
  return { entityRef: 'component:default/chat', targets: all.map(aTarget) };
}
