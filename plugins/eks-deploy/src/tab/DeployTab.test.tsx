import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  DeploymentRecord,
  EnvironmentRollouts,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { eksDeployApiRef } from '../api';
import {
  anEcrImage,
  anEntity,
  anEnvironment,
  anImage,
  aRecord,
  aResponseError,
  aRevision,
  aRollout,
  aStatus,
  FakeEksDeployApi,
  NOW,
} from '../testing';
import { ClockContext } from '../time';
import { DeployTab } from './DeployTab';

const clock = () => Date.parse(NOW);

async function renderTab(
  options: {
    environments?: EnvironmentRollouts[];
    records?: DeploymentRecord[];
    api?: FakeEksDeployApi;
    denied?: string[];
    annotations?: Record<string, string>;
  } = {},
) {
  const {
    environments = [anEnvironment()],
    records = [],
    api = new FakeEksDeployApi({ environments, records }),
    denied = [],
  } = options;
  const asked: { name: string; resourceRef?: string }[] = [];
  const permissionApi = mockApis.permission({
    authorize: request => {
      asked.push({
        name: request.permission.name,
        resourceRef: request.resourceRef,
      });
      return denied.includes(request.permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW;
    },
  });
  const { container } = await settled(() =>
    renderInTestApp(
      <TestApiProvider apis={[[eksDeployApiRef, api], permissionApi]}>
        <ClockContext.Provider value={clock}>
          <EntityProvider entity={anEntity(options.annotations)}>
            <DeployTab />
          </EntityProvider>
        </ClockContext.Provider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    ),
  );
  return { api, asked, container, user: userEvent.setup() };
}

/** Renders, and lets the first events of the stream and the answers to permission requests arrive. */
async function settled<T>(render: () => T): Promise<T> {
  return act(async () => render());
}

async function openDialog(name: RegExp, user = userEvent.setup()) {
  await user.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
}

describe('DeployTab', () => {
  it('shows each Workload with its phase, image, revision and progress', async () => {
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [aRollout({ changeCause: 'deploy 1.4.2' })],
        }),
      ],
    });

    const card = await screen.findByRole('article', {
      name: 'chat-backend in staging',
    });
    expect(within(card).getByText('Complete')).toBeInTheDocument();
    expect(within(card).getByText('1.4.2')).toBeInTheDocument();
    expect(within(card).getByText('deploy 1.4.2')).toBeInTheDocument();
    expect(within(card).getByText('2 minutes ago')).toBeInTheDocument();
    expect(
      within(card).getByRole('progressbar', {
        name: 'Rollout of chat-backend',
      }),
    ).toHaveAttribute(
      'aria-valuetext',
      'All 3 pods are updated and available.',
    );
  });

  it('says why a rollout is held up and what helps', async () => {
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [
            aRollout({
              status: aStatus({
                phase: 'progressing',
                cause: {
                  kind: 'image-pull',
                  message: 'Back-off pulling image',
                  pod: 'chat-backend-1',
                },
              }),
            }),
          ],
        }),
      ],
    });

    expect(await screen.findByText('Held up')).toBeInTheDocument();
    expect(
      screen.getByText('The node can’t pull the image.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Back-off pulling image')).toBeInTheDocument();
    expect(screen.getByText('chat-backend-1')).toBeInTheDocument();
  });

  it('says since when it is broken, not only when it showed last', async () => {
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [
            aRollout({
              status: aStatus({
                phase: 'progressing',
                cause: {
                  kind: 'crash-loop',
                  message: 'ended with exit code 1 (Error)',
                  pod: 'chat-backend-1',
                  container: 'app',
                  since: '2026-11-20T11:47:00.000Z',
                  lastAt: '2026-11-20T11:59:51.000Z',
                  restarts: 7,
                },
              }),
            }),
          ],
        }),
      ],
    });
    expect(screen.getByRole('article')).toHaveTextContent(
      'chat-backend-1 (app) · failing for 13 min · last exit 9 seconds ago · restarted 7 times',
    );
  });

  it('tells what serves from what is rolled out, and whose change cause is shown', async () => {
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [
            aRollout({
              images: [{ container: 'app', image: anImage('2.3.0') }],
              serving: [
                {
                  revision: 6,
                  images: [{ container: 'app', image: anImage('2.2.0') }],
                  available: 3,
                },
              ],
              changeCause: 'deploy 2.2.0',
              changeCauseFrom: 6,
              status: aStatus({
                phase: 'progressing',
                waitingFor: {
                  kind: 'readiness',
                  since: '2026-11-20T11:59:48.000Z',
                  pods: 1,
                },
              }),
            }),
          ],
        }),
      ],
      records: [aRecord({ fromRevision: 4 })],
    });
    const card = screen.getByRole('article');
    expect(
      within(card).getByRole('list', { name: 'Serving images' }),
    ).toHaveTextContent('2.2.0');
    expect(card).toHaveTextContent('3 pods · revision 6');
    expect(
      within(card).getByRole('list', { name: 'Rolling out images' }),
    ).toHaveTextContent('2.3.0');
    expect(card).toHaveTextContent(
      'Waiting for the readiness probe of 1 pod for 12 s',
    );
    expect(card).toHaveTextContent('not given (kept from revision 6)');
    expect(card).not.toHaveTextContent('deploy 2.2.0');
    expect(card).toHaveTextContent(
      'Before: Rolled back from revision 4 to revision 5, succeeded, 10 minutes ago',
    );
    expect(within(card).queryByText(/succeeded · took/)).toBeNull();
  });

  it('neither restarts nor scales what is scaled to 0, and says so', async () => {
    const counts = { desired: 0, updated: 0, ready: 0, available: 0, total: 0 };
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [
            aRollout({
              status: aStatus({ phase: 'stopped', counts }),
              serving: [],
              autoscaler: {
                ...{ min: 3, max: 4, current: 0, desired: 0 },
                limited: false,
              },
            }),
          ],
        }),
      ],
    });
    const card = screen.getByRole('article');
    expect(card).toHaveTextContent('3 to 4 pods, off while scaled to 0');
    expect(
      within(card).getByRole('button', { name: /Restart/ }),
    ).toHaveAccessibleDescription(/scaled to 0, so there is no pod to replace/);
  });

  it('says what else is wrong, what is worth knowing, how it scales and where it is reached', async () => {
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [
            aRollout({
              status: aStatus({
                phase: 'progressing',
                step: 'creating',
                cause: { kind: 'image-pull', message: 'not found' },
                otherCauses: [{ kind: 'quota', message: 'exceeded' }],
                notes: [{ kind: 'no-history' }],
              }),
              autoscaler: {
                min: 3,
                max: 4,
                current: 4,
                desired: 4,
                limited: true,
              },
              hosts: ['chat.example.com'],
            }),
          ],
        }),
      ],
    });
    const card = screen.getByRole('article');
    expect(card).toHaveTextContent('Also: The namespace’s resource quota');
    expect(card).toHaveTextContent('3 to 4 pods, now 4, at its limit');
    expect(card).toHaveTextContent('chat.example.com');
    expect(
      within(card).getByRole('list', { name: 'Good to know' }),
    ).toHaveTextContent('Earlier Revisions are not kept');
    expect(
      within(card).getByRole('button', { name: /Roll back/ }),
    ).toHaveAccessibleDescription(/keeps no earlier Revision/);
  });

  it.each([
    [
      'StatefulSet',
      'StatefulSet',
      /kubectl rollout .*statefulset\/chat-backend/,
    ],
    ['ArgoRollout', 'Argo Rollout', /kubectl argo rollouts .*chat-backend/],
  ] as const)(
    'shows a %s to look at, and says what changes it in the place of the buttons',
    async (kind, word, command) => {
      await renderTab({
        environments: [anEnvironment({ rollouts: [aRollout({ kind })] })],
      });
      const card = screen.getByRole('article');
      expect(card).toHaveTextContent(`backend · ${word}`);
      for (const name of [/^Restart/, /^Roll back/, /^Redeploy/]) {
        const button = within(card).getByRole('button', { name });
        expect(button).toBeDisabled();
        expect(button).toHaveAccessibleDescription(command);
      }
      expect(
        within(card).getByRole('button', { name: 'Details' }),
      ).toBeEnabled();
    },
  );

  it('tells of a canary where it stands, and that somebody has to promote it', async () => {
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [
            aRollout({
              kind: 'ArgoRollout',
              status: aStatus({
                phase: 'paused',
                cause: {
                  kind: 'awaiting-promotion',
                  message: 'CanaryPauseStep',
                },
                notes: [{ kind: 'canary', step: 2, steps: 4, weight: 20 }],
              }),
            }),
          ],
        }),
      ],
    });
    const card = screen.getByRole('article');
    expect(card).toHaveTextContent('old and new pods run side by side');
    expect(card).toHaveTextContent('Canary at step 2 of 4: 20 %');
    expect(card).toHaveTextContent('kubectl argo rollouts promote');
  });

  it('calls a namespace empty only once it is in sync', async () => {
    const api = new FakeEksDeployApi();
    await renderTab({ api });
    const environments = [anEnvironment({ rollouts: [] })];

    await act(async () =>
      api.tell({ type: 'snapshot', data: { environments, records: [] } }),
    );
    expect(
      await screen.findByRole('status', {
        name: 'Loading the Workloads of staging',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/No Workload in namespace/)).toBeNull();

    await act(async () => api.tell({ type: 'synced', data: {} }));
    expect(
      await screen.findByText(/No Workload in namespace chat/),
    ).toHaveTextContent('backstage.io/kubernetes-id: chat');
  });

  it.each([
    ['live', 'Live'],
    ['refused', 'Refused'],
    ['denied', 'Denied'],
    ['unreachable', 'Unreachable'],
  ] as const)(
    'says what is wrong with a %s Environment',
    async (state, word) => {
      await renderTab({
        environments: [
          anEnvironment({
            state,
            rollouts: [],
            problem: { message: 'It is so.', remedy: 'Do that.' },
          }),
        ],
      });
      expect(await screen.findByText(new RegExp(word))).toBeInTheDocument();
      expect(screen.getByText('It is so.')).toBeInTheDocument();
      expect(screen.getByText('Do that.')).toBeInTheDocument();
      expect(screen.queryByText(/No Workload/)).toBeNull();
    },
  );

  it('keeps what it showed while it connects again, with its age', async () => {
    const { api } = await renderTab();
    await screen.findByText('Live');

    await act(async () => api.breakStreams());

    expect(await screen.findByText('Connecting again')).toBeInTheDocument();
    expect(screen.getByText('chat-backend')).toBeInTheDocument();
    expect(screen.getByText(/Stale/)).toHaveTextContent('seen 3 minutes ago');
    expect(
      await screen.findByText('Live', undefined, { timeout: 3_000 }),
    ).toBeInTheDocument();
  });

  it('reads snapshots where a proxy holds the stream back, and says so', async () => {
    jest.useFakeTimers();
    try {
      const api = new FakeEksDeployApi({
        environments: [anEnvironment()],
        records: [],
      });
      api.holdsStreams = true;
      await renderTab({ api });
      await act(async () => jest.advanceTimersByTime(10_000));
      expect(screen.getByText('chat-backend')).toBeInTheDocument();
      expect(
        screen.getByText('Live updates don’t get through'),
      ).toBeInTheDocument();
      expect(screen.getByText(/Checked every 15 s/)).toBeInTheDocument();
      expect(screen.queryByText(/abort|fetch/i)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says that too much is open, and waits for as long as the backend asks for', async () => {
    const api = new FakeEksDeployApi();
    api.error = await aResponseError(
      429,
      'TooManyRequestsError',
      'You have 50 open; close other tabs',
      { retryAfterSeconds: 30 },
    );
    await renderTab({ api });

    const notice = await screen.findByText(/Too much is open/);
    expect(notice.closest('[role=status]')).toHaveTextContent(
      /You have 50 open; close other tabs\. There is nothing to show yet\.$/,
    );
  });

  it('says that the user may not see it, and asks no more', async () => {
    const api = new FakeEksDeployApi();
    api.error = await aResponseError(403, 'NotAllowedError', 'Not yours');
    await renderTab({ api });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The Rollouts can’t be shown');
    expect(alert).toHaveTextContent('Not yours.');
    expect(
      within(alert).getByRole('button', { name: 'Try again' }),
    ).toBeEnabled();
  });

  it('asks each command’s own permission for the target', async () => {
    // Answers are kept for a moment, so that only a target of its own is asked for.
    const { asked } = await renderTab({
      environments: [anEnvironment({ environment: 'asked-here' })],
    });
    await screen.findByRole('button', { name: /Restart/ });
    const resourceRef = 'component:default/chat@asked-here';
    expect(asked).toEqual(
      expect.arrayContaining([
        { name: 'eks-deploy.rollout.restart', resourceRef },
        { name: 'eks-deploy.rollout.rollback', resourceRef },
        { name: 'eks-deploy.rollout.redeploy', resourceRef },
      ]),
    );
  });

  it('disables what the user is not allowed to do, and says so', async () => {
    await renderTab({
      environments: [anEnvironment({ environment: 'denied-here' })],
      denied: ['eks-deploy.rollout.rollback'],
    });

    const rollback = await screen.findByRole('button', { name: /Roll back/ });
    expect(rollback).toBeDisabled();
    expect(rollback).toHaveAccessibleDescription(
      'Roll back: you are not allowed to in denied-here; ask the component’s owner.',
    );
    expect(screen.getByRole('button', { name: /Restart/ })).toBeEnabled();
  });

  it('disables what is not possible, and says so', async () => {
    await renderTab({
      environments: [
        anEnvironment({
          rollouts: [aRollout({ status: aStatus({ phase: 'paused' }) })],
        }),
      ],
    });
    expect(
      await screen.findByText(
        /^Restart, Roll back, Redeploy: the Deployment is paused/,
      ),
    ).toBeInTheDocument();
  });

  it('disables a redeploy without a repository, and says so', async () => {
    await renderTab({ annotations: { 'github.com/project-slug': '' } });
    expect(
      await screen.findByText(/^Redeploy: the component names no repository/),
    ).toBeInTheDocument();
  });

  it('lists the history: what, who, when, why and how it ended', async () => {
    await renderTab({
      environments: [anEnvironment({ rollouts: [] })],
      records: [
        aRecord({
          workflowRun: {
            id: 42,
            url: 'https://github.example.com/example-org/chat/actions/runs/42',
            status: 'completed',
            failedJob: {
              name: 'deploy',
              url: 'https://github.example.com/job/1',
            },
          },
        }),
      ],
    });

    const history = await screen.findByRole('region', { name: 'History' });
    expect(history).toHaveTextContent(
      'Rolled back from revision 7 to revision 5',
    );
    expect(history).toHaveTextContent('succeeded · took 14 s');
    expect(history).toHaveTextContent('10 minutes ago');
    expect(history).toHaveTextContent('Why: logins fail');
    expect(
      within(history).getByRole('link', { name: /Workflow run 42/ }),
    ).toHaveAttribute(
      'href',
      'https://github.example.com/example-org/chat/actions/runs/42',
    );
    expect(
      within(history).getByRole('link', { name: /Failed job deploy/ }),
    ).toHaveAttribute('href', 'https://github.example.com/job/1');
    expect(within(history).getByRole('link', { name: 'guest' })).toBeVisible();
  });

  it('lists earlier records page by page, and through which component somebody acted', async () => {
    const all = Array.from({ length: 120 }, (_, index) =>
      aRecord({
        id: `record-${index}`,
        reason: `click ${index}`,
        requestedAt: new Date(Date.parse(NOW) - index * 60_000).toISOString(),
        entityRef: `component:default/${index === 119 ? 'other' : 'chat'}`,
      }),
    );
    const api = new FakeEksDeployApi({
      environments: [anEnvironment({ rollouts: [] })],
      records: all.slice(0, 20),
    });
    api.records = all;
    const { user } = await renderTab({ api });

    const history = await screen.findByRole('region', { name: 'History' });
    const showEarlier = () =>
      user.click(within(history).getByRole('button', { name: 'Show earlier' }));
    await showEarlier();
    await showEarlier();
    expect(within(history).getAllByRole('listitem')).toHaveLength(100);
    await showEarlier();

    expect(within(history).getAllByRole('listitem')).toHaveLength(120);
    expect(within(history).getByText('Why: click 119')).toBeVisible();
    expect(within(history).getByRole('link', { name: 'other' })).toBeVisible();
    expect(
      within(history).queryByRole('button', { name: 'Show earlier' }),
    ).not.toBeInTheDocument();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = await renderTab({ records: [aRecord()] });
    await screen.findByText('Complete');
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('the dialogs', () => {
  it('restart with the revision the user saw, follow to the end and announce it', async () => {
    const { api, user } = await renderTab();

    const dialog = await openDialog(/Restart/, user);
    expect(dialog).toHaveTextContent(
      '3 pods will be replaced by new ones with the same image and settings, each only after a new one is available',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Restart' }));

    expect(api.sent).toEqual([
      {
        command: 'restart',
        entityRef: 'component:default/chat',
        environment: 'staging',
        workload: 'chat-backend',
        fromRevision: 7,
        reason: undefined,
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((await screen.findAllByText('Restarting'))[0]).toBeInTheDocument();

    const [running] = api.sent.map(() =>
      aRecord({
        id: '00000000-0000-4000-8000-999999999991',
        command: 'restart',
        status: 'succeeded',
      }),
    );
    await act(async () => api.tellChange({ type: 'record', record: running }));
    expect(
      await screen.findByText('chat-backend in staging: Restarted, succeeded.'),
    ).toBeInTheDocument();
  });

  it('roll back to a chosen revision, for a reason', async () => {
    const api = new FakeEksDeployApi({
      environments: [anEnvironment()],
      records: [],
    });
    api.revisions = [
      aRevision({ number: 7, current: true }),
      aRevision({ number: 6, blocked: 'it is the same' }),
      aRevision({ number: 5 }),
    ];
    const { user } = await renderTab({ api });

    const dialog = await openDialog(/Roll back/, user);
    const submit = () =>
      within(dialog).getByRole('button', { name: /^Roll back/ });
    expect(
      await within(dialog).findByRole('radio', {
        name: /Revision 6.*it is the same/,
      }),
    ).toBeDisabled();
    expect(
      within(dialog).getByRole('radio', { name: /Revision 7/ }),
    ).toBeDisabled();
    expect(submit()).toBeDisabled();

    await user.click(within(dialog).getByRole('radio', { name: /Revision 5/ }));
    expect(dialog).toHaveTextContent('From revision 7 to revision 5');
    expect(submit()).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox'), 'logins fail');
    await user.click(submit());

    expect(api.sent).toMatchObject([
      {
        command: 'rollback',
        fromRevision: 7,
        toRevision: 5,
        reason: 'logins fail',
      },
    ]);
  });

  it('redeploy the image that serves unless another is chosen', async () => {
    const api = new FakeEksDeployApi({
      environments: [anEnvironment()],
      records: [],
    });
    api.images = [anEcrImage('1.4.3')];
    const { user } = await renderTab({ api });

    const dialog = await openDialog(/Redeploy/, user);
    const select = await within(dialog).findByRole('button', {
      name: /1\.4\.2 \(serving\)/,
    });
    await user.click(select);
    await user.click(await screen.findByRole('option', { name: /1\.4\.3/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Redeploy' }));

    expect(api.sent).toMatchObject([
      {
        command: 'redeploy',
        fromRevision: 7,
        image: anEcrImage('1.4.3').image,
      },
    ]);
  });

  it('redeploy by default what the user saw serve, not the newest template', async () => {
    const rollout = aRollout({
      images: [{ container: 'app', image: anImage('9.9.9') }],
      serving: [
        {
          revision: 6,
          images: [{ container: 'app', image: anImage('1.4.1') }],
          available: 3,
        },
      ],
    });
    const { api, user } = await renderTab({
      environments: [anEnvironment({ rollouts: [rollout] })],
    });
    const dialog = await openDialog(/Redeploy/, user);
    await within(dialog).findByRole('button', { name: /1\.4\.1 \(serving\)/ });
    await user.click(within(dialog).getByRole('button', { name: 'Redeploy' }));
    expect(api.sent).toMatchObject([{ image: anImage('1.4.1') }]);
  });

  it.each([
    ['nothing serves', [], /No pod is available/],
    ['two images serve', [1, 2], /Pods run different images \(1, and 2\)/],
  ])('redeploy asks for the image when %s', async (_, tags, question) => {
    const serving = tags.map(tag => ({
      revision: tag,
      images: [{ container: 'app', image: anImage(String(tag)) }],
      available: 1,
    }));
    const api = new FakeEksDeployApi({
      environments: [anEnvironment({ rollouts: [aRollout({ serving })] })],
      records: [],
    });
    api.images = [anEcrImage('1.4.3')];
    const { user } = await renderTab({ api });
    const dialog = await openDialog(/Redeploy/, user);
    expect(await within(dialog).findByText(question)).toBeInTheDocument();
    const submit = within(dialog).getByRole('button', { name: 'Redeploy' });
    expect(submit).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: /Choose an/ }));
    await user.click(await screen.findByRole('option', { name: /1\.4\.3/ }));
    await user.click(submit);
    expect(api.sent).toMatchObject([{ image: anEcrImage('1.4.3').image }]);
  });

  it('say what to do about a conflict, and lose nothing', async () => {
    const { api, user } = await renderTab();
    const dialog = await openDialog(/Restart/, user);
    await user.type(within(dialog).getByRole('textbox'), 'stuck');
    api.error = await aResponseError(
      409,
      'ConflictError',
      'Revision 8 is live',
    );

    await user.click(within(dialog).getByRole('button', { name: 'Restart' }));
    expect(
      await within(dialog).findByText('Something changed in the meantime'),
    ).toBeInTheDocument();
    expect(within(dialog).getByRole('textbox')).toHaveValue('stuck');

    await act(async () =>
      api.tellChange({
        type: 'rollout',
        environment: 'staging',
        rollout: aRollout({ revision: 8 }),
      }),
    );
    api.error = undefined;
    await user.click(
      await within(dialog).findByRole('button', {
        name: 'Go on from revision 8',
      }),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Restart' }));
    expect(api.sent.at(-1)).toMatchObject({ fromRevision: 8, reason: 'stuck' });
  });

  it.each([/Restart/, /Roll back/, /Redeploy/])(
    'have nothing that axe objects to: %s',
    async action => {
      const api = new FakeEksDeployApi({
        environments: [anEnvironment()],
        records: [],
      });
      api.images = [anEcrImage('1.4.3')];
      api.revisions = [
        aRevision({ number: 7, current: true }),
        aRevision({ number: 5 }),
      ];
      const { user } = await renderTab({ api });
      const dialog = await openDialog(action, user);
      expect((await axe(dialog)).violations).toEqual([]);
    },
  );

  it('mark production', async () => {
    const { user } = await renderTab({
      environments: [anEnvironment({ environment: 'production' })],
    });
    const dialog = await openDialog(/Restart/, user);
    expect(dialog).toHaveTextContent('This is production');
  });
});
