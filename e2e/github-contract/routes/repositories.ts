import { chatOf, type RouteCalls } from './RouteCalls';

type Address = ReturnType<typeof chatOf>;

const aHook = (chat: Address) => ({
  ...chat,
  config: { url: 'https://example.com/hook', content_type: 'json' },
  events: ['push'],
});

const aKey = (chat: Address) => ({
  ...chat,
  title: 'deploy',
  key: 'ssh-ed25519 AAAA',
  read_only: true,
});

const anAutolink = (chat: Address) => ({
  ...chat,
  key_prefix: 'CHAT-',
  url_template: 'https://example.com/<num>',
});

export const repositories: RouteCalls = {
  'POST /orgs/:owner/repos': ({ octokit }) =>
    octokit.repos.createInOrg({
      org: 'example-org',
      name: 'in-the-organisation',
      visibility: 'private',
      allow_merge_commit: false,
    }),
  'POST /user/repos': ({ octokit }) =>
    octokit.repos.createForAuthenticatedUser({
      name: 'mine',
      private: true,
      auto_init: true,
    }),
  'GET /repos/:owner/:repo': scene => scene.octokit.repos.get(chatOf(scene)),
  'PATCH /repos/:owner/:repo': scene =>
    scene.octokit.repos.update({ ...chatOf(scene), description: 'Talks' }),
  'DELETE /repos/:owner/:repo': async ({ octokit, createRepository }) =>
    octokit.repos.delete(await createRepository()),
  'GET /repos/:owner/:repo/topics': scene =>
    scene.octokit.repos.getAllTopics(chatOf(scene)),
  'PUT /repos/:owner/:repo/topics': scene =>
    scene.octokit.repos.replaceAllTopics({ ...chatOf(scene), names: ['eks'] }),
  'PUT /repos/:owner/:repo/collaborators/:username': scene =>
    scene.octokit.repos.addCollaborator({
      ...chatOf(scene),
      username: 'guest',
      permission: 'push',
    }),
  'GET /repos/:owner/:repo/collaborators/:username/permission': scene =>
    scene.octokit.repos.getCollaboratorPermissionLevel({
      ...chatOf(scene),
      username: 'sandbox',
    }),
  'PUT /repos/:owner/:repo/subscription': scene =>
    scene.octokit.activity.setRepoSubscription({
      ...chatOf(scene),
      subscribed: true,
    }),
  'GET /repos/:owner/:repo/hooks': async scene => {
    await scene.octokit.repos.createWebhook(aHook(chatOf(scene)));
    await scene.octokit.repos.listWebhooks(chatOf(scene));
  },
  'POST /repos/:owner/:repo/hooks': scene =>
    scene.octokit.repos.createWebhook(aHook(chatOf(scene))),
  'GET /repos/:owner/:repo/keys': async scene => {
    await scene.octokit.repos.createDeployKey(aKey(chatOf(scene)));
    await scene.octokit.repos.listDeployKeys(chatOf(scene));
  },
  'POST /repos/:owner/:repo/keys': scene =>
    scene.octokit.repos.createDeployKey(aKey(chatOf(scene))),
  'GET /repos/:owner/:repo/autolinks': async scene => {
    await scene.octokit.repos.createAutolink(anAutolink(chatOf(scene)));
    await scene.octokit.repos.listAutolinks(chatOf(scene));
  },
  'POST /repos/:owner/:repo/autolinks': scene =>
    scene.octokit.repos.createAutolink(anAutolink(chatOf(scene))),
};
