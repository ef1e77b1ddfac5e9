import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ControlPlane } from '@eks-deploy/control-plane';
import {
  startProcessGroup,
  type ProcessGroup,
} from '@eks-deploy/process-group';

/**
 * The controllers of a control plane, ended and started anew as the bench wants it.
 *
 * Stood still and woken up instead, they would hear of Deployments before they hear of the ReplicaSets that these have,
 * and make new ones; from a start they first list everything.
 */
export class ControllerManager {
  private group?: ProcessGroup;

  private constructor(private readonly command: string[]) {
    process.on('exit', this.killNow);
  }

  /** Ends the control plane's own. */
  static async takeOver(
    controlPlane: ControlPlane,
  ): Promise<ControllerManager> {
    const pid = controlPlane.pidOf('kube-controller-manager');
    const told = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    process.kill(pid, 'SIGKILL');
    while (await isRunning(pid)) {
      await sleep(20);
    }
    return new ControllerManager(told.split('\0').filter(Boolean));
  }

  start(): void {
    const [program, ...args] = this.command;
    // Its log is the control plane's business; what it does shows in the API.
    const output = new PassThrough().resume();
    this.group = startProcessGroup(program, args, {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH },
      output,
    });
  }

  async stop(): Promise<void> {
    process.off('exit', this.killNow);
    await this.group?.stop();
  }

  private readonly killNow = () => {
    if (this.group?.pid !== undefined) {
      process.kill(-this.group.pid, 'SIGKILL');
    }
  };
}

async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) Z /.test(stat);
}
