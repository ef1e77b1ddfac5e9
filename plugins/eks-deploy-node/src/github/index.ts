export { createGithubClient } from './createGithubClient';
export type {
  GithubClient,
  GithubRepository,
  WorkflowDispatch,
} from './GithubClient';
export { GithubDeniedError, GithubRateLimitError } from './errors';
