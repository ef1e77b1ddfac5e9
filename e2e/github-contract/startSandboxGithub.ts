import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '@eks-deploy/sandbox';
import type { StartedParty } from '../contract/runContract';
import { createContract } from './createContract';
import { createQuietOctokit, type GithubScene } from './GithubScene';
import { holdToContract, type ContractProxy } from './holdToContract';
import { readDescription } from './readDescription';
import { createChat, createRepository } from './repositories';

/** The sandbox's GitHub with a proxy of its own for each behaviour. */
export async function startSandboxGithub(): Promise<StartedParty<GithubScene>> {
  const contract = createContract(await readDescription());
  const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-github-contract-'));
  const sandbox = await startSandbox({
    stateDir,
    ports: { staging: 0, production: 0, github: 0, aws: 0 },
    examples: false,
  });
  const proxies: ContractProxy[] = [];
  const stop = async () => {
    for (const proxy of proxies.splice(0)) {
      await proxy.stop();
    }
    await sandbox.stop();
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const { url, apiUrl, token, routes } = sandbox.github;
    const root = new URL(apiUrl).pathname;
    const direct = createQuietOctokit(apiUrl, token);
    const chat = await createChat(direct, sleep);
    return {
      stop,
      async open() {
        const proxy = await holdToContract(contract, { target: url, root });
        proxies.push(proxy);
        return {
          ...{ proxy, chat, routes, token },
          octokit: createQuietOctokit(`${proxy.url}${root}`, token),
          createRepository: () => createRepository(direct),
        };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
