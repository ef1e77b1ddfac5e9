import { chatOf, type RouteCalls } from './RouteCalls';

const ENVIRONMENTS = '/repos/:owner/:repo/environments';
const POLICIES = `${ENVIRONMENTS}/:environment/deployment-branch-policies`;

export const environments: RouteCalls = {
  [`GET ${ENVIRONMENTS}`]: scene =>
    scene.octokit.repos.getAllEnvironments(chatOf(scene)),
  [`GET ${ENVIRONMENTS}/:environment`]: scene =>
    scene.octokit.repos.getEnvironment({
      ...chatOf(scene),
      environment_name: 'staging',
    }),
  [`PUT ${ENVIRONMENTS}/:environment`]: scene =>
    scene.octokit.repos.createOrUpdateEnvironment({
      ...chatOf(scene),
      environment_name: 'guarded',
      wait_timer: 5,
      prevent_self_review: true,
      reviewers: [{ type: 'Team', id: 11 }],
      deployment_branch_policy: {
        protected_branches: false,
        custom_branch_policies: true,
      },
    }),
  [`DELETE ${ENVIRONMENTS}/:environment`]: async scene => {
    const environment = { ...chatOf(scene), environment_name: 'deleted' };
    await scene.octokit.repos.createOrUpdateEnvironment(environment);
    await scene.octokit.repos.deleteAnEnvironment(environment);
  },
  [`GET ${POLICIES}`]: async scene => {
    const environment = { ...chatOf(scene), environment_name: 'staging' };
    const { repos } = scene.octokit;
    await repos.createDeploymentBranchPolicy({ ...environment, name: 'main' });
    await repos.listDeploymentBranchPolicies(environment);
  },
  [`POST ${POLICIES}`]: scene =>
    scene.octokit.repos.createDeploymentBranchPolicy({
      ...chatOf(scene),
      environment_name: 'staging',
      name: 'release/*',
    }),
};
