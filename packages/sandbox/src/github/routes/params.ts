import { Request } from 'express';
import { GithubContext } from '../context';
import { notFound } from '../errors';
import { EnvironmentRecord, Json, RepositoryRecord } from '../store';

/** The repository of a route's `:owner` and `:repo`; 404 when there is none. */
export function findRepository(
  req: Request,
  { store }: GithubContext,
): RepositoryRecord {
  const repository = store.repository(req.params.owner, req.params.repo);
  if (!repository) throw notFound();
  return repository;
}

export function findEnvironment(
  req: Request,
  context: GithubContext,
): EnvironmentRecord {
  const environment = findRepository(req, context).environments[
    req.params.environment
  ];
  if (!environment) throw notFound();
  return environment;
}

/** The commit of a ref; 404 when there is none. */
export async function findCommit(
  repository: RepositoryRecord,
  ref: string | undefined,
  { store }: GithubContext,
): Promise<string> {
  const commit = await store
    .git(repository)
    .resolve(ref || repository.defaultBranch);
  if (!commit) throw notFound();
  return commit;
}

/** A value of the query, if it is one text. */
export function readQuery(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
}

export function readBody(req: Request): Json {
  return typeof req.body === 'object' && req.body !== null ? req.body : {};
}

export function readText(body: Json, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}
