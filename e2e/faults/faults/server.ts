import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../Fault';
import { runFaultRounds } from '../runFaultRounds';

const restarts = [0, 5, 60].map(
  (seconds): Fault => ({
    slug: `restart-${seconds}`,
    name: `API server killed, gone for ${seconds} s`,
    keeps: 'rows stay on the page as stale',
    lane: 'server',
    check: scene =>
      runFaultRounds(scene, {
        times: seconds === 60 ? 1 : 2,
        async begin() {
          await scene.disturb();
          await scene.world.controlPlane.killApiServer();
          return () => scene.world.controlPlane.startApiServer();
        },
        meanwhile: () => sleep(seconds * 1_000),
      }),
  }),
);

/** The API server itself, killed and started again, or stopped where it stands. */
export const serverFaults: Fault[] = [
  ...restarts,
  {
    slug: 'standstill',
    name: 'API server stopped where it stands (SIGSTOP) for 5 s',
    keeps: 'connections stay open and go on',
    lane: 'server',
    check: scene =>
      runFaultRounds(scene, {
        times: 2,
        async begin() {
          await scene.disturb();
          const pid = scene.world.controlPlane.pidOf('kube-apiserver');
          process.kill(pid, 'SIGSTOP');
          return () => process.kill(pid, 'SIGCONT');
        },
        meanwhile: () => sleep(5_000),
      }),
  },
];
