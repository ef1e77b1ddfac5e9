import Router from 'express-promise-router';
import { Request } from 'express';
import { WorkflowRun } from '../../actions/run/types';
import { Value } from '../../actions/expressions/values';
import { InputsError, resolveInputs } from '../../actions/workflow/inputs';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { GithubError, notFound } from '../errors';
import {
  getRunUrl,
  getWorkflowId,
  toJobJson,
  toRunJson,
  toWorkflowJson,
} from '../shapes/run';
import { RepositoryRecord } from '../store';
import { findRepository, readBody, readQuery, readText } from './params';

/** Workflows, their runs and jobs. */
export function createRunRoutes(context: GithubContext) {
  const { actions, store } = context;
  const router = Router();
  const base = '/repos/:owner/:repo/actions';
  const getFullName = (repository: RepositoryRecord) =>
    `${repository.owner}/${repository.name}`;

  const findRun = (req: Request): WorkflowRun => {
    const repository = findRepository(req, context);
    const run = actions.get(getFullName(repository), Number(req.params.run));
    if (!run) throw notFound();
    return run;
  };
  const listWorkflows = async (repository: RepositoryRecord) => {
    const commit = await store
      .git(repository)
      .resolve(repository.defaultBranch);
    return commit ? actions.readWorkflows(getFullName(repository), commit) : [];
  };
  const isNamed = (repository: RepositoryRecord, path: string, id: string) =>
    path === id ||
    path.split('/').pop() === id ||
    String(getWorkflowId(repository, path)) === id;

  router.get(`${base}/workflows`, async (req, res) => {
    const repository = findRepository(req, context);
    const all = await listWorkflows(repository);
    res.json({
      total_count: all.length,
      workflows: paginate(req, res, all).map(item =>
        toWorkflowJson(
          { path: item.path, name: item.workflow?.name ?? item.path },
          repository,
          context,
        ),
      ),
    });
  });
  router.get(`${base}/workflows/:workflow`, async (req, res) => {
    const repository = findRepository(req, context);
    const found = (await listWorkflows(repository)).find(item =>
      isNamed(repository, item.path, req.params.workflow),
    );
    if (!found) throw notFound();
    res.json(
      toWorkflowJson(
        { path: found.path, name: found.workflow?.name ?? found.path },
        repository,
        context,
      ),
    );
  });

  router.post(`${base}/workflows/:workflow/dispatches`, async (req, res) => {
    const repository = findRepository(req, context);
    const body = readBody(req);
    const ref = readText(body, 'ref');
    if (!ref) {
      throw new GithubError(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
    }
    const git = store.git(repository);
    const sha = await git.resolve(ref.replace(/^refs\/(heads|tags)\//, ''));
    if (!sha) throw new GithubError(422, `No ref found for: ${ref}`);
    const found = (
      await actions.readWorkflows(getFullName(repository), sha)
    ).find(item => isNamed(repository, item.path, req.params.workflow));
    if (!found) throw notFound();
    if (!found.workflow)
      throw new GithubError(422, `failed to parse workflow: ${found.problem}`);
    const trigger = found.workflow.on.workflow_dispatch;
    if (!trigger)
      throw new GithubError(
        422,
        "Workflow does not have 'workflow_dispatch' trigger",
      );
    const given = (
      typeof body.inputs === 'object' && body.inputs ? body.inputs : {}
    ) as Record<string, Value>;
    const run = actions.dispatch({
      repository: getFullName(repository),
      workflow: found.workflow,
      ref: qualifyRef(ref, await git.refs('refs/tags/')),
      sha,
      actor: res.locals.login,
      inputs: checkInputs(trigger.inputs ?? {}, given, repository),
    });
    if (body.return_run_details === true) {
      res.json({
        workflow_run_id: run.id,
        run_url: getRunUrl(run, context),
        html_url: `${context.url}/${run.repository}/actions/runs/${run.id}`,
      });
    } else {
      res.status(204).end();
    }
  });

  router.get(
    [`${base}/runs`, `${base}/workflows/:workflow/runs`],
    (req, res) => {
      const repository = findRepository(req, context);
      const { workflow } = req.params;
      const runs = actions
        .list(getFullName(repository))
        .filter(
          run => !workflow || isNamed(repository, run.workflowPath, workflow),
        )
        .filter(run => matchesQuery(req, run));
      res.json({
        total_count: runs.length,
        workflow_runs: paginate(req, res, runs).map(run =>
          toRunJson(run, repository, context),
        ),
      });
    },
  );
  router.get(`${base}/runs/:run`, (req, res) => {
    res.json(toRunJson(findRun(req), findRepository(req, context), context));
  });
  router.get(
    [`${base}/runs/:run/jobs`, `${base}/runs/:run/attempts/:attempt/jobs`],
    (req, res) => {
      const run = findRun(req);
      res.json({
        total_count: run.jobs.length,
        jobs: paginate(req, res, run.jobs).map(job =>
          toJobJson(run, job, context),
        ),
      });
    },
  );
  router.get(`${base}/runs/:run/artifacts`, (req, res) => {
    findRun(req);
    res.json({ total_count: 0, artifacts: [] });
  });
  router.post(`${base}/runs/:run/cancel`, (req, res) => {
    const run = findRun(req);
    if (run.status === 'completed') {
      throw new GithubError(
        409,
        'Cannot cancel a workflow run that is completed.',
      );
    }
    actions.cancel(run);
    res.status(202).json({});
  });
  router.post(
    [`${base}/runs/:run/rerun`, `${base}/runs/:run/rerun-failed-jobs`],
    async (req, res) => {
      const run = findRun(req);
      if (run.status !== 'completed') {
        throw new GithubError(
          403,
          'The workflow run cannot be re-run because it is already running',
        );
      }
      await actions.rerun(run, {
        failedOnly: req.path.endsWith('failed-jobs'),
      });
      res.status(201).json({});
    },
  );

  router.get(`${base}/jobs/:job`, (req, res) => {
    const { run, job } = findJob(req);
    res.json(toJobJson(run, job, context));
  });
  // GitHub answers with a redirect to where the log is kept.
  router.get(`${base}/jobs/:job/logs`, (req, res) => {
    const { run, job } = findJob(req);
    res.redirect(
      302,
      `${context.url}/${run.repository}/actions/runs/${run.id}/job/${job.id}/log`,
    );
  });
  function findJob(req: Request) {
    const repository = findRepository(req, context);
    const found = actions.getJob(
      getFullName(repository),
      Number(req.params.job),
    );
    if (!found) throw notFound();
    return found;
  }

  router.put(`${base}/permissions/access`, (req, res) => {
    findRepository(req, context);
    res.status(204).end();
  });
  router.put(`${base}/oidc/customization/sub`, (req, res) => {
    findRepository(req, context);
    res.status(201).json({});
  });
  return router;
}

function qualifyRef(ref: string, tags: Map<string, string>): string {
  if (ref.startsWith('refs/')) return ref;
  return tags.has(`refs/tags/${ref}`)
    ? `refs/tags/${ref}`
    : `refs/heads/${ref}`;
}

function checkInputs(
  definitions: Parameters<typeof resolveInputs>[0],
  given: Record<string, Value>,
  repository: RepositoryRecord,
) {
  try {
    const inputs = resolveInputs(definitions, given);
    for (const [name, { type }] of Object.entries(definitions)) {
      const value = inputs[name];
      if (
        type === 'environment' &&
        value &&
        !(String(value) in repository.environments)
      ) {
        throw new InputsError(
          `Provided environment '${value}' for input '${name}' does not exist`,
        );
      }
    }
    return inputs;
  } catch (error) {
    if (error instanceof InputsError) throw new GithubError(422, error.message);
    throw error;
  }
}

function matchesQuery(req: Request, run: WorkflowRun): boolean {
  const wanted = {
    branch: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    event: run.event,
    actor: run.actor,
    head_sha: run.sha,
  };
  const status = readQuery(req, 'status');
  const created = readQuery(req, 'created');
  return (
    Object.entries(wanted).every(([name, value]) =>
      [undefined, value].includes(readQuery(req, name)),
    ) &&
    (!status ||
      [run.status, run.conclusion].includes(status as WorkflowRun['status'])) &&
    (!created?.startsWith('>=') || run.createdAt >= created.slice(2))
  );
}
