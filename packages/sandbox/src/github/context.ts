import { Logger } from 'winston';
import { Actions } from '../actions/actions';
import { SecretBox } from './secretBox';
import { EnvironmentRecord, GithubStore, RepositoryRecord } from './store';
import { Tokens } from './tokens';

/** What the routes work with. */
export interface GithubContext {
  store: GithubStore;
  actions: Actions;
  tokens: Tokens;
  secretBox: SecretBox;
  /** `http://localhost:7103`. */
  url: string;
  apiUrl: string;
  logger: Logger;
  /** Told when an environment of a repository has been set up or changed. */
  onEnvironment: (
    repository: RepositoryRecord,
    environment: EnvironmentRecord,
  ) => Promise<void>;
}
