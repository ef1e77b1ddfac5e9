import { startTestGithub, TestGithub } from '../__testUtils__/github';
import { WorkflowRun } from './run/types';

const REPOSITORY = 'example-org/service';
const service = { owner: 'example-org', repo: 'service' };

const BUILD = `
name: build
on:
  push:
    branches: [main]
    paths-ignore: ['deploy/**']
env: { SHARED: workflow }
jobs:
  build:
    runs-on: ubuntu-24.04
    outputs:
      word: \${{ steps.say.outputs.word }}
    steps:
      - uses: actions/checkout@v7
      - id: say
        env: { WORD: "\${{ vars.WORD }}" }
        run: |
          echo "word=$WORD-$SHARED" >> "$GITHUB_OUTPUT"
          cat data.txt > out.txt
          echo "home is $HOME, leaked is [\${LEAKED:-}]"
      - uses: actions/upload-artifact@v7
        with: { name: out, path: out.txt, if-no-files-found: error }
  use:
    needs: build
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/download-artifact@v8
        with: { name: out }
      - run: test "$(cat out.txt)" = data
      - run: test "\${{ needs.build.outputs.word }}" = hello-workflow
      - uses: someone/unknown-action@v1
  skipped:
    needs: build
    if: github.ref == 'refs/heads/other'
    runs-on: ubuntu-24.04
    steps: [{ run: exit 1 }]
  called:
    needs: [build, use]
    uses: ./.github/workflows/called.yml
    with: { word: "\${{ needs.build.outputs.word }}" }
    secrets: inherit
`;
const CALLED = `
name: called
run-name: Say \${{ inputs.word }} \${{ inputs.request-id }}
on:
  workflow_call:
    inputs: { word: { type: string, required: true }, request-id: { type: string } }
  workflow_dispatch:
    inputs:
      word: { type: choice, options: [yes, no], required: true }
      request-id: { type: string }
jobs:
  say:
    name: Say \${{ inputs.word }}
    runs-on: ubuntu-24.04
    environment: staging
    steps:
      - run: test "$WHERE" = staging
        env: { WHERE: "\${{ vars.WHERE }}" }
      - name: Fail for no
        run: test "\${{ inputs.word }}" != no
      - name: After a failure
        if: failure()
        run: echo "::add-mask::hidden" && echo hidden
      - name: Not after a failure
        run: 'true'
`;

const RERUN = `
name: rerun
on: { workflow_dispatch: {} }
jobs:
  first:
    runs-on: ubuntu-24.04
    outputs: { word: "\${{ steps.say.outputs.word }}" }
    steps: [{ id: say, run: 'echo "word=hello" >> "$GITHUB_OUTPUT"' }]
  second:
    needs: first
    runs-on: ubuntu-24.04
    steps: [{ run: 'test "\${{ needs.first.outputs.word }} \${{ github.run_attempt }}" = "hello 2"' }]
  last:
    needs: second
    if: always()
    runs-on: ubuntu-24.04
    steps: [{ run: 'echo \${{ needs.second.result }}' }]
`;

describe('GitHub Actions', () => {
  let test: TestGithub;

  beforeAll(async () => {
    test = await startTestGithub();
    await test.octokit.repos.createInOrg({
      org: 'example-org',
      name: 'service',
    });
    await test.octokit.actions.createRepoVariable({
      ...service,
      name: 'WORD',
      value: 'hello',
    });
    const environment = { ...service, environment_name: 'staging' };
    await test.octokit.repos.createOrUpdateEnvironment(environment);
    const { data } = await test.octokit.repos.get(service);
    await test.octokit.actions.createEnvironmentVariable({
      ...environment,
      repository_id: data.id,
      name: 'WHERE',
      value: 'staging',
    });
    process.env.LEAKED = 'host';
    await test.push(REPOSITORY, {
      '.github/workflows/build.yml': BUILD,
      '.github/workflows/called.yml': CALLED,
      '.github/workflows/rerun.yml': RERUN,
      'data.txt': 'data',
    });
  });
  afterAll(async () => {
    delete process.env.LEAKED;
    await test.stop();
  });

  const dispatch = async (
    inputs: Record<string, string>,
    workflow = 'called.yml',
  ) => {
    const { data } = await test.octokit.request(
      'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      {
        ...service,
        workflow_id: workflow,
        ref: 'main',
        inputs,
        return_run_details: true,
      },
    );
    const { workflow_run_id: id } = data as unknown as {
      workflow_run_id: number;
    };
    const run = test.github.actions.get(REPOSITORY, id) as WorkflowRun;
    return test.github.actions.whenDone(run);
  };
  const summarise = (run: WorkflowRun) =>
    run.jobs.map(job => `${job.name}: ${job.conclusion}`);

  it('runs what a push starts, in the order of the needs', async () => {
    const [run] = test.github.actions.list(REPOSITORY);
    await test.github.actions.whenDone(run);
    const ended = summarise(run);
    expect(ended.slice().sort()).toEqual([
      'build: success',
      'called / Say hello-workflow: success',
      'skipped: skipped',
      'use: success',
    ]);
    expect(ended[0]).toBe('build: success');
    expect(run).toMatchObject({ status: 'completed', conclusion: 'success' });
  });

  it('keeps the host’s environment and home out of a step', async () => {
    const [run] = test.github.actions.list(REPOSITORY).slice(-1);
    const build = run.jobs.find(job => job.name === 'build');
    const log = build ? test.github.actions.readLog(build) : '';
    expect(log).toContain('leaked is []');
    expect(log).toMatch(/home is .*sandbox-job-/);
  });

  it('starts nothing for ignored paths, [skip ci] or another branch', async () => {
    const before = test.github.actions.list(REPOSITORY).length;
    await test.push(REPOSITORY, { 'deploy/a.yaml': 'a' });
    await test.push(REPOSITORY, { 'data.txt': 'data2' }, 'Change [skip ci]');
    expect(test.github.actions.list(REPOSITORY)).toHaveLength(before);
  });

  it('runs a dispatched workflow with its inputs and names the run by them', async () => {
    const run = await dispatch({ word: 'yes', 'request-id': 'r-1' });
    expect(run).toMatchObject({
      title: 'Say yes r-1',
      event: 'workflow_dispatch',
      conclusion: 'success',
    });
    const { data } = await test.octokit.actions.listJobsForWorkflowRun({
      ...service,
      run_id: run.id,
    });
    expect(data.jobs[0]).toMatchObject({
      name: 'Say yes',
      status: 'completed',
    });
    const { data: log } =
      await test.octokit.actions.downloadJobLogsForWorkflowRun({
        ...service,
        job_id: data.jobs[0].id,
      });
    expect(log).toContain('##[group]Run test');
  });

  it('fails honestly, skips what comes after, and masks', async () => {
    const run = await dispatch({ word: 'no' });
    expect(run.conclusion).toBe('failure');
    expect(run.jobs[0].steps.map(step => step.conclusion)).toEqual([
      'success',
      'success',
      'failure',
      'success',
      'skipped',
      'success',
    ]);
    const log = test.github.actions.readLog(run.jobs[0]);
    expect(log).toContain('Process completed with exit code 1.');
    expect(log).toMatch(/Z \*\*\*$/m);
  });

  it('runs the failed jobs again', async () => {
    const [failed] = test.github.actions.list(REPOSITORY);
    await test.octokit.actions.reRunWorkflowFailedJobs({
      ...service,
      run_id: failed.id,
    });
    await test.github.actions.whenDone(failed);
    expect(failed).toMatchObject({ attempt: 2, conclusion: 'failure' });
  });

  it('keeps what succeeded with its outputs, and runs again what needs a failed job', async () => {
    const run = await dispatch({}, 'rerun.yml');
    expect(summarise(run)).toEqual([
      'first: success',
      'second: failure',
      'last: success',
    ]);
    const [first, , last] = run.jobs.map(job => job.id);
    await test.octokit.actions.reRunWorkflowFailedJobs({
      ...service,
      run_id: run.id,
    });
    await test.github.actions.whenDone(run);
    expect(summarise(run)).toEqual([
      'first: success',
      'second: success',
      'last: success',
    ]);
    expect(run).toMatchObject({ attempt: 2, conclusion: 'success' });
    expect(run.jobs[0].id).toBe(first);
    expect(run.jobs[2].id).not.toBe(last);
  });

  it('lists the artifacts of a run', async () => {
    const [run] = test.github.actions.list(REPOSITORY).slice(-1);
    const { data } = await test.octokit.actions.listWorkflowRunArtifacts({
      ...service,
      run_id: run.id,
    });
    expect(data).toMatchObject({
      total_count: 1,
      artifacts: [
        {
          name: 'out',
          size_in_bytes: 4,
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          workflow_run: { id: run.id, head_branch: 'main' },
        },
      ],
    });
  });

  it.each<[Record<string, string>, string]>([
    [{}, "Required input 'word' not provided"],
    [
      { word: 'perhaps' },
      "Provided value 'perhaps' for input 'word' not in the list of allowed values",
    ],
    [{ word: 'yes', more: 'x' }, 'Unexpected inputs provided: ["more"]'],
  ])('refuses to dispatch with %j', async (inputs, message) => {
    await expect(dispatch(inputs)).rejects.toMatchObject({
      status: 422,
      response: { data: { message } },
    });
  });
});
