import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** JSON that an audit event carries. */
export type AuditMeta = NonNullable<AuditorServiceCreateEventOptions['meta']>;

/** Adds to the audit event what the work found out; a later value of a key replaces an earlier one. */
export type AuditNote = (meta: AuditMeta) => void;

/**
 * Does a piece of work under an audit event, which tells how it ended.
 *
 * @remarks
 * Authorisation belongs inside, so that denials are recorded too. `meta`, and what the work notes, must hold no secret.
 *
 * @param work - Gets a function that adds to the `meta` of the event that success or failure writes.
 */
export async function audited<T>(
  deps: { auditor: AuditorService },
  event: AuditorServiceCreateEventOptions,
  work: (note: AuditNote) => Promise<T>,
): Promise<T> {
  const auditEvent = await deps.auditor.createEvent(event);
  let meta: AuditMeta = {};
  let result: T;
  try {
    result = await work(found => {
      meta = { ...meta, ...found };
    });
  } catch (error) {
    await auditEvent.fail({ error: toError(error), meta });
    throw error;
  }
  await auditEvent.success({ meta });
  return result;
}
