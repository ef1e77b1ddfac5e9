import { GitRepository } from '../../git/repository';
import { Value } from '../expressions/values';

/** What the runner asks of the GitHub around it. */
export interface ActionsHost {
  /** `http://localhost:7103`. */
  serverUrl: string;
  apiUrl: string;
  git(repository: string): GitRepository;
  defaultBranch(repository: string): string;
  repositoryPayload(repository: string): Record<string, Value>;
  variables(repository: string, environment?: string): Record<string, string>;
  secrets(repository: string, environment?: string): Record<string, string>;
  /** A token for one job. What is pushed with a job's own token starts no workflow. */
  issueToken(repository: string, login: string): string;
  revokeToken(token: string): void;
}
