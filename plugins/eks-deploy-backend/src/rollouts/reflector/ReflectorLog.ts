import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';

/** What a {@link ReflectorLog} writes to, and about. */
export interface ReflectorLogOptions {
  logger: LoggerService;
  cluster: string;
  namespace: string;
  resource: { plural: string };
}

/** Says each thing once, however often it is retried. */
export class ReflectorLog {
  private lostBy?: string;
  private saidBroken = false;

  constructor(private readonly options: ReflectorLogOptions) {}

  /** A kind that can be done without, and that a cluster has never heard of, is nothing to warn of. */
  lost(error: unknown, optional = false): void {
    const text = String(error);
    if (text !== this.lostBy) {
      this.lostBy = text;
      const { logger, resource } = this.options;
      const level =
        optional && error instanceof NotFoundError ? 'debug' : 'warn';
      logger[level](`Lost sight of ${resource.plural}, asks again by itself`, {
        ...this.place,
        error: text,
      });
    }
  }

  heard(): void {
    if (this.lostBy !== undefined) {
      this.lostBy = undefined;
      const { logger, resource } = this.options;
      logger.info(`Sees ${resource.plural} again`, this.place);
    }
  }

  /** Says nothing of the error's message, which may quote the object. */
  broken(name: string | undefined, error: unknown): void {
    if (!this.saidBroken) {
      this.saidBroken = true;
      const { logger, resource } = this.options;
      logger.warn(`Left out some of the ${resource.plural}: can't be read`, {
        ...this.place,
        first: name ?? 'without a name',
        error: isError(error) ? error.name : 'unknown',
      });
    }
  }

  deaf(error: unknown): void {
    const { logger, resource } = this.options;
    logger.error(`A change of ${resource.plural} was not passed on`, {
      ...this.place,
      error: String(error),
    });
  }

  private get place() {
    const { cluster, namespace } = this.options;
    return { cluster, namespace };
  }
}
