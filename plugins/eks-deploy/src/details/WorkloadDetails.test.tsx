import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { eksDeployApiRef } from '../api';
import {
  anImage,
  aPod,
  aResponseError,
  aRevision,
  aRollout,
  FakeEksDeployApi,
  NOW,
} from '../testing';
import { ClockContext } from '../time';
import { WorkloadDetails } from './WorkloadDetails';

async function openDetails(
  api: FakeEksDeployApi,
  options: { rollout?: Partial<Rollout>; denied?: boolean } = {},
) {
  // Answers to permission requests outlive a test: another target is asked for anew.
  const workloadRef = {
    entityRef: 'component:default/chat',
    environment: options.denied ? 'production' : 'staging',
    workload: 'chat-backend',
  };
  const permissionApi = mockApis.permission({
    authorize: () =>
      options.denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });
  await act(async () =>
    renderInTestApp(
      <TestApiProvider apis={[[eksDeployApiRef, api], permissionApi]}>
        <ClockContext.Provider value={() => Date.parse(NOW)}>
          <WorkloadDetails
            workloadRef={workloadRef}
            rollout={aRollout(options.rollout)}
          />
        </ClockContext.Provider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    ),
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Details' }));
  return user;
}

describe('the details of a Workload', () => {
  it('begin with its pods, and why one is not ready', async () => {
    const api = new FakeEksDeployApi();
    const cause = { kind: 'image-pull', message: 'chat:9: not found' } as const;
    api.pods = [
      aPod({ ready: false, phase: 'Pending', cause }),
      aPod({ name: 'b' }),
    ];
    await openDetails(api);
    const pods = await screen.findByRole('list', { name: 'Pods' });
    const [first, second] = within(pods).getAllByRole('listitem');
    expect(first).toHaveTextContent('Not ready');
    expect(first).toHaveTextContent(
      'The node can’t pull the image. chat:9: not found',
    );
    expect(second).toHaveTextContent('Ready');
  });

  it('compare a Revision with the current one, by keyboard, without values that are not told', async () => {
    const api = new FakeEksDeployApi();
    api.revisions = [aRevision({ number: 7, current: true }), aRevision()];
    api.changes = [
      {
        path: 'spec.containers[app].image',
        change: 'changed',
        from: anImage('1.4.2'),
        to: anImage('1.4.0'),
      },
      { path: 'spec.containers[app].env[LOG].value', change: 'changed' },
    ];
    const user = await openDetails(api);
    await user.click(screen.getByRole('tab', { name: 'Revisions' }));
    const compare = await screen.findByRole('button', {
      name: 'Compare Revision 5',
    });
    act(() => compare.focus());
    await user.keyboard('{Enter}');
    const changes = await screen.findByRole('list', {
      name: 'Changes of Revision 5',
    });
    const [image, variable] = within(changes).getAllByRole('listitem');
    expect(image).toHaveTextContent(anImage('1.4.0'));
    expect(variable).toHaveTextContent(
      /^spec\.containers\[app\]\.env\[LOG\]\.value differs$/,
    );
  });

  it('compare a Revision with any other', async () => {
    const api = new FakeEksDeployApi();
    api.revisions = [
      aRevision({ number: 7, current: true }),
      aRevision({ number: 6 }),
      aRevision({ number: 5 }),
    ];
    const user = await openDetails(api);
    await user.click(screen.getByRole('tab', { name: 'Revisions' }));
    await user.click(
      await screen.findByRole('button', { name: 'Compare Revision 7' }),
    );
    await screen.findByText('Its pod template is the same.');
    await user.click(
      screen.getByRole('button', { name: /Revision 7 compared with/ }),
    );
    await user.click(await screen.findByRole('option', { name: /Revision 5/ }));
    expect(
      await screen.findByText('Its pod template is the same.'),
    ).toBeVisible();
    expect(api.askedDiffs).toEqual([
      { revision: 7, against: 6 },
      { revision: 7, against: 5 },
    ]);
  });

  it('compare nothing with a Revision that is alone', async () => {
    const api = new FakeEksDeployApi();
    api.revisions = [aRevision({ number: 1, current: true })];
    const user = await openDetails(api);
    await user.click(screen.getByRole('tab', { name: 'Revisions' }));
    expect(await screen.findByText('Revision 1 (current)')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Compare/ })).toBeNull();
  });

  it('list what the cluster says', async () => {
    const api = new FakeEksDeployApi();
    api.events = [
      {
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        object: 'Pod/chat-backend-7d9-abcde',
        count: 3,
        lastSeenAt: '2026-11-20T11:59:00.000Z',
      },
    ];
    const user = await openDetails(api);
    await user.click(screen.getByRole('tab', { name: 'Events' }));
    expect(
      await screen.findByRole('list', { name: 'Events' }),
    ).toHaveTextContent(
      /BackOff.*3 times.*Back-off restarting failed container/,
    );
  });

  it('follow the logs, name the pod of each line where there are several, and say how it ended', async () => {
    const api = new FakeEksDeployApi();
    api.pods = [aPod()];
    api.logs = [
      { type: 'line', data: { pod: 'a', container: 'app', text: 'started' } },
      {
        type: 'line',
        data: { pod: 'b', container: 'app', text: 'ready', cut: true },
      },
      { type: 'problem', data: { pod: 'c', message: 'it has no log yet' } },
      { type: 'end', data: { reason: 'complete' } },
    ];
    const user = await openDetails(api);
    await user.click(screen.getByRole('tab', { name: 'Logs' }));
    expect(await screen.findByText('This is all there is.')).toBeVisible();
    expect(screen.getByRole('log')).toHaveTextContent(
      'a startedb ready … the line is longer',
    );
    expect(screen.getByText('c: it has no log yet')).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'Previous run' }));
    expect(api.askedLogs.at(-1)).toMatchObject({
      previous: true,
      follow: false,
    });
  });

  it('wait for as long as the backend asks for where too many logs are open', async () => {
    const api = new FakeEksDeployApi();
    api.pods = [aPod()];
    api.logs = [
      { type: 'line', data: { pod: 'a', container: 'app', text: 'started' } },
    ];
    const user = await openDetails(api);
    await user.click(await screen.findByRole('tab', { name: 'Logs' }));
    await screen.findByText('started');
    api.logsError = await aResponseError(
      429,
      'TooManyRequestsError',
      'You have 10 open; close other tabs',
      { retryAfterSeconds: 1 },
    );
    await user.click(screen.getByRole('switch', { name: 'Previous run' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You have 10 open; close other tabs. This page tries again automatically.',
    );
    api.logsError = undefined;
    expect(
      await screen.findByText('started', undefined, { timeout: 5_000 }),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(api.askedLogs).toHaveLength(3);
  });

  it('say which permission logs need to whom they are not shown', async () => {
    const api = new FakeEksDeployApi();
    const user = await openDetails(api, { denied: true });
    await user.click(screen.getByRole('tab', { name: 'Logs' }));
    expect(await screen.findByText(/eks-deploy\.pod-log\.read/)).toBeVisible();
    expect(api.askedLogs).toEqual([]);
  });

  it('say what is wrong, and try again', async () => {
    const api = new FakeEksDeployApi();
    api.error = await aResponseError(
      503,
      'ServiceUnavailableError',
      'It is down',
    );
    const user = await openDetails(api);
    expect(await screen.findByRole('alert')).toHaveTextContent('It is down');
    api.error = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('There are no pods.')).toBeVisible();
  });

  it('offer the Revisions of an Argo Rollout', async () => {
    await openDetails(new FakeEksDeployApi(), {
      rollout: { kind: 'ArgoRollout' },
    });
    expect(screen.getByRole('tab', { name: 'Revisions' })).toBeVisible();
  });

  it('offer no Revisions of a Workload that has none', async () => {
    await openDetails(new FakeEksDeployApi(), {
      rollout: { kind: 'StatefulSet' },
    });
    expect(screen.queryByRole('tab', { name: 'Revisions' })).toBeNull();
  });
});
