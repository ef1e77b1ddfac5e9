import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/**
 * Does a piece of work under an audit event, which tells how it ended.
 *
 * @remarks
 * Authorisation belongs inside, so that refusals are recorded too. `meta` must hold no secret.
 */
export async function audited<T>(
  deps: { auditor: AuditorService },
  event: AuditorServiceCreateEventOptions,
  work: () => Promise<T>,
): Promise<T> {
  const auditEvent = await deps.auditor.createEvent(event);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await auditEvent.fail({ error: toError(error) });
    throw error;
  }
  await auditEvent.success();
  return result;
}
