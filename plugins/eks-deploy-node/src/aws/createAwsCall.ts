import type { LoggerService } from '@backstage/backend-plugin-api';
import { toAwsError } from './toAwsError';

/**
 * Makes calls to AWS whose errors are logged as they come and thrown as {@link toAwsError} translates them.
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
      logger.warn(`AWS refused a request`, { asked, error: String(error) });
      throw toAwsError(error, asked);
    }
  };
}
