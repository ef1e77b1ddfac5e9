import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { benchFolder } from '../../benchFolder';
import { nowMs } from '../../parts/clock';
import { startPart, type Part } from '../../parts/startPart';
import type { BackendCalls, SideName } from '../backend/BackendCalls';
import { readProcessCpu } from '../scene/readProcessCpu';
import { toListenerName, type Scene } from '../scene/Scene';
import type { Workload } from '../seed/Workload';
import type { Sighting, ViewerCalls } from '../viewers/ViewerCalls';
import { freePort } from '@eks-deploy/control-plane';
import { toCost, type Cost, type Reading } from './Cost';

/** When a viewer has been open, by `nowMs`. */
export interface Visit {
  entity: string;
  openedAt: number;
}

/** One side at work: a backend of its own and viewers, each in a process of its own. */
export class Side {
  readonly visits = new Map<number, Visit>();
  private viewers = 0;

  private constructor(
    readonly name: SideName,
    private readonly scene: Scene,
    readonly backend: Part<BackendCalls>,
    private readonly viewerPart: Part<ViewerCalls>,
  ) {}

  /** Starts backend and viewers' process; nobody looks yet. */
  static async open(
    scene: Scene,
    name: SideName,
    options: { clusters: number; label: string },
  ): Promise<Side> {
    const { logFolder, viewersFile, workloads, bare } = scene;
    const { profileFolder } = scene.options;
    const label = `${options.label}-${name}`;
    const backend = startPart<BackendCalls>(
      join(benchFolder, 'src/rollouts/backend/main.ts'),
      { name: `${label}-backend`, logFolder, profileFolder },
    );
    const viewers = startPart<ViewerCalls>(viewersFile, {
      ...{ name: `${label}-viewers`, logFolder, profileFolder },
    });
    const side = new Side(name, scene, backend, viewers);
    try {
      const token = randomBytes(24).toString('hex');
      const { url } = await backend.call('start', {
        side: name,
        port: await freePort(),
        viewerToken: token,
        clusters: scene.clustersOf(name).slice(0, options.clusters),
        entities: [...workloads, ...bare],
      });
      await viewers.call('connect', {
        ...{ side: name, backendUrl: url, token },
      });
      return side;
    } catch (error) {
      await side.close();
      throw error;
    }
  }

  /** Opens one more viewer and doesn't wait for its data. */
  async look({ name, namespace }: Workload): Promise<void> {
    const viewer = this.viewers;
    this.viewers += 1;
    this.visits.set(viewer, { entity: name, openedAt: nowMs() });
    await this.viewerPart.call('open', { viewer, entity: { name, namespace } });
  }

  /** Opens viewers one after another, evenly over a time, as people come. */
  async lookAll(workloads: Workload[], overMs: number): Promise<void> {
    const startedAt = nowMs();
    for (const [index, workload] of workloads.entries()) {
      const due = startedAt + (index * overMs) / workloads.length;
      await sleep(Math.max(0, due - nowMs()));
      await this.look(workload);
    }
    await sleep(Math.max(0, startedAt + overMs - nowMs()));
  }

  /** Milliseconds until a viewer who comes and leaves again had first data. */
  visit({ name, namespace }: Workload): Promise<number | undefined> {
    return this.viewerPart.call('visit', { entity: { name, namespace } });
  }

  firstData() {
    return this.viewerPart.call('firstData');
  }

  takeSightings(): Promise<Sighting[]> {
    return this.viewerPart.call('takeSightings');
  }

  finalStates() {
    return this.viewerPart.call('finalStates');
  }

  heap(): Promise<number> {
    return this.backend.call('heap');
  }

  async rss(): Promise<number> {
    const { rssBytes } = await this.backend.call('usage');
    return rssBytes;
  }

  /** What a window of time costs, while something happens in it. */
  async measure(
    ms: number,
    happening?: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<Cost> {
    const before = await this.read();
    const ending = new AbortController();
    const happened = happening?.(ending.signal);
    await sleep(ms);
    ending.abort();
    await happened;
    return toCost(before, await this.read());
  }

  /** Waits for the first data of every viewer; false if the time was over before. */
  async untilAllHaveData(timeoutMs: number): Promise<boolean> {
    const deadline = nowMs() + timeoutMs;
    while (nowMs() < deadline) {
      const firstData = await this.firstData();
      if (firstData.every(({ ms }) => ms !== undefined)) {
        return true;
      }
      await sleep(250);
    }
    return false;
  }

  async close(): Promise<void> {
    await this.viewerPart.stop();
    await this.backend.stop();
  }

  private async read(): Promise<Reading> {
    const { passThrough, controlPlane } = this.scene;
    const [traffic, bytes, usage, apiServerCpuSeconds] = await Promise.all([
      passThrough.call('read', { name: toListenerName(this.name, 'first') }),
      this.viewerPart.call('bytes'),
      this.backend.call('usage'),
      readProcessCpu(controlPlane.pidOf('kube-apiserver')),
    ]);
    return { at: nowMs(), traffic, bytes, usage, apiServerCpuSeconds };
  }
}
