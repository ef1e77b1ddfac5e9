import type { LoggerService } from '@backstage/backend-plugin-api';
import { redactMessage } from '../messages';
import { toAwsError } from './toAwsError';

/**
 * Makes calls to AWS whose errors are logged in short and thrown as {@link toAwsError} translates them.
 *
 * @internal
 */
export function createAwsCall(logger: LoggerService) {
  return async function callAws<T>(
    asked: string,
    call: () => Promise<T>,
  ): Promise<T> {
    try {
      return await call();
    } catch (error) {
      logger.warn('AWS did not carry out a request', {
        asked,
        error: redactMessage(String(error)),
      });
      throw toAwsError(error, asked);
    }
  };
}
