import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { StreamLimit } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Response } from 'express';
import { TooManyRequestsError } from './errors';

const RETRY_AFTER_SECONDS = 30;

type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** How many streams of a kind are open, for each caller and in all. */
export class StreamSlots {
  private readonly open = new Map<string, number>();
  private total = 0;

  constructor(
    /** As it continues "you have 10 … open". */
    private readonly what: string,
    private readonly limit: StreamLimit,
  ) {}

  /** How many are taken now. */
  get taken(): number {
    return this.total;
  }

  /**
   * Takes a slot for as long as the response lasts, whichever way it ends.
   *
   * @throws TooManyRequestsError if the caller, or all together, have as many as they may.
   */
  take(credentials: CallerCredentials, response: Response): void {
    // Such a response has had its `close`, and nothing would give the slot back.
    if (response.destroyed || response.closed) {
      return;
    }
    const caller = toCallerId(credentials);
    const own = this.open.get(caller) ?? 0;
    const { perUser, total } = this.limit;
    if (own >= perUser) {
      throw new TooManyRequestsError(
        `You have ${own} ${this.what} open, as many as one user may; close other tabs that show them`,
        RETRY_AFTER_SECONDS,
      );
    }
    if (this.total >= total) {
      throw new TooManyRequestsError(
        `${this.total} ${this.what} are open in all, as many as the portal takes; close tabs that you don't need, or ask an operator of the portal to raise eksDeploy.limits`,
        RETRY_AFTER_SECONDS,
      );
    }
    this.add(caller, 1);
    response.once('close', () => this.add(caller, -1));
  }

  private add(caller: string, change: 1 | -1): void {
    const own = (this.open.get(caller) ?? 0) + change;
    this.total += change;
    if (own > 0) {
      this.open.set(caller, own);
    } else {
      this.open.delete(caller);
    }
  }
}

/** Users by their entity reference, services by their subject. */
export function toCallerId({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : `service:${principal.subject}`;
}
