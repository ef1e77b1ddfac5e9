import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { Octokit } from '@octokit/rest';
import { redactMessage } from '../messages';
import { createOctokit } from './createOctokit';
import type { GithubClient, GithubRepository } from './GithubClient';
import { toGithubError } from './toGithubError';
import { dispatchOnce, toWorkflowRun } from './workflowRuns';
import { isHttpError } from './isHttpError';

const RUNS_TO_SEARCH = 50;

/**
 * Creates a client of every GitHub host that the portal has an integration for.
 *
 * @param options - `fetch` and `credentialsProvider` are for tests and unusual networks.
 * @public
 */
export function createGithubClient(options: {
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
  credentialsProvider?: GithubCredentialsProvider;
  fetch?: typeof fetch;
}): GithubClient {
  const { logger } = options;
  const credentialsProvider =
    options.credentialsProvider ??
    DefaultGithubCredentialsProvider.fromIntegrations(options.integrations);

  async function ask<T>(
    doing: string,
    repository: GithubRepository,
    request: (octokit: Octokit) => Promise<T>,
  ): Promise<T> {
    try {
      const octokit = await createOctokit(repository, {
        ...options,
        credentialsProvider,
      });
      return await request(octokit);
    } catch (error) {
      const { owner, name } = repository;
      logger.warn(
        `${doing} of ${owner}/${name} failed: ${redactMessage(String(error))}`,
      );
      throw toGithubError(error, { doing, repository, now: new Date() });
    }
  }

  return {
    dispatchWorkflow: dispatch =>
      ask(
        `Starting the workflow ${dispatch.workflow}`,
        dispatch.repository,
        octokit => dispatchOnce(octokit, dispatch),
      ),

    findWorkflowRun: ({ repository, workflow, requestId }) =>
      ask(`Finding a run of ${workflow}`, repository, async octokit => {
        const { data } = await octokit.actions.listWorkflowRuns({
          owner: repository.owner,
          repo: repository.name,
          workflow_id: workflow,
          event: 'workflow_dispatch',
          per_page: RUNS_TO_SEARCH,
        });
        const found = data.workflow_runs.find(run =>
          run.display_title.includes(requestId),
        );
        return found && toWorkflowRun(found);
      }),

    getWorkflowRun: ({ repository, runId, etag }) =>
      ask(`Reading the run ${runId}`, repository, async octokit => {
        try {
          const { data, headers } = await octokit.actions.getWorkflowRun({
            owner: repository.owner,
            repo: repository.name,
            run_id: runId,
            headers: etag ? { 'if-none-match': etag } : {},
          });
          return { run: toWorkflowRun(data), etag: headers.etag };
        } catch (error) {
          if (isHttpError(error) && error.status === 304) {
            return undefined;
          }
          throw error;
        }
      }),
  };
}
