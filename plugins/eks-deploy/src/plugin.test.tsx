import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { anEntity, anEnvironment, FakeEksDeployApi } from './testing';
import * as older from '.';

describe('the older frontend system’s entry point', () => {
  it('exports what an app needs, and no default that would pass for a new plugin', () => {
    expect(older).toMatchObject({
      eksDeployPlugin: expect.anything(),
      EntityDeployContent: expect.any(Function),
      EksClusterPickerFieldExtension: expect.any(Function),
      EksEnvironmentsFieldExtension: expect.any(Function),
      EksMaxReplicasFieldExtension: expect.any(Function),
      GithubRepositoryPickerFieldExtension: expect.any(Function),
      eksDeployApiRef: expect.anything(),
    });
    expect(older).not.toHaveProperty('default');
    expect([...older.eksDeployPlugin.getApis()]).toHaveLength(1);
  });

  it('shows the Deploy tab in an app of that system', async () => {
    const api = new FakeEksDeployApi({
      environments: [anEnvironment()],
      records: [],
    });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [older.eksDeployApiRef, api],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={anEntity()}>
          <Routes>
            <Route path="/" element={<older.EntityDeployContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('article', { name: 'chat-backend in staging' }),
    ).toHaveTextContent('Complete');
    expect(screen.getByRole('button', { name: 'Restart…' })).toBeEnabled();
  });
});

describe('isDeployAvailable', () => {
  it('asks for a component with a kubernetes-id', () => {
    expect(older.isDeployAvailable(anEntity())).toBe(true);
    expect(
      older.isDeployAvailable(anEntity({ 'backstage.io/kubernetes-id': '' })),
    ).toBe(false);
    expect(older.isDeployAvailable({ ...anEntity(), kind: 'API' })).toBe(false);
  });
});
