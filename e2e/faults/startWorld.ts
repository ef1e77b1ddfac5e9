import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startControlPlane } from '@eks-deploy/control-plane';
import { stringify } from 'yaml';
import { openRun } from '../contract/openRun';
import { Namespace } from './cluster/Namespace';
import { createDatabase } from './createDatabase';
import type { Fault } from './Fault';
import { FaultScene } from './FaultScene';
import type { PortalCluster } from './portal/portalConfig';
import { startPortal } from './portal/startPortal';
import { FaultProxy } from './proxy/FaultProxy';
import { MissingRelayError, Relay } from './proxy/Relay';
import type { World } from './World';

/** A world with a place for each of the faults. */
export interface StartedWorld {
  world: World;
  open(fault: Fault): Promise<FaultScene>;
  stop(): Promise<void>;
}

/**
 * Starts a control plane and two portals on it, each component of which is reached through proxies of its own.
 *
 * @throws MissingGoError where there is no Go to build a control plane with.
 */
export async function startWorld(options: {
  faults: Fault[];
  /** Where configuration and logs are left; a temporary folder that is removed by default. */
  stateDir?: string;
  /** Address of a PostgreSQL server that both portals may have a database on. */
  postgres?: string;
  signal: AbortSignal;
  onProgress(message: string): void;
}): Promise<StartedWorld> {
  const { faults, postgres, signal, onProgress } = options;
  const run = await openRun('faults', options.stateDir);
  const { folder, stop } = run;
  const stateDir = join(folder, 'control-plane');
  try {
    const controlPlane = await startControlPlane({
      ...{ stateDir, signal, onProgress },
      podReadyMs: 100,
    });
    run.onStop(() => controlPlane.stop());
    const { url, ca } = controlPlane;
    const tokens = join(folder, 'tokens');
    await mkdir(tokens);
    const readerFile = join(tokens, 'reader');
    await writeFile(readerFile, controlPlane.readOnlyToken);
    const database = postgres ? await createDatabase(postgres) : undefined;
    if (database) {
      run.onStop(() => database.drop());
    }

    const proxies = new Map<string, FaultProxy[]>();
    const relays = new Map<string, Relay>();
    let relayMissing: string | undefined;
    const clusters: PortalCluster[] = [];
    for (const fault of faults) {
      const own = await Promise.all(
        namesOf(fault).map(() => FaultProxy.start({ url, ca })),
      );
      proxies.set(fault.slug, own);
      run.onStop(() => Promise.all(own.map(proxy => proxy.stop())));
      const { relay, missing } = await startRelay(fault, own[0].url);
      relayMissing ??= missing;
      if (relay) {
        relays.set(fault.slug, relay);
        run.onStop(() => relay.stop());
      }
      clusters.push(
        ...namesOf(fault).map((name, index) => ({
          name,
          url: relay?.url ?? own[index].url,
          tokenFile: join(tokens, fault.slug),
        })),
      );
    }
    const entities = join(folder, 'catalog.yaml');
    await writeFile(entities, faults.map(toEntity).join('---\n'));
    onProgress('starting two portals');
    const shared = {
      ...{ folder, entities, database: database?.url },
      lastComponent: faults[faults.length - 1].slug,
    };
    const starting = async (of: Parameters<typeof startPortal>[0]) => {
      const started = await startPortal(of);
      run.onStop(() => started.stop());
      return started;
    };
    const first = starting({ ...shared, name: 'portal', clusters });
    // Of two that begin with an empty database at once, one finds its migrations locked and gives up.
    await (database && first);
    const second = starting({
      ...shared,
      name: 'straight',
      clusters: clusters.map(({ name }) => ({
        ...{ name, url, ca },
        tokenFile: readerFile,
      })),
    });
    const [portal, straight] = await Promise.all([first, second]);

    const world: World = {
      ...{ controlPlane, stateDir, portal, straight },
      sharesDatabase: database !== undefined,
      relayMissing,
    };
    return {
      world,
      stop,
      async open({ slug }) {
        await Promise.all([portal.revive(), straight.revive()]);
        const scene = new FaultScene(
          world,
          new Namespace(controlPlane, slug),
          proxies.get(slug) ?? [],
          join(tokens, slug),
          relays.get(slug),
        );
        try {
          await scene.open();
        } catch (error) {
          scene.close();
          throw error;
        }
        return scene;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startRelay(
  { relayed }: Fault,
  target: string,
): Promise<{ relay?: Relay; missing?: string }> {
  try {
    return relayed ? { relay: await Relay.start(target) } : {};
  } catch (error) {
    if (error instanceof MissingRelayError) {
      return { missing: error.message };
    }
    throw error;
  }
}

/** The clusters of a fault's component. */
function namesOf({ slug, clusters = 1 }: Fault): string[] {
  return clusters === 1
    ? [slug]
    : Array.from({ length: clusters }, (_, index) => `${slug}-${index + 1}`);
}

function toEntity(fault: Fault): string {
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: fault.slug,
      annotations: {
        'backstage.io/kubernetes-id': fault.slug,
        'backstage.io/kubernetes-namespace': fault.slug,
        'eks-deploy/environments': namesOf(fault).join(','),
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/team-chat',
    },
  });
}
