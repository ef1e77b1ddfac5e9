import Router from 'express-promise-router';
import { Request } from 'express';
import { WorkflowRun } from '../../actions/run/types';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { GithubError, notFound } from '../errors';
import { toArtifactJson, toJobJson, toRunJson } from '../shapes/run';
import { isWorkflowNamed } from '../shapes/workflow';
import { getFullName } from '../store';
import { findRepository, readQuery } from './params';

/** Runs of workflows, with their jobs and artifacts. */
export function createRunRoutes(context: GithubContext) {
  const { actions } = context;
  const router = Router();
  const base = '/repos/:owner/:repo/actions';
  const findRun = (req: Request): WorkflowRun => {
    const repository = findRepository(req, context);
    const run = actions.get(getFullName(repository), Number(req.params.run));
    if (!run) throw notFound();
    return run;
  };
  router.get(
    [`${base}/runs`, `${base}/workflows/:workflow/runs`],
    (req, res) => {
      const repository = findRepository(req, context);
      const { workflow } = req.params;
      const runs = actions
        .list(getFullName(repository))
        .filter(
          run =>
            !workflow ||
            isWorkflowNamed(repository, run.workflowPath, workflow),
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
    const run = findRun(req);
    const repository = findRepository(req, context);
    const name = readQuery(req, 'name');
    const artifacts = run.artifacts.filter(
      artifact => !name || artifact.name === name,
    );
    res.json({
      total_count: artifacts.length,
      artifacts: paginate(req, res, artifacts).map(artifact =>
        toArtifactJson(artifact, run, repository, context),
      ),
    });
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
  return router;
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
