import Router from 'express-promise-router';
import { Request } from 'express';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { invalid, notFound } from '../errors';
import { toIssueJson, toLabelJson } from '../shapes/issue';
import { IssueRecord, Json } from '../store';
import { findRepository, readBody, readText } from './params';

/** Issues, as far as the scaffolder's actions go. */
export function createIssueRoutes(context: GithubContext) {
  const { store } = context;
  const router = Router();
  const path = '/repos/:owner/:repo/issues';
  const findIssue = (req: Request): IssueRecord => {
    const issue = findRepository(req, context).issues[
      Number(req.params.number) - 1
    ];
    if (!issue) throw notFound();
    return issue;
  };
  const toJson = (req: Request, issue: IssueRecord) =>
    toIssueJson(issue, findRepository(req, context), context);

  router.get(path, (req, res) => {
    const newestFirst = [...findRepository(req, context).issues].reverse();
    res.json(paginate(req, res, newestFirst).map(issue => toJson(req, issue)));
  });
  router.post(path, (req, res) => {
    const repository = findRepository(req, context);
    const body = readBody(req);
    const title = readText(body, 'title');
    if (!title) throw invalid('Issue', 'title', 'missing_field');
    const issue: IssueRecord = {
      id: store.nextId(),
      number: repository.issues.length + 1,
      title,
      body: readText(body, 'body') ?? null,
      author: res.locals.login,
      labels: readNames(body, 'labels'),
      assignees: readNames(body, 'assignees'),
      createdAt: new Date().toISOString(),
    };
    repository.issues.push(issue);
    store.changed();
    res.status(201).json(toJson(req, issue));
  });
  router.get(`${path}/:number`, (req, res) => {
    res.json(toJson(req, findIssue(req)));
  });
  router.post(`${path}/:number/labels`, (req, res) => {
    const issue = findIssue(req);
    issue.labels = addNew(issue.labels, readNames(readBody(req), 'labels'));
    store.changed();
    const { owner, repo } = req.params;
    const api = `${context.apiUrl}/repos/${owner}/${repo}`;
    res.json(issue.labels.map(name => toLabelJson(name, api)));
  });
  router.post(`${path}/:number/assignees`, (req, res) => {
    const issue = findIssue(req);
    issue.assignees = addNew(
      issue.assignees,
      readNames(readBody(req), 'assignees'),
    );
    store.changed();
    res.status(201).json(toJson(req, issue));
  });
  return router;
}

/** Names are sent as they are, labels also as objects with a name. */
function readNames(body: Json, field: string): string[] {
  const given = body[field];
  return (Array.isArray(given) ? given : []).map(item =>
    String(typeof item === 'object' && item !== null ? item.name : item),
  );
}

function addNew(names: string[], added: string[]): string[] {
  return [...new Set([...names, ...added])];
}
