import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import { redactMessage } from '../messages';
import type { GithubRepository } from './GithubClient';

const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Gets the credentials of a repository's integration, and with them an Octokit for each request to it.
 *
 * @internal
 */
export async function connectToGithub(
  repository: GithubRepository,
  deps: {
    integrations: ScmIntegrationRegistry;
    credentialsProvider: GithubCredentialsProvider;
    logger: LoggerService;
    fetch?: typeof fetch;
  },
): Promise<() => Octokit> {
  const { host, owner, name } = repository;
  const integration = deps.integrations.github.byHost(host);
  if (!integration) {
    throw new InputError(
      `No GitHub integration is configured for ${host}; an operator has to add it to integrations.github`,
    );
  }
  const { token } = await deps.credentialsProvider.getCredentials({
    url: `https://${host}/${owner}/${name}`,
  });
  const log = (message: string) => deps.logger.debug(redactMessage(message));
  return () =>
    new Octokit({
      auth: token,
      baseUrl: integration.config.apiBaseUrl ?? `https://${host}/api/v3`,
      // Octokit's default writes to the console.
      log: { debug: () => {}, info: log, warn: log, error: log },
      request: {
        fetch: deps.fetch,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      },
    });
}
