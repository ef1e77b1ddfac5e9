import type { Octokit } from '@octokit/rest';
import { chatOf, type RouteCalls } from './RouteCalls';

const branch = 'main';

export const protection: RouteCalls = {
  'GET /repos/:owner/:repo/branches/:branch/protection': async scene => {
    await protect(scene.octokit, chatOf(scene));
    await scene.octokit.repos.getBranchProtection({ ...chatOf(scene), branch });
  },
  'PUT /repos/:owner/:repo/branches/:branch/protection': scene =>
    protect(scene.octokit, chatOf(scene)),
  'DELETE /repos/:owner/:repo/branches/:branch/protection': async ({
    octokit,
    createRepository,
  }) => {
    const repository = await createRepository();
    await protect(octokit, repository);
    await octokit.repos.deleteBranchProtection({ ...repository, branch });
  },
  'POST /repos/:owner/:repo/branches/:branch/protection/required_signatures':
    scene =>
      scene.octokit.repos.createCommitSignatureProtection({
        ...chatOf(scene),
        branch,
      }),
  'GET /repos/:owner/:repo/rulesets': async scene => {
    await createRuleset(scene.octokit, chatOf(scene));
    await scene.octokit.repos.getRepoRulesets(chatOf(scene));
  },
  'POST /repos/:owner/:repo/rulesets': scene =>
    createRuleset(scene.octokit, chatOf(scene)),
};

/** As Backstage's `github:repo:push` protects the default branch. */
function protect(octokit: Octokit, chat: ReturnType<typeof chatOf>) {
  return octokit.repos.updateBranchProtection({
    ...chat,
    branch,
    required_status_checks: { strict: true, contexts: ['build'] },
    restrictions: null,
    enforce_admins: true,
    required_pull_request_reviews: {
      required_approving_review_count: 1,
      require_code_owner_reviews: false,
      dismiss_stale_reviews: false,
    },
    required_conversation_resolution: false,
    required_linear_history: true,
  });
}

function createRuleset(octokit: Octokit, chat: ReturnType<typeof chatOf>) {
  return octokit.repos.createRepoRuleset({
    ...chat,
    name: 'main',
    enforcement: 'active',
    rules: [{ type: 'deletion' }],
  });
}
