import Router from 'express-promise-router';
import { Value } from '../../actions/expressions/values';
import { InputsError, resolveInputs } from '../../actions/workflow/inputs';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { GithubError, notFound } from '../errors';
import { getRunUrl } from '../shapes/run';
import { isWorkflowNamed, toWorkflowJson } from '../shapes/workflow';
import { getFullName, RepositoryRecord } from '../store';
import { findRepository, readBody, readText } from './params';

/** Workflows, and their start by hand. */
export function createWorkflowRoutes(context: GithubContext) {
  const { actions, store } = context;
  const router = Router();
  const base = '/repos/:owner/:repo/actions';

  const listWorkflows = async (repository: RepositoryRecord) => {
    const commit = await store
      .git(repository)
      .resolve(repository.defaultBranch);
    return commit ? actions.readWorkflows(getFullName(repository), commit) : [];
  };

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
      isWorkflowNamed(repository, item.path, req.params.workflow),
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
    ).find(item => isWorkflowNamed(repository, item.path, req.params.workflow));
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
