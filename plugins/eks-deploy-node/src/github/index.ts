export { createGithubClient } from './createGithubClient';
export type {
  GithubClient,
  GithubRepository,
  WorkflowJob,
  WorkflowDispatch,
} from './GithubClient';
export { GithubDeniedError, GithubRateLimitError } from './errors';
