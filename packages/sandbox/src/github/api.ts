import { randomUUID } from 'node:crypto';
import express, { NextFunction, Request, Response, Router } from 'express';
import { GithubContext } from './context';
import { GithubError, notFound } from './errors';
import { createAccountRoutes } from './routes/accounts';
import { createContentRoutes } from './routes/contents';
import { createEnvironmentRoutes } from './routes/environments';
import { createGitRoutes } from './routes/gitData';
import { createIssueRoutes } from './routes/issues';
import { createProtectionRoutes } from './routes/protection';
import { createRepositoryRoutes } from './routes/repositories';
import { createRunRoutes } from './routes/runs';
import { createSettingRoutes } from './routes/settings';
import { createWorkflowRoutes } from './routes/workflows';

const RATE_LIMIT = 5_000;

/** GitHub's REST API. */
export function createApi(context: GithubContext): Router {
  const router = express.Router();
  const rate = createRateLimit();
  router.use(express.json({ type: () => true, limit: '50mb' }));
  router.use((req, res, next) => {
    // fetch adds it to every conditional request; GitHub answers 304 all the same.
    delete req.headers['cache-control'];
    res.set({
      'x-github-request-id': randomUUID(),
      'x-github-media-type': 'github.v3; format=json',
      'x-github-enterprise-version': '3.16.0',
      ...rate.use(),
    });
    next();
  });
  router.use((req, res, next) => {
    const login = context.tokens.identify(req);
    if (login === null) throw new GithubError(401, 'Bad credentials');
    if (login === undefined && !isPublicRead(req, context)) {
      // To the anonymous a private repository looks as if it did not exist.
      throw req.method === 'GET' && req.path.startsWith('/repos/')
        ? notFound()
        : new GithubError(401, 'Requires authentication');
    }
    res.locals.login = login ?? '';
    next();
  });
  router.get('/rate_limit', (_req, res) => {
    // GitHub counts searches apart; the sandbox has none, and so one count.
    const used = rate.read();
    res.json({ resources: { core: used, search: used }, rate: used });
  });
  router.use(createAccountRoutes(context));
  router.use(createProtectionRoutes(context));
  router.use(createContentRoutes(context));
  router.use(createGitRoutes(context));
  router.use(createSettingRoutes(context));
  router.use(createEnvironmentRoutes(context));
  router.use(createWorkflowRoutes(context));
  router.use(createRunRoutes(context));
  router.use(createIssueRoutes(context));
  router.use(createRepositoryRoutes(context));
  router.use(() => {
    throw notFound();
  });
  router.use(
    (raw: unknown, req: Request, res: Response, _next: NextFunction): void => {
      const error = toGithubError(raw);
      if (error.statusCode >= 500) {
        context.logger.error(
          `github: ${req.method} ${req.path}: ${String(raw)}`,
        );
      }
      res.status(error.statusCode).json(error);
    },
  );
  return router;
}

function isPublicRead(req: Request, { store }: GithubContext): boolean {
  if (req.method !== 'GET') return false;
  const [, kind, owner, name] = req.path.split('/');
  if (kind !== 'repos') return kind !== 'user';
  const repository = store.repository(owner, name);
  return repository !== undefined && !repository.private;
}

function toGithubError(raw: unknown): GithubError {
  if (raw instanceof GithubError) return raw;
  if (raw instanceof SyntaxError)
    return new GithubError(400, 'Problems parsing JSON');
  return new GithubError(500, 'Server Error');
}

function createRateLimit() {
  const hour = 60 * 60 * 1000;
  let used = 0;
  let reset = Date.now() + hour;
  const read = () => ({
    limit: RATE_LIMIT,
    used,
    remaining: Math.max(0, RATE_LIMIT - used),
    reset: Math.floor(reset / 1000),
  });
  return {
    read,
    // Counted and told, as GitHub does; never refused.
    use: () => {
      if (Date.now() > reset) [used, reset] = [0, Date.now() + hour];
      used += 1;
      const rate = read();
      return {
        'x-ratelimit-limit': String(rate.limit),
        'x-ratelimit-remaining': String(rate.remaining),
        'x-ratelimit-used': String(rate.used),
        'x-ratelimit-reset': String(rate.reset),
        'x-ratelimit-resource': 'core',
      };
    },
  };
}
