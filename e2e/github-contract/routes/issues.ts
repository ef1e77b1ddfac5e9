import { chatOf, type RouteCalls } from './RouteCalls';

const ISSUES = '/repos/:owner/:repo/issues';

export const issues: RouteCalls = {
  [`GET ${ISSUES}`]: scene => scene.octokit.issues.listForRepo(chatOf(scene)),
  [`POST ${ISSUES}`]: scene =>
    scene.octokit.issues.create({
      ...chatOf(scene),
      title: 'It is slow',
      body: 'Since today.',
      labels: ['bug'],
      assignees: ['guest'],
    }),
  [`GET ${ISSUES}/:number`]: scene =>
    scene.octokit.issues.get({ ...chatOf(scene), issue_number: 1 }),
  [`POST ${ISSUES}/:number/labels`]: scene =>
    scene.octokit.issues.addLabels({
      ...chatOf(scene),
      issue_number: 1,
      labels: ['chat'],
    }),
  [`POST ${ISSUES}/:number/assignees`]: scene =>
    scene.octokit.issues.addAssignees({
      ...chatOf(scene),
      issue_number: 1,
      assignees: ['guest'],
    }),
};
