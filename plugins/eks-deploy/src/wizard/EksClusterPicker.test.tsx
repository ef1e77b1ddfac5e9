import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { eksDeployApiRef } from '../api';
import { anEksCluster, aResponseError, FakeEksDeployApi } from '../testing';
import { EksClusterPicker } from './EksClusterPicker';

async function renderField(api: FakeEksDeployApi, rawErrors?: string[]) {
  const chosen: (string | undefined)[] = [];
  function Field() {
    const [arn, setArn] = useState<string>();
    return (
      <form aria-label="Wizard">
        <EksClusterPicker
          schema={{ title: 'Cluster' }}
          idSchema={{ $id: 'root_cluster' }}
          required
          formData={arn}
          rawErrors={rawErrors}
          onChange={value => {
            chosen.push(value);
            setArn(value);
          }}
        />
        <p id="root_cluster__error">{rawErrors}</p>
      </form>
    );
  }
  await act(async () =>
    renderInTestApp(
      <TestApiProvider apis={[[eksDeployApiRef, api]]}>
        <Field />
      </TestApiProvider>,
    ),
  );
  return { chosen, user: userEvent.setup() };
}

describe('EksClusterPicker', () => {
  it('offers each cluster with region, version and status, and gives its ARN', async () => {
    const api = new FakeEksDeployApi();
    api.clusters = [
      anEksCluster('staging'),
      { ...anEksCluster('next'), status: 'CREATING' },
    ];
    const { chosen, user } = await renderField(api);

    await user.click(
      await screen.findByRole('button', { name: /Choose a cluster.*Cluster/ }),
    );
    expect(await screen.findByRole('option', { name: /next/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    const staging = screen.getByRole('option', {
      name: /staging \(eu-west-1\)/,
    });
    expect(staging).toHaveTextContent('Kubernetes 1.36 · active');
    await user.click(staging);

    expect(chosen).toEqual([anEksCluster('staging').arn]);
  });

  it('takes the ARN by hand when the clusters can’t be listed', async () => {
    const api = new FakeEksDeployApi();
    api.error = await aResponseError(
      503,
      'ServiceUnavailableError',
      'AWS does not answer',
    );
    const { chosen, user } = await renderField(api);

    expect(await screen.findByRole('status')).toHaveTextContent(
      'The clusters could not be listedAWS does not answer.',
    );
    await user.type(screen.getByRole('textbox', { name: /Cluster/ }), 'arn:');
    expect(chosen.at(-1)).toBe('arn:');
  });

  it('looks again when asked to', async () => {
    const api = new FakeEksDeployApi();
    const { user } = await renderField(api);
    expect(
      await screen.findByText(/There is no EKS cluster/),
    ).toBeInTheDocument();

    api.clusters = [anEksCluster('staging')];
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    expect(
      await screen.findByRole('button', { name: /Choose a cluster/ }),
    ).toBeInTheDocument();
  });

  it.each([
    ['a list', [anEksCluster('staging')], 'button'],
    ['an ARN by hand', [], 'textbox'],
  ])(
    'refers to what the form has against its value, and keeps no form from being sent: %s',
    async (_case, clusters, role) => {
      const api = new FakeEksDeployApi();
      api.clusters = clusters;
      await renderField(api, ['is a required property']);
      const field = await screen.findByRole(role, { name: /Cluster/ });
      expect(screen.getByRole<HTMLFormElement>('form').checkValidity()).toBe(
        true,
      );
      expect(field).toHaveAccessibleDescription(/is a required property/);
    },
  );
});
