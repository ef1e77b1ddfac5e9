import { once } from 'node:events';
import type { ClusterRequest } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { isUnanswered } from './isUnanswered';
import { rest } from './rest';

/** One failure may be a balancer's; two in a row are the cluster's. */
const FAILURES_TO_LOSE = 2;

/** A time-out that comes this many times too late is this process's own fault, which was too busy to read an answer. */
const LATE = 1.5;

/** The times of a {@link ClusterPulse}, in milliseconds. */
export interface PulseTimes {
  /** From one probe of a cluster in doubt to the next, whether or not the one before was answered. */
  probeEveryMs: number;
  probeTimeoutMs: number;
  /** After so long without a word a cluster is asked for one; each WATCH brings a bookmark about once a minute. */
  quietMs: number;
  /** Once it answers again, all that waited ask within this time, not all at once. */
  wakeWithinMs: number;
}

const TIMES: PulseTimes = {
  probeEveryMs: 750,
  probeTimeoutMs: 5_000,
  quietMs: 15_000,
  wakeWithinMs: 300,
};

/**
 * Whether a cluster answers, found out once for all that is followed of it.
 *
 * @remarks
 * Hundreds of reflectors that each retry a cluster that is away would find it late, or press it as it gets up. Here they
 * wait, and one small LIST every 0.75 s tells all of them when it answers. It tells as well that a cluster went away
 * without a word, which a WATCH alone learns after minutes.
 */
export class ClusterPulse {
  private readonly times: PulseTimes;
  private readonly followers = new Map<
    ClusterRequest,
    (reason: unknown) => void
  >();
  private lost = new AbortController();
  private back = new AbortController();
  private probes?: NodeJS.Timeout;
  private watchdog?: NodeJS.Timeout;
  private failures = 0;
  private lostBy?: string;
  private heardAt = 0;

  /**
   * @param probe - Sends a request, and throws what a ClusterClient throws.
   * @param onLost - Hears why the cluster was lost, and if that changes.
   * @param random - Like `Math.random`.
   */
  constructor(
    private readonly probe: (request: ClusterRequest) => Promise<unknown>,
    private readonly onLost: (error: unknown) => void = () => {},
    times: Partial<PulseTimes> = {},
    private readonly random = Math.random,
  ) {
    this.times = { ...TIMES, ...times };
  }

  /** Aborts, with the reason, when the cluster is lost; there is a new one once it is found again. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  /** Aborts when the cluster answers after it failed to; there is a new one then. */
  get answersAgain(): AbortSignal {
    return this.back.signal;
  }

  /**
   * Something is followed from now on, until the returned function is called.
   *
   * @param request - Its LIST: an item of it is what a probe asks for, as the portal's role may read that.
   * @param onLost - Hears why the cluster was lost, and if that changes: one that was away may come back and let nobody in.
   */
  join(
    request: ClusterRequest,
    onLost: (reason: unknown) => void = () => {},
  ): () => void {
    if (this.followers.size === 0) {
      this.heard();
    }
    this.followers.set(request, onLost);
    this.watchdog ??= setInterval(() => {
      if (performance.now() - this.heardAt > this.times.quietMs) {
        this.doubt();
      }
    }, this.times.quietMs / 3).unref();
    return () => {
      this.followers.delete(request);
      if (this.followers.size === 0) {
        clearInterval(this.watchdog);
        this.watchdog = undefined;
        this.trust();
      }
    };
  }

  /** The cluster told something. */
  heard(): void {
    this.heardAt = performance.now();
  }

  /** The cluster may be away: it is asked until it answers. */
  doubt(): void {
    if (this.probes === undefined && this.followers.size > 0) {
      this.probes = setInterval(
        () => void this.ask(),
        this.times.probeEveryMs,
      ).unref();
      void this.ask();
    }
  }

  /**
   * Waits that long, and for as long as the cluster is lost.
   *
   * @param error - What is waited after; who wasn't answered waits no longer than until the cluster answers again.
   * @returns whether it answers again.
   */
  async pause(
    ms: number,
    signal: AbortSignal,
    error?: unknown,
  ): Promise<boolean> {
    const { lost, back } = this;
    const unanswered = error !== undefined && isUnanswered(error);
    const ends = unanswered ? [back.signal] : [];
    await rest(ms, AbortSignal.any([signal, lost.signal, ...ends]));
    if (lost === this.lost && lost.signal.aborted) {
      await untilAborted(AbortSignal.any([signal, this.back.signal]));
    }
    const answers = lost.signal.aborted || (unanswered && back.signal.aborted);
    if (answers) {
      await rest(this.random() * this.times.wakeWithinMs, signal);
    }
    return answers;
  }

  private async ask(): Promise<void> {
    const [{ query, ...request }] = this.followers.keys();
    const { probes } = this;
    const { probeTimeoutMs } = this.times;
    const askedAt = performance.now();
    const error = await this.probe({
      ...request,
      query: { ...query, limit: '1' },
      signal: AbortSignal.timeout(probeTimeoutMs),
    }).then(
      () => undefined,
      reason => reason,
    );
    // What was asked in a doubt that is over tells nothing of the next.
    if (probes !== this.probes) {
      return;
    }
    const answered = error === undefined || !isUnanswered(error);
    if (answered) {
      this.heard();
    }
    if (answered || this.heardAt > askedAt) {
      this.trust();
    } else if (performance.now() - askedAt < LATE * probeTimeoutMs) {
      this.suspect(error);
    }
  }

  private suspect(error: unknown): void {
    this.failures += 1;
    if (this.failures >= FAILURES_TO_LOSE && this.lostBy !== String(error)) {
      this.lostBy = String(error);
      this.onLost(error);
      this.lost.abort(error);
      this.followers.forEach(tell => tell(error));
    }
  }

  private trust(): void {
    clearInterval(this.probes);
    this.probes = undefined;
    this.lostBy = undefined;
    if (this.lost.signal.aborted) {
      this.lost = new AbortController();
    }
    if (this.failures > 0) {
      this.failures = 0;
      const { back } = this;
      this.back = new AbortController();
      back.abort();
    }
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
}
