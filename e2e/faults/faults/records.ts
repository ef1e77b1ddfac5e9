import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultScene } from '../FaultScene';
import type { Viewer } from '../viewer/Viewer';

const PATIENCE_MS = 60_000;

/** What the button Restart… does, as the portal's user. */
export async function restartByCommand(scene: FaultScene): Promise<void> {
  const workload = 'web';
  const rollout = scene.viewer.snapshot?.environments[0].rollouts.find(
    seen => seen.workload === workload,
  );
  await scene.portal
    .api()
    .eksDeploy.POST(
      '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/restart',
      {
        params: {
          path: {
            ...scene.entityPath,
            environment: scene.namespace.name,
            workload,
          },
        },
        body: { fromRevision: rollout?.revision ?? 0 },
      },
    );
}

/**
 * Waits until the viewer and both portals have the same Deployment records, all of them ended.
 *
 * @throws Error that shows them.
 */
export async function assertRecords(
  scene: FaultScene,
  viewer: Viewer,
): Promise<void> {
  const { portal, straight } = scene.world;
  const deadline = Date.now() + PATIENCE_MS;
  let told: string[];
  do {
    await sleep(200);
    const answers = await Promise.all(
      [portal, straight].map(asked => scene.readSnapshot(asked)),
    );
    const views = [viewer.snapshot, ...answers].map(
      snapshot => snapshot?.records ?? [],
    );
    told = views.map(records => JSON.stringify(records));
    const [records] = views;
    if (
      new Set(told).size === 1 &&
      records.length > 0 &&
      records.every(({ endedAt }) => endedAt !== undefined)
    ) {
      return;
    }
  } while (Date.now() < deadline);
  throw new Error(`Deployment records differ: ${told.join(', ')}`);
}
