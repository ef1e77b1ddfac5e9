import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { answerByHttpBackend } from '../git/httpBackend';
import { GithubContext } from './context';
import { getFullName, RepositoryRecord } from './store';

/** Clone, fetch and push over smart HTTP. */
export function createGitHttpRoutes(context: GithubContext): Router {
  const { store, tokens, actions } = context;
  const router = PromiseRouter();
  const pushes = new Map<string, Promise<void>>();

  router.all(
    /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/,
    async (req, res) => {
      const {
        0: owner,
        1: name,
        2: service,
      } = req.params as Record<string, string>;
      const repository = store.repository(owner, name);
      const login = tokens.identify(req);
      const writes = isPush(req, service);
      if (
        login === null ||
        (login === undefined && (writes || repository?.private !== false))
      ) {
        res.set('WWW-Authenticate', 'Basic realm="GitHub"');
        res.status(401).send('Repository not found.\n');
        return;
      }
      if (!repository) {
        res.status(404).send('Repository not found.\n');
        return;
      }
      const answer = (beforeEnd?: () => Promise<void>) =>
        answerByHttpBackend(req, res, {
          projectRoot: store.reposDir,
          pathInfo: `/${repository.owner}/${repository.name}.git/${service}`,
          ...(login && { user: login }),
          ...(beforeEnd && { beforeEnd }),
        });
      if (!writes || service === 'info/refs') {
        await answer();
        return;
      }
      // One push at a time, or one would take the other's changes for its own.
      const key = getFullName(repository);
      const turn = (pushes.get(key) ?? Promise.resolve()).then(async () => {
        const before = await store.git(repository).refs();
        await answer(() => tellPush(repository, before, login ?? ''));
      });
      pushes.set(
        key,
        turn.catch(() => {}),
      );
      await turn;
    },
  );

  async function tellPush(
    repository: RepositoryRecord,
    before: Map<string, string>,
    pusher: string,
  ) {
    const after = await store.git(repository).refs();
    repository.pushedAt = new Date().toISOString();
    store.changed();
    for (const [ref, sha] of after) {
      if (before.get(ref) === sha) continue;
      await actions.onPush(getFullName(repository), {
        ref,
        before: before.get(ref) ?? '0'.repeat(40),
        after: sha,
        pusher,
      });
    }
  }
  return express.Router().use(router);
}

function isPush(req: Request, service: string): boolean {
  return (
    service === 'git-receive-pack' || req.query.service === 'git-receive-pack'
  );
}
