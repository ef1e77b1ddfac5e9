import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createGithubClient } from './createGithubClient';
import { GithubRateLimitError } from './errors';

const HOST = 'github.example.com:8443';
const API = `http://${HOST}/api/v3`;
const repository = { host: HOST, owner: 'example-org', name: 'chat' };
const dispatch = {
  repository,
  workflow: 'deploy.yml',
  inputs: {
    tier: 'backend',
    environment: 'staging',
    'request-id': 'record-1',
  },
};
const found = { default_branch: 'trunk' };
const page = `http://${HOST}/example-org/chat/actions/runs/9`;
const aRun = { id: 9, html_url: page, status: 'queued', conclusion: null };

type Answer = [
  status: number,
  body?: unknown,
  headers?: Record<string, string>,
];

const escapeRegExp = (text: string) =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A client whose GitHub gives these answers, one after the other, and what it was asked. */
function setUp(...answers: Answer[]) {
  return setUpWith({}, ...answers);
}

function setUpWith(
  options: Partial<Parameters<typeof createGithubClient>[0]>,
  ...answers: Answer[]
) {
  const asked: Array<{ request: string; body?: unknown; headers: Headers }> =
    [];
  const logger = mockServices.logger.mock();
  const client = createGithubClient({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: HOST, apiBaseUrl: API, token: 'canary-token' }],
        },
      }),
    ),
    logger,
    fetch: async (input, init) => {
      asked.push({
        request: `${init?.method} ${String(input).replace(API, '')}`,
        headers: new Headers(init?.headers),
        ...(init?.body && { body: JSON.parse(String(init.body)) }),
      });
      const answer = answers.shift();
      if (!answer) {
        throw new TypeError('connection refused');
      }
      const [status, body, headers] = answer;
      return new Response(body ? JSON.stringify(body) : null, {
        status,
        headers: { 'content-type': 'application/json', ...headers },
      });
    },
    ...options,
  });
  return { asked, client, logger };
}

describe('dispatchWorkflow', () => {
  it("runs the workflow on the default branch with the repository's credentials", async () => {
    const { asked, client } = setUp(
      [200, found],
      [200, { workflow_run_id: 9, run_url: 'api', html_url: page }],
    );
    await expect(client.dispatchWorkflow(dispatch)).resolves.toEqual({
      id: 9,
      url: page,
      status: 'queued',
    });
    expect(asked).toMatchObject([
      { request: 'GET /repos/example-org/chat' },
      {
        request:
          'POST /repos/example-org/chat/actions/workflows/deploy.yml/dispatches',
        body: {
          ref: 'trunk',
          inputs: dispatch.inputs,
          return_run_details: true,
        },
      },
    ]);
    expect(asked[1].headers.get('authorization')).toBe('token canary-token');
  });

  it('asks again without run details where GitHub rejects the field', async () => {
    const { asked, client } = setUp(
      [200, found],
      [422, { message: '"return_run_details" is not a permitted key.' }],
      [204],
    );
    await expect(client.dispatchWorkflow(dispatch)).resolves.toBeUndefined();
    expect(asked[2].body).toEqual({ ref: 'trunk', inputs: dispatch.inputs });
  });

  it.each<[string, Answer[]]>([
    ['a bad gateway', [[502, { message: 'Bad gateway' }]]],
    ['an error', [[500, { message: 'Failed to run workflow dispatch' }]]],
    ['a 503', [[503, { message: 'unicorn' }]]],
    ['a request that ran out of time', [[408]]],
    ['a lost connection', []],
  ])(
    'neither repeats the request nor calls it failed after %s',
    async (_, answers) => {
      const { asked, client } = setUp([200, found], ...answers);
      await expect(client.dispatchWorkflow(dispatch)).rejects.toMatchObject({
        name: 'OutcomeUnknownError',
        message: expect.stringMatching(/^It is not known whether the workflow/),
      });
      expect(asked).toHaveLength(2);
    },
  );

  it.each<[string, Answer[], string]>([
    ['a 500', [[500, { message: 'oops' }]], 'ServiceUnavailableError'],
    ['a 429', [[429, { message: 'rate limit' }]], 'ServiceUnavailableError'],
    ['a 404', [[404, { message: 'Not Found' }]], 'NotFoundError'],
    ['no answer', [], 'ServiceUnavailableError'],
  ])(
    'fails, and starts nothing, when the repository is answered by %s',
    async (_, answers, name) => {
      const { asked, client } = setUp(...answers);
      await expect(client.dispatchWorkflow(dispatch)).rejects.toMatchObject({
        name,
        message: expect.stringMatching(
          /^Reading the default branch of example-org\/chat/,
        ),
      });
      expect(asked).toHaveLength(1);
    },
  );
});

describe('credentials', () => {
  const anHttpError = (status: number, response?: object) =>
    Object.assign(new Error('canary'), {
      ...{ name: 'HttpError', status, response },
    });
  const fails = (error: Error) => ({
    credentialsProvider: {
      getCredentials: async () => {
        throw error;
      },
    },
  });

  it('are asked for once, before anything is written', async () => {
    const token = { type: 'app' as const, token: 'canary-token' };
    const getCredentials = jest
      .fn()
      .mockRejectedValue(new Error('The application is suspended'))
      .mockResolvedValueOnce(token);
    const { asked, client } = setUpWith(
      { credentialsProvider: { getCredentials } },
      ...([[200, found], [204]] as Answer[]),
    );
    await expect(client.dispatchWorkflow(dispatch)).resolves.toBeUndefined();
    expect(asked).toHaveLength(2);
    expect(getCredentials).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Error, string]>([
    [
      'a suspended application',
      new Error('The GitHub application for canary is suspended'),
      'gets no GitHub credentials',
    ],
    [
      'a bad gateway',
      anHttpError(502, { headers: {} }),
      'GitHub could not answer',
    ],
    [
      'a wrong key',
      anHttpError(401, { headers: {} }),
      'does not accept the portal',
    ],
    ['no answer', anHttpError(500), "GitHub can't be reached"],
    ['no way there', new TypeError('fetch failed'), "GitHub can't be reached"],
  ])('that fail for %s say so', async (_, error, says) => {
    const { asked, client } = setUpWith(fails(error));
    const thrown = await client.dispatchWorkflow(dispatch).catch(e => e);
    expect(thrown.name).toBe('ServiceUnavailableError');
    expect(thrown.message).toContain(says);
    expect(thrown.message).not.toContain('canary');
    expect(asked).toEqual([]);
  });
});

describe('an error of GitHub', () => {
  it.each<[string, Answer, string, RegExp]>([
    [
      'credentials it does not accept',
      [401, { message: 'Bad credentials' }],
      'ServiceUnavailableError',
      /renew them in integrations.github/,
    ],
    [
      'a missing right',
      [403, { message: 'Resource not accessible' }],
      'ServiceUnavailableError',
      /'Actions: write'/,
    ],
    [
      'an archived repository',
      [403, { message: 'Repository was archived so is read-only.' }],
      'ServiceUnavailableError',
      /is archived/,
    ],
    [
      'an organization with single sign-on',
      [
        403,
        { message: 'Resource protected by organization SAML enforcement.' },
      ],
      'ServiceUnavailableError',
      /single sign-on/,
    ],
    [
      'a missing workflow',
      [404, { message: 'Not Found' }],
      'NotFoundError',
      /the branch trunk has no .github\/workflows\/deploy.yml.*eks-deploy\/deploy-workflow/,
    ],
    ...[
      [
        'Unexpected inputs provided: ["request-id"]',
        'deploy.yml on the branch trunk does not declare the input request-id; declare',
      ],
      [
        'Unexpected inputs provided: ["tier", "request-id"]',
        'does not declare the inputs tier, request-id; declare',
      ],
      [
        "Workflow does not have 'workflow_dispatch' trigger",
        "deploy.yml on the branch trunk can't be started by hand; add 'workflow_dispatch' to its 'on:'",
      ],
      [
        "Required input 'change-ticket' not provided",
        "deploy.yml on the branch trunk requires the input 'change-ticket', which the portal does not send",
      ],
      [
        'Required input "change-ticket" not provided',
        "requires the input 'change-ticket'",
      ],
      [
        "Provided environment 'staging' for input 'environment' does not exist",
        "the repository has no GitHub Environment 'staging'; create it",
      ],
      [
        "Provided value 'backend' for input 'tier' not in the list of allowed values",
        "deploy.yml on the branch trunk does not allow 'backend' as its input 'tier'; add it to the input's options, or correct the Workload's label app.kubernetes.io/component",
      ],
      [
        "Input 'tier' value 'backend' not in the list of valid options",
        "does not allow 'backend' as its input 'tier'",
      ],
      [
        "Provided value 'staging' for input 'environment' not in the list of allowed values",
        "does not allow 'staging' as its input 'environment'; add it to the input's options",
      ],
      [
        "Cannot trigger a 'workflow_dispatch' on a disabled workflow",
        'the workflow deploy.yml is disabled; enable it',
      ],
      [
        'Actions has been disabled for this repository.',
        'GitHub Actions is disabled; enable it',
      ],
      ['No ref found for: trunk', "has no branch 'trunk' with a commit"],
      [
        'Invalid Argument - failed to parse workflow: (Line: 5, Col: 3): Unexpected value',
        'deploy.yml on the branch trunk is not a valid workflow: (Line: 5, Col: 3): Unexpected value',
      ],
      [
        'A new sentence with token=canary-secret in it',
        'GitHub rejects deploy.yml on the branch trunk or its inputs: "A new sentence with token=*** in it"',
      ],
    ].map(([message, says]): [string, Answer, string, RegExp] => [
      `"${message}"`,
      [422, { message }],
      'InputError',
      new RegExp(`on ${HOST} failed: .*${escapeRegExp(says)}`),
    ]),
  ])('tells the remedy for %s', async (_, answer, name, message) => {
    const { client } = setUp([200, found], answer);
    await expect(client.dispatchWorkflow(dispatch)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('keeps its status from becoming the answer of the portal', async () => {
    const { client } = setUp([401, { message: 'Bad credentials' }]);
    const error = await client.dispatchWorkflow(dispatch).catch(e => e);
    expect(error).not.toHaveProperty('status');
    expect(error.message).not.toContain('Bad credentials');
  });

  it.each<[string, Record<string, string>, number]>([
    ['retry-after', { 'retry-after': '120' }, 120],
    ['at least a minute', {}, 60],
  ])('limits the rate: %s', async (_, headers, seconds) => {
    const { client } = setUp([429, { message: 'rate limit' }, headers]);
    const before = Date.now();
    const error = await client.dispatchWorkflow(dispatch).catch(e => e);
    expect(error).toBeInstanceOf(GithubRateLimitError);
    const pauseS = (error.retryAt.getTime() - before) / 1000;
    expect(pauseS).toBeGreaterThanOrEqual(seconds);
    expect(pauseS).toBeLessThan(seconds + 10);
  });

  it('never shows the token in the log', async () => {
    const { client, logger } = setUp([403, { message: 'no' }]);
    await expect(client.dispatchWorkflow(dispatch)).rejects.toThrow();
    const logged = JSON.stringify([
      logger.debug.mock.calls,
      logger.info.mock.calls,
      logger.warn.mock.calls,
      logger.error.mock.calls,
    ]);
    expect(logged).toContain('example-org/chat');
    expect(logged).not.toContain('canary-token');
  });

  it('names the setting for a host without an integration', async () => {
    const { client } = setUp();
    await expect(
      client.dispatchWorkflow({
        ...dispatch,
        repository: { ...repository, host: 'elsewhere.example.com' },
      }),
    ).rejects.toThrow(
      'No GitHub integration is configured for elsewhere.example.com',
    );
  });
});

describe('findWorkflowRun', () => {
  const request = { repository, workflow: 'deploy.yml', requestId: 'record-1' };

  it('finds the run whose name holds the request id', async () => {
    const { asked, client } = setUp([
      200,
      {
        workflow_runs: [
          { ...aRun, id: 8, display_title: 'Deploy (record-2)' },
          { ...aRun, display_title: 'Deploy (record-1)' },
        ],
      },
    ]);
    await expect(client.findWorkflowRun(request)).resolves.toMatchObject({
      id: 9,
    });
    expect(asked[0].request).toBe(
      'GET /repos/example-org/chat/actions/workflows/deploy.yml/runs?event=workflow_dispatch&per_page=50',
    );
  });

  it('finds none as long as there is none', async () => {
    const { client } = setUp([200, { workflow_runs: [] }]);
    await expect(client.findWorkflowRun(request)).resolves.toBeUndefined();
  });
});

describe('listWorkflowJobs', () => {
  it('reads how far each came, and at which step it failed', async () => {
    const started = '2026-01-01T00:00:00Z';
    const { asked, client } = setUp([
      200,
      {
        jobs: [
          {
            name: 'deploy',
            html_url: `${page}/job/1`,
            conclusion: 'failure',
            steps: [
              { name: 'Log in', conclusion: 'success', started_at: started },
              { name: 'Apply', conclusion: 'failure', started_at: started },
              { name: 'Undo', conclusion: 'failure', started_at: started },
            ],
          },
          { name: 'later', html_url: null, conclusion: 'cancelled', steps: [] },
        ],
      },
    ]);
    await expect(
      client.listWorkflowJobs({ repository, runId: 9 }),
    ).resolves.toEqual([
      {
        name: 'deploy',
        url: `${page}/job/1`,
        conclusion: 'failure',
        began: true,
        failedStep: 'Apply',
      },
      { name: 'later', conclusion: 'cancelled', began: false },
    ]);
    expect(asked[0].request).toBe(
      'GET /repos/example-org/chat/actions/runs/9/jobs?per_page=100',
    );
  });
});

describe('findNewerRun', () => {
  const ended = {
    ...aRun,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:05:00Z',
  };
  it.each([
    ['queued while it waited', 10, '2026-01-01T00:05:00Z', true],
    ['queued after it had ended', 10, '2026-01-01T00:05:01Z', false],
    ['older', 8, '2026-01-01T00:00:00Z', false],
  ])('looks at one that was %s', async (_, id, createdAt, isFound) => {
    const { asked, client } = setUp(
      [200, ended],
      [200, { workflow_runs: [{ ...aRun, id, created_at: createdAt }, ended] }],
    );
    const run = await client.findNewerRun({
      ...{ repository, workflow: 'deploy.yml' },
      runId: 9,
    });
    expect(run?.id).toBe(isFound ? id : undefined);
    expect(decodeURIComponent(asked[1].request)).toBe(
      'GET /repos/example-org/chat/actions/workflows/deploy.yml/runs?created=>=2026-01-01T00:00:00Z&per_page=50',
    );
  });
});

describe('getWorkflowRun', () => {
  it('reads a run with its conclusion and ETag', async () => {
    const completed = { ...aRun, status: 'completed', conclusion: 'success' };
    const { client } = setUp([200, completed, { etag: 'W/"1"' }]);
    await expect(
      client.getWorkflowRun({ repository, runId: 9 }),
    ).resolves.toEqual({
      run: { id: 9, url: page, status: 'completed', conclusion: 'success' },
      etag: 'W/"1"',
    });
  });

  it('gives nothing back for a run that did not change', async () => {
    const { asked, client } = setUp([304]);
    await expect(
      client.getWorkflowRun({ repository, runId: 9, etag: 'W/"1"' }),
    ).resolves.toBeUndefined();
    expect(asked[0].headers.get('if-none-match')).toBe('W/"1"');
  });
});
