import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { act, screen } from '@testing-library/react';
import { eksDeployApiRef } from '../api';
import { anEntity, anEnvironment, FakeEksDeployApi } from '../testing';
import eksDeployPlugin from '.';
import { deployEntityContent } from './entityContents';

describe('eksDeployPlugin', () => {
  it('brings the Deploy tab, the API and the wizard’s fields', () => {
    expect(
      [
        'entity-content:eks-deploy/deploy',
        'api:eks-deploy',
        'scaffolder-form-field:eks-deploy/eks-cluster-picker',
        'scaffolder-form-field:eks-deploy/eks-environments',
        'scaffolder-form-field:eks-deploy/eks-max-replicas',
        'scaffolder-form-field:eks-deploy/github-repository-picker',
      ].filter(id => !eksDeployPlugin.getExtension(id as never)),
    ).toEqual([]);
  });

  it('shows the Deploy tab on an entity’s page', async () => {
    const api = new FakeEksDeployApi({
      environments: [anEnvironment({ rollouts: [] })],
      records: [],
    });
    await act(async () =>
      renderTestApp({
        extensions: [
          createTestEntityPage({ entity: anEntity() }),
          deployEntityContent,
        ],
        apis: [[eksDeployApiRef, api]],
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'staging' }),
    ).toBeInTheDocument();
  });
});
