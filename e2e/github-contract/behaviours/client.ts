import assert from 'node:assert/strict';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  createGithubClient,
  type GithubClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { GithubScene } from '../GithubScene';
import { keptBehaviours } from '../keptBehaviours';
import { integrationsConfig, quietLogger } from '../portal';

const inputs = {
  tier: 'backend',
  environment: 'staging',
  image: 'example.com/chat:1',
  reason: 'a test',
  'request-id': 'record-1',
};

function createClient(scene: GithubScene, token = scene.token): GithubClient {
  const config = new ConfigReader(integrationsConfig(scene, token));
  return createGithubClient({
    integrations: ScmIntegrations.fromConfig(config),
    logger: quietLogger,
  });
}

function toRepository(
  { proxy }: GithubScene,
  { owner, repo }: { owner: string; repo: string },
) {
  return { host: proxy.host, owner, name: repo };
}

export const client = keptBehaviours('our client of GitHub', {
  'starts a workflow and is told the run': async scene => {
    const run = await createClient(scene).dispatchWorkflow({
      repository: toRepository(scene, scene.chat),
      workflow: 'deploy.yml',
      inputs,
    });
    assert.ok(run && run.id > 0);
    assert.equal(run.status, 'queued');
  },
  'finds a run by its request id': async scene => {
    const repository = toRepository(scene, await scene.createRepository());
    const github = createClient(scene);
    const workflow = 'deploy.yml';
    const started = await github.dispatchWorkflow({
      repository,
      workflow,
      inputs: { ...inputs, 'request-id': 'record-2' },
    });
    const find = (requestId: string) =>
      github.findWorkflowRun({ repository, workflow, requestId });
    assert.equal((await find('record-2'))?.id, started?.id);
    assert.equal(await find('record-3'), undefined);
  },
  'reads a run, and hears 304 as long as it stays': async scene => {
    const github = createClient(scene);
    const repository = toRepository(scene, scene.chat);
    const { runId } = scene.chat;
    const read = await github.getWorkflowRun({ repository, runId });
    assert.equal(read?.run.conclusion, 'success');
    const again = await github.getWorkflowRun({
      repository,
      runId,
      etag: read.etag,
    });
    assert.equal(again, undefined);
    assert.equal(scene.proxy.exchanges.at(-1)?.answer.status, 304);
  },
  'reads the jobs of a run': async scene => {
    const jobs = await createClient(scene).listWorkflowJobs({
      repository: toRepository(scene, scene.chat),
      runId: scene.chat.runId,
    });
    assert.equal(jobs[0].conclusion, 'success');
    assert.equal(jobs[0].began, true);
  },
  'finds no newer run of one that was the last before it ended':
    async scene => {
      const newer = await createClient(scene).findNewerRun({
        repository: toRepository(scene, scene.chat),
        workflow: 'deploy.yml',
        runId: scene.chat.runId,
      });
      assert.equal(newer, undefined);
    },
  'is told by 401 that its token is not valid': async scene => {
    await assert.rejects(
      createClient(scene, 'wrong').getWorkflowRun({
        repository: toRepository(scene, scene.chat),
        runId: scene.chat.runId,
      }),
      /does not accept the portal's credentials/,
    );
    assert.equal(scene.proxy.exchanges.at(-1)?.answer.status, 401);
  },
  'is told by 404 of a run, a workflow and a repository that are not there':
    async scene => {
      const github = createClient(scene);
      const repository = toRepository(scene, scene.chat);
      const none = { ...repository, name: 'none' };
      const workflow = 'none.yml';
      for (const ask of [
        () => github.getWorkflowRun({ repository, runId: 1 }),
        () => github.dispatchWorkflow({ repository, workflow, inputs }),
        () => github.dispatchWorkflow({ repository: none, workflow, inputs }),
      ]) {
        await assert.rejects(ask, { name: 'NotFoundError' });
      }
    },
  'is told by 422 which input a workflow does not take': async scene => {
    await assert.rejects(
      createClient(scene).dispatchWorkflow({
        repository: toRepository(scene, scene.chat),
        workflow: 'deploy.yml',
        inputs: { ...inputs, colour: 'red' },
      }),
      /does not declare the input colour;/,
    );
    assert.equal(scene.proxy.exchanges.at(-1)?.answer.status, 422);
  },
  'is told by 422 that a workflow is not started by hand': async scene => {
    await assert.rejects(
      createClient(scene).dispatchWorkflow({
        repository: toRepository(scene, scene.chat),
        workflow: 'build.yml',
        inputs,
      }),
      /add 'workflow_dispatch'/,
    );
    assert.equal(scene.proxy.exchanges.at(-1)?.answer.status, 422);
  },
});
