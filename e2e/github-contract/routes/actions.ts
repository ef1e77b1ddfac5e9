import { setTimeout as sleep } from 'node:timers/promises';
import type { GithubScene } from '../GithubScene';
import { chatOf, type RouteCalls } from './RouteCalls';

const workflow_id = 'deploy.yml';
const ACTIONS = '/repos/:owner/:repo/actions';

function ofRun(scene: GithubScene) {
  return { ...chatOf(scene), run_id: scene.chat.runId };
}

async function readJob(scene: GithubScene): Promise<number> {
  const { actions } = scene.octokit;
  const { data } = await actions.listJobsForWorkflowRun(ofRun(scene));
  return data.jobs[0].id;
}

async function untilCompleted(scene: GithubScene) {
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await scene.octokit.actions.getWorkflowRun(ofRun(scene));
    if (data.status === 'completed') {
      return;
    }
    await sleep(100);
  }
  throw new Error('The run did not end within 10 s.');
}

export const actions: RouteCalls = {
  [`GET ${ACTIONS}/workflows`]: scene =>
    scene.octokit.actions.listRepoWorkflows(chatOf(scene)),
  [`GET ${ACTIONS}/workflows/:workflow`]: scene =>
    scene.octokit.actions.getWorkflow({ ...chatOf(scene), workflow_id }),
  [`POST ${ACTIONS}/workflows/:workflow/dispatches`]: scene =>
    scene.octokit.actions.createWorkflowDispatch({
      ...chatOf(scene),
      workflow_id,
      ref: 'main',
    }),
  [`PUT ${ACTIONS}/permissions/access`]: scene =>
    scene.octokit.actions.setWorkflowAccessToRepository({
      ...chatOf(scene),
      access_level: 'organization',
    }),
  [`PUT ${ACTIONS}/oidc/customization/sub`]: scene =>
    scene.octokit.actions.setCustomOidcSubClaimForRepo({
      ...chatOf(scene),
      use_default: false,
      include_claim_keys: ['repo'],
    }),
  [`GET ${ACTIONS}/runs`]: scene =>
    scene.octokit.actions.listWorkflowRunsForRepo(chatOf(scene)),
  [`GET ${ACTIONS}/workflows/:workflow/runs`]: scene =>
    scene.octokit.actions.listWorkflowRuns({ ...chatOf(scene), workflow_id }),
  [`GET ${ACTIONS}/runs/:run`]: scene =>
    scene.octokit.actions.getWorkflowRun(ofRun(scene)),
  [`GET ${ACTIONS}/runs/:run/jobs`]: scene =>
    scene.octokit.actions.listJobsForWorkflowRun(ofRun(scene)),
  [`GET ${ACTIONS}/runs/:run/attempts/:attempt/jobs`]: scene =>
    scene.octokit.actions.listJobsForWorkflowRunAttempt({
      ...ofRun(scene),
      attempt_number: 1,
    }),
  [`GET ${ACTIONS}/runs/:run/artifacts`]: scene =>
    scene.octokit.actions.listWorkflowRunArtifacts(ofRun(scene)),
  [`POST ${ACTIONS}/runs/:run/cancel`]: async scene => {
    const { data } = await scene.octokit.request(
      'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      {
        ...{ ...chatOf(scene), workflow_id: 'slow.yml', ref: 'main' },
        return_run_details: true,
      },
    );
    const { workflow_run_id: run_id } = data as unknown as {
      workflow_run_id: number;
    };
    await scene.octokit.actions.cancelWorkflowRun({
      ...chatOf(scene),
      run_id,
    });
  },
  [`POST ${ACTIONS}/runs/:run/rerun`]: async scene => {
    await scene.octokit.actions.reRunWorkflow(ofRun(scene));
    await untilCompleted(scene);
  },
  [`POST ${ACTIONS}/runs/:run/rerun-failed-jobs`]: async scene => {
    await scene.octokit.actions.reRunWorkflowFailedJobs(ofRun(scene));
    await untilCompleted(scene);
  },
  [`GET ${ACTIONS}/jobs/:job`]: async scene =>
    scene.octokit.actions.getJobForWorkflowRun({
      ...chatOf(scene),
      job_id: await readJob(scene),
    }),
  [`GET ${ACTIONS}/jobs/:job/logs`]: async scene =>
    scene.octokit.actions.downloadJobLogsForWorkflowRun({
      ...chatOf(scene),
      job_id: await readJob(scene),
    }),
};
