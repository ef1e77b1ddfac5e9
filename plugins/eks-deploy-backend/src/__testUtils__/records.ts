import type { NewRecord } from '../records';

/** A restart of chat-backend in production; a test states what differs. */
export function aNewRecord(differs: Partial<NewRecord> = {}): NewRecord {
  return {
    command: 'restart',
    entityRef: 'component:default/chat',
    environment: 'production',
    cluster: 'production',
    namespace: 'chat',
    workload: 'chat-backend',
    requestedBy: 'user:default/guest',
    fromRevision: 7,
    ...differs,
  };
}
