import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { Octokit } from '@octokit/rest';
import { redactMessage } from '../messages';
import { connectToGithub } from './connectToGithub';
import type { GithubClient, GithubRepository } from './GithubClient';
import { type GithubErrorContext, toGithubError } from './toGithubError';
import { dispatchOnce, toWorkflowJob, toWorkflowRun } from './workflowRuns';
import { isHttpError } from './isHttpError';

const RUNS_TO_SEARCH = 50;
const JOBS_TO_READ = 100;

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

  async function attempt<T>(
    context: Omit<GithubErrorContext, 'now'>,
    request: () => Promise<T>,
  ): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const { owner, name } = context.repository;
      logger.warn(
        `${context.doing} of ${owner}/${name} failed: ${redactMessage(
          String(error),
        )}`,
      );
      throw toGithubError(error, { ...context, now: new Date() });
    }
  }

  const connect = (doing: string, repository: GithubRepository) =>
    attempt({ doing, repository, connecting: true }, () =>
      connectToGithub(repository, { ...options, credentialsProvider }),
    );

  async function ask<T>(
    doing: string,
    repository: GithubRepository,
    request: (octokit: Octokit) => Promise<T>,
  ): Promise<T> {
    const createOctokit = await connect(doing, repository);
    return attempt({ doing, repository }, () => request(createOctokit()));
  }

  return {
    async dispatchWorkflow({ repository, workflow, inputs }) {
      // All but the write comes before it, as nothing can have been started while that fails.
      const reading = 'Reading the default branch';
      const createOctokit = await connect(reading, repository);
      const { data } = await attempt({ doing: reading, repository }, () =>
        createOctokit().repos.get(toAddress(repository)),
      );
      const branch = data.default_branch;
      return attempt(
        {
          doing: `Starting the workflow ${workflow}`,
          repository,
          dispatch: { workflow, branch, inputs },
        },
        () =>
          dispatchOnce(createOctokit(), {
            ...toAddress(repository),
            workflow_id: workflow,
            ref: branch,
            inputs,
          }),
      );
    },

    findWorkflowRun: ({ repository, workflow, requestId }) =>
      ask(`Finding a run of ${workflow}`, repository, async octokit => {
        const { data } = await octokit.actions.listWorkflowRuns({
          ...toAddress(repository),
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
            ...toAddress(repository),
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

    listWorkflowJobs: ({ repository, runId }) =>
      ask(`Reading the jobs of the run ${runId}`, repository, async octokit => {
        const { data } = await octokit.actions.listJobsForWorkflowRun({
          ...toAddress(repository),
          run_id: runId,
          per_page: JOBS_TO_READ,
        });
        return data.jobs.map(toWorkflowJob);
      }),

    findNewerRun: ({ repository, workflow, runId }) =>
      ask(`Finding a run newer than ${runId}`, repository, async octokit => {
        const address = toAddress(repository);
        const { data: run } = await octokit.actions.getWorkflowRun({
          ...address,
          run_id: runId,
        });
        const { data } = await octokit.actions.listWorkflowRuns({
          ...address,
          workflow_id: workflow,
          created: `>=${run.created_at}`,
          per_page: RUNS_TO_SEARCH,
        });
        const found = data.workflow_runs.find(
          ({ id, created_at: createdAt }) =>
            id > runId && createdAt <= run.updated_at,
        );
        return found && toWorkflowRun(found);
      }),
  };
}

function toAddress({ owner, name }: GithubRepository) {
  return { owner, repo: name };
}
