import assert from 'node:assert/strict';
import { createQuietOctokit } from '../GithubScene';
import { keptBehaviours } from '../keptBehaviours';

export const refusals = keptBehaviours('a GitHub that refuses', {
  'says 401 to whoever bears a token that nobody issued': async scene => {
    const octokit = createQuietOctokit(`${scene.proxy.url}/api/v3`, 'wrong');
    await assert.rejects(octokit.users.getAuthenticated(), { status: 401 });
  },
  'says 401 to the anonymous who write': async scene => {
    const octokit = createQuietOctokit(`${scene.proxy.url}/api/v3`);
    await assert.rejects(
      octokit.repos.createInOrg({ org: 'example-org', name: 'mine' }),
      { status: 401 },
    );
  },
  'says 422 to a name that is taken, and which field it is': async scene => {
    await assert.rejects(
      scene.octokit.repos.createInOrg({
        org: 'example-org',
        name: scene.chat.repo,
      }),
      { status: 422 },
    );
    const { errors } = JSON.parse(scene.proxy.exchanges[0].answer.body);
    assert.equal(errors[0].field, 'name');
  },
  'says 409 to a variable that exists': async scene => {
    const { owner, repo } = scene.chat;
    await assert.rejects(
      scene.octokit.actions.createRepoVariable({
        ...{ owner, repo },
        name: 'SERVICE',
        value: 'again',
      }),
      { status: 409 },
    );
  },
  'says 409 to a file that has changed, and 422 to one written without its hash':
    async scene => {
      const { owner, repo } = scene.chat;
      const file = { owner, repo, path: 'README.md', content: '' };
      const { repos } = scene.octokit;
      await assert.rejects(
        repos.createOrUpdateFileContents({
          ...file,
          message: 'Change',
          sha: '0'.repeat(40),
        }),
        { status: 409 },
      );
      await assert.rejects(
        repos.createOrUpdateFileContents({ ...file, message: 'Change' }),
        { status: 422 },
      );
    },
  'says 404 to what is not there': async scene => {
    const { owner, repo } = scene.chat;
    const none = { owner, repo: 'none' };
    for (const ask of [
      () => scene.octokit.repos.get(none),
      () => scene.octokit.users.getByUsername({ username: 'none' }),
      () => scene.octokit.repos.getContent({ owner, repo, path: 'none' }),
      () => scene.octokit.actions.getWorkflowRun({ owner, repo, run_id: 1 }),
    ]) {
      await assert.rejects(ask, { status: 404 });
    }
  },
});
