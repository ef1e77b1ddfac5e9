import type { Fault } from '../Fault';
import type { FaultScene } from '../FaultScene';
import type { Found } from '../Found';
import type { FaultyPortal } from '../portal/startPortal';
import { assertRecords, restartByCommand } from './records';

const LONGEST_MS = 20_000;

/** Two portals on one database. */
export const replicaFaults: Fault[] = [
  {
    slug: 'two-portals',
    name: 'two portals on one PostgreSQL, one restarted: a viewer moves to the other and back',
    keeps: 'no gap, no step back, and the Deployment records go with it',
    lane: 'alone',
    missing: ({ sharesDatabase }) =>
      sharesDatabase
        ? undefined
        : 'it needs a PostgreSQL: set BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING, e.g. under pg_virtualenv as .ci/run does',
    check: restartOne,
  },
];

async function restartOne(scene: FaultScene): Promise<Found> {
  const { portal, straight } = scene.world;
  let chosen: FaultyPortal = portal;
  const viewer = scene.newViewer(() => chosen);
  viewer.open();
  const recoveryMs: number[] = [];
  try {
    await scene.settle(viewer);
    await restartByCommand(scene);
    await scene.disturb();
    // As a load balancer does once a replica says that it shuts down.
    chosen = straight;
    await portal.stop();
    recoveryMs.push(await scene.recover(LONGEST_MS, viewer));
    await scene.disturb();
    await scene.settle(viewer);

    await portal.start();
    chosen = portal;
    viewer.hide();
    viewer.open();
    recoveryMs.push(await scene.recover(LONGEST_MS, viewer));
    await scene.settle(viewer);
    await assertRecords(scene, viewer);
    return { recoveryMs, told: viewer.told };
  } finally {
    viewer.close();
  }
}
