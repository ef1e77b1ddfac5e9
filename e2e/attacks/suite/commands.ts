import { setTimeout as sleep } from 'node:timers/promises';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { eventually } from '../../smoke/eventually';
import type { Scene } from '../Scene';
import type { Answer } from '../world/Hostile';
import {
  entityPath,
  messageOf,
  readRecords,
  readRevision,
  workloadPath,
} from './requests';

/** The Workloads of chat, which the attacker's team owns. */
export const FRONTEND = 'chat-frontend';
export const BACKEND = 'chat-backend';

const ENDED = ['succeeded', 'failed', 'superseded', 'unknown'];
const LONGEST_ROLLOUT_MS = 40_000;

export type Environment = 'staging' | 'production';

export async function restart(
  { hostile }: Scene,
  component: string,
  environment: Environment,
  workload = FRONTEND,
): Promise<Answer> {
  const fromRevision = await readRevision(
    hostile,
    component,
    environment,
    workload,
  );
  return hostile.send({
    method: 'POST',
    path: `${workloadPath(component, environment, workload)}/restart`,
    body: { fromRevision, reason: 'attack' },
  });
}

export async function redeploy({ hostile }: Scene): Promise<Answer> {
  const fromRevision = await readRevision(hostile, 'chat', 'staging', FRONTEND);
  return hostile.send({
    method: 'POST',
    path: `${workloadPath('chat', 'staging', FRONTEND)}/redeploy`,
    body: { fromRevision, reason: 'attack' },
  });
}

/** A restart of a Workload that nothing is under way for. */
export async function settledRestart(
  scene: Scene,
  environment: Environment,
): Promise<Answer> {
  await settle(scene, environment);
  return restart(scene, 'chat', environment);
}

export async function settle(
  scene: Scene,
  environment: Environment,
): Promise<void> {
  await eventually(
    `no record of ${environment} under way`,
    async () => {
      const all = await readRecords(scene.hostile, 'chat');
      return all.every(
        record =>
          record.environment !== environment ||
          record.workload !== FRONTEND ||
          ENDED.includes(record.status),
      );
    },
    LONGEST_ROLLOUT_MS,
  );
  await untilComplete(scene, environment);
}

/** Asks so often that a second command can follow at once. */
export async function untilComplete(
  { hostile }: Scene,
  environment: Environment,
): Promise<void> {
  const deadline = Date.now() + LONGEST_ROLLOUT_MS;
  while (Date.now() < deadline) {
    const { text } = await hostile.send({
      path: `${entityPath('chat')}/rollouts`,
    });
    const { environments } = JSON.parse(text) as {
      environments: Array<{
        environment: string;
        rollouts: Array<{ workload: string; status: { phase: string } }>;
      }>;
    };
    const rollout = environments
      .find(found => found.environment === environment)
      ?.rollouts.find(({ workload }) => workload === FRONTEND);
    if (rollout?.status.phase === 'complete') {
      return;
    }
    await sleep(50);
  }
  throw new Error(`chat-frontend was not complete in ${environment}.`);
}

export function idOf(answer: Answer): string {
  if (answer.status !== 202) {
    throw new Error(
      `A command of the owner was answered ${answer.status}: ${messageOf(
        answer,
      )}`,
    );
  }
  return (JSON.parse(answer.text) as DeploymentRecord).id;
}

export async function newest({ hostile }: Scene): Promise<string> {
  const found = (await readRecords(hostile, 'chat')).find(
    ({ workload }) => workload === FRONTEND,
  );
  if (!found) {
    throw new Error(`There is no record of ${FRONTEND}.`);
  }
  return found.id;
}

export async function readRecord(
  { hostile }: Scene,
  id: string,
): Promise<DeploymentRecord> {
  const found = (await readRecords(hostile, 'chat')).find(
    record => record.id === id,
  );
  if (!found) {
    throw new Error(`There is no record ${id}.`);
  }
  return found;
}

export function untilEnded(
  scene: Scene,
  id: string,
): Promise<DeploymentRecord> {
  return eventually(`the end of record ${id}`, async () => {
    const record = await readRecord(scene, id);
    return ENDED.includes(record.status) && record;
  });
}

/** Waits until it is known whether a change was made; its rollout may go on for long. */
export function untilKnown(
  scene: Scene,
  id: string,
  timeoutMs: number,
): Promise<DeploymentRecord> {
  return eventually(
    `what became of record ${id}`,
    async () => {
      const record = await readRecord(scene, id);
      return record.status !== 'requested' && record;
    },
    timeoutMs,
  );
}
