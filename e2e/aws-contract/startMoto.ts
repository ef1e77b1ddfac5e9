import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcessGroup } from '@eks-deploy/process-group';
import { freePort } from '@eks-deploy/control-plane';
import type { StartedParty } from '../contract/runContract';
import { ACCOUNT, createClients, createScene, type AwsScene } from './AwsScene';
import { bringMoto } from './bringMoto';

const START_MS = 60_000;

/** A server of moto (https://docs.getmoto.org), with the sandbox's clusters. */
export async function startMoto(): Promise<StartedParty<AwsScene>> {
  const python = await bringMoto();
  const port = await freePort();
  const output = new PassThrough();
  const log = text(output);
  const server = startProcessGroup(
    python,
    ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    { cwd: '/', env: { PATH: process.env.PATH }, output },
  );
  const stop = async () => {
    await server.stop();
    output.end();
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await untilUp(endpoint, server.ended);
    await createClusters(endpoint);
  } catch (error) {
    await stop();
    throw new Error(`moto could not be used: ${error}\n${await log}`);
  }
  return { stop, open: async index => createScene(endpoint, index) };
}

async function untilUp(endpoint: string, ended: Promise<string>) {
  let how: string | undefined;
  ended.then(code => {
    how = code;
  });
  const deadline = Date.now() + START_MS;
  for (;;) {
    const up = await fetch(`${endpoint}/moto-api/data.json`).catch(() => {});
    if (up?.ok) {
      return;
    }
    if (how !== undefined || Date.now() > deadline) {
      throw new Error(
        how === undefined
          ? `it did not answer within ${START_MS / 1000} s`
          : `it ended by itself (${how})`,
      );
    }
    await sleep(100);
  }
}

async function createClusters(endpoint: string) {
  const { eks } = createClients(endpoint);
  for (const name of ['staging', 'production']) {
    await eks.createCluster({
      name,
      roleArn: `arn:aws:iam::${ACCOUNT}:role/${name}-cluster`,
      resourcesVpcConfig: { subnetIds: [] },
    });
  }
}
