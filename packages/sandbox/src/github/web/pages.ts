import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { WorkflowRun } from '../../actions/run/types';
import { GithubContext } from '../context';
import { GithubError, notFound } from '../errors';
import { findCommit, findRepository } from '../routes/params';
import { Html, html, page } from './html';

/** What a browser sees behind the portal's links. */
export function createPages(context: GithubContext): Router {
  const { store, actions } = context;
  const router = PromiseRouter();
  const send = (res: Response, title: string, body: Html) => {
    res.type('html').send(page(title, body));
  };
  const findRun = (req: Request) => {
    const run = actions.get(
      `${req.params.owner}/${req.params.repo}`,
      Number(req.params.run),
    );
    if (!run) throw notFound();
    return run;
  };

  router.get('/', (_req, res) => {
    const links = store.repositories.map(
      ({ owner, name }) =>
        html`<li><a href="/${owner}/${name}">${owner}/${name}</a></li>`,
    );
    send(
      res,
      'Repositories',
      html`<h1>Repositories</h1>
        <ul>
          ${links}
        </ul>`,
    );
  });
  router.get('/:owner', (req, res) => {
    const account = store.account(req.params.owner);
    if (!account) throw notFound();
    const own = store.repositories.filter(item => item.owner === account.login);
    const links = own.map(
      ({ owner, name }) =>
        html`<li><a href="/${owner}/${name}">${name}</a></li>`,
    );
    send(
      res,
      account.login,
      html`<h1>${account.login}</h1>
        <ul>
          ${links}
        </ul>`,
    );
  });

  router.get(
    ['/:owner/:repo/actions', '/:owner/:repo/actions/workflows/:workflow'],
    (req, res) => {
      const { owner, name } = findRepository(req, context);
      const { workflow } = req.params;
      const runs = actions
        .list(`${owner}/${name}`)
        .filter(run => !workflow || run.workflowPath.endsWith(`/${workflow}`));
      send(
        res,
        `Actions · ${owner}/${name}`,
        html`${heading(owner, name)}
          <h2>Workflow runs</h2>
          <table>
            ${runs.map(toRunRow)}
          </table>`,
      );
    },
  );
  router.get('/:owner/:repo/actions/runs/:run/job/:job/log', (req, res) => {
    const job = findRun(req).jobs.find(
      item => String(item.id) === req.params.job,
    );
    if (!job) throw notFound();
    res.type('text/plain').send(actions.readLog(job));
  });
  router.get(
    ['/:owner/:repo/actions/runs/:run', '/:owner/:repo/actions/runs/:run/*'],
    (req, res) => {
      const run = findRun(req);
      const jobs = run.jobs.map(
        job => html`<h2>${job.name} ${mark(job.conclusion ?? job.status)}</h2>
          <table>
            ${job.steps.map(
              step =>
                html`<tr>
                  <td>${step.name}</td>
                  <td>${mark(step.conclusion ?? step.status)}</td>
                </tr>`,
            )}
          </table>
          <pre>${actions.readLog(job)}</pre>`,
      );
      send(
        res,
        run.title,
        html`${heading(req.params.owner, req.params.repo)}
          <h1>${run.title} ${mark(run.conclusion ?? run.status)}</h1>
          <p>
            ${run.name} #${run.number}, ${run.event} by ${run.actor}, commit
            ${run.sha.slice(0, 7)}
          </p>
          ${jobs}`,
      );
    },
  );

  router.get(
    ['/:owner/:repo', '/:owner/:repo/:view(tree|blob|raw|edit)/*'],
    async (req, res) => {
      const repository = findRepository(req, context);
      const { owner, name } = repository;
      const git = store.git(repository);
      const branches = [...(await git.branches()).keys()];
      const [ref, filePath] = splitRef(
        req.params[0] ?? repository.defaultBranch,
        branches,
      );
      if (!req.params.view && branches.length === 0) {
        send(
          res,
          name,
          html`${heading(owner, name)}
            <p>This repository is empty.</p>`,
        );
        return;
      }
      const commit = await findCommit(repository, ref, context);
      const entry = await git.entry(commit, filePath);
      if (!entry) throw notFound();
      if (entry.type === 'blob') {
        const content = await git.blob(entry.sha);
        if (req.params.view === 'raw') res.type('text/plain').send(content);
        else
          send(
            res,
            filePath,
            html`${heading(owner, name)}
              <h2>${filePath}</h2>
              <pre>${content.toString()}</pre>`,
          );
        return;
      }
      const entries = await git.list(commit, filePath);
      const rows = entries.map(
        item =>
          html`<tr>
            <td>
              <a href="/${owner}/${name}/${item.type}/${ref}/${item.path}"
                >${item.path}</a
              >
            </td>
          </tr>`,
      );
      const [last] = await git.log(commit, { limit: 1 });
      send(
        res,
        `${owner}/${name}`,
        html`${heading(owner, name)}
          <p>${repository.description}</p>
          <p class="note">${ref}: ${last.message.split('\n')[0]}</p>
          <table>
            ${rows}
          </table>
          <p>
            Clone: <code>git clone ${context.url}/${owner}/${name}.git</code>
          </p>`,
      );
    },
  );
  router.get(
    ['/:owner/:repo/commit/:sha', '/:owner/:repo/commits/:sha'],
    async (req, res) => {
      const repository = findRepository(req, context);
      const sha = await findCommit(repository, req.params.sha, context);
      const shown = await store
        .git(repository)
        .git(['show', '--stat', '--patch', sha]);
      send(
        res,
        sha.slice(0, 7),
        html`${heading(repository.owner, repository.name)}
          <pre>${shown.toString()}</pre>`,
      );
    },
  );
  // GitHub's API sends whoever wants an archive elsewhere, and so does the sandbox's.
  router.get('/:owner/:repo/archive/:commit', async (req, res) => {
    const repository = findRepository(req, context);
    const commit = await findCommit(repository, req.params.commit, context);
    const { owner, name } = repository;
    const prefix = `${owner}-${name}-${commit.slice(0, 7)}`;
    res.type('application/x-gzip');
    res.attachment(`${prefix}.tar.gz`);
    res.send(await store.git(repository).archive(commit, prefix));
  });
  // Issues, settings and the like have no page of their own here, but their links lead somewhere.
  router.get('/:owner/:repo/*', (req, res) => {
    const { owner, name } = findRepository(req, context);
    send(
      res,
      `${owner}/${name}`,
      html`${heading(owner, name)}
        <p>The sandbox has no page for ${req.path}.</p>`,
    );
  });
  router.use(
    (
      error: Error,
      _req: Request,
      res: Response,
      next: (error: Error) => void,
    ) => {
      if (!(error instanceof GithubError)) return next(error);
      res.status(error.statusCode);
      return send(
        res,
        error.message,
        html`<h1>${error.message}</h1>
          <p><a href="/">Repositories</a></p>`,
      );
    },
  );
  return router;
}

function heading(owner: string, name: string): Html {
  return html`<h1><a href="/${owner}/${name}">${owner}/${name}</a></h1>
    <p><a href="/${owner}/${name}/actions">Actions</a></p>`;
}

function toRunRow(run: WorkflowRun): Html {
  return html`<tr>
    <td>
      <a href="/${run.repository}/actions/runs/${run.id}">${run.title}</a>
    </td>
    <td>${run.name} #${run.number}</td>
    <td>${mark(run.conclusion ?? run.status)}</td>
    <td>${run.createdAt}</td>
  </tr>`;
}

function mark(state: string): Html {
  return html`<span class="${state}">${state}</span>`;
}

/** Takes a branch, which may hold slashes, off the front of a path. */
function splitRef(text: string, branches: string[]): [string, string] {
  const branch = branches.find(
    name => text === name || text.startsWith(`${name}/`),
  );
  const ref = branch ?? text.split('/')[0];
  const path = text.slice(ref.length + 1);
  return [ref, path.split('/').filter(Boolean).join('/')];
}
