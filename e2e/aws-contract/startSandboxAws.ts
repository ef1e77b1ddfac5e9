import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@eks-deploy/sandbox';
import type { StartedParty } from '../contract/runContract';
import { createScene, type AwsScene } from './AwsScene';

/** The AWS of a sandbox of its own, without images. */
export async function startSandboxAws(): Promise<StartedParty<AwsScene>> {
  const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-aws-contract-'));
  const sandbox = await startSandbox({
    stateDir,
    ports: { staging: 0, production: 0, github: 0, aws: 0 },
    examples: false,
  });
  return {
    open: async index => createScene(sandbox.aws.url, index),
    async stop() {
      await sandbox.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
