import Router from 'express-promise-router';
import { Request } from 'express';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { invalid, notFound } from '../errors';
import { Json } from '../store';
import { findRepository, readBody, readText } from './params';

/** Issues, as far as the scaffolder's actions go. */
export function createIssueRoutes(context: GithubContext) {
  const { store } = context;
  const router = Router();
  const path = '/repos/:owner/:repo/issues';
  const findIssue = (req: Request): Json => {
    const issue = findRepository(req, context).issues[
      Number(req.params.number) - 1
    ];
    if (!issue) throw notFound();
    return issue;
  };

  router.get(path, (req, res) => {
    res.json(
      paginate(req, res, [...findRepository(req, context).issues].reverse()),
    );
  });
  router.post(path, (req, res) => {
    const repository = findRepository(req, context);
    const body = readBody(req);
    if (!readText(body, 'title'))
      throw invalid('Issue', 'title', 'missing_field');
    const number = repository.issues.length + 1;
    const fullName = `${repository.owner}/${repository.name}`;
    const now = new Date().toISOString();
    const issue: Json = {
      labels: [],
      assignees: [],
      ...body,
      id: store.nextId(),
      number,
      state: 'open',
      created_at: now,
      updated_at: now,
      url: `${context.apiUrl}/repos/${fullName}/issues/${number}`,
      html_url: `${context.url}/${fullName}/issues/${number}`,
    };
    repository.issues.push(issue);
    store.changed();
    res.status(201).json(issue);
  });
  router.get(`${path}/:number`, (req, res) => {
    res.json(findIssue(req));
  });
  for (const list of ['labels', 'assignees']) {
    router.post(`${path}/:number/${list}`, (req, res) => {
      const issue = findIssue(req);
      const added = readBody(req)[list];
      issue[list] = [issue[list], added].flat();
      store.changed();
      res
        .status(list === 'labels' ? 200 : 201)
        .json(list === 'labels' ? issue.labels : issue);
    });
  }
  return router;
}
