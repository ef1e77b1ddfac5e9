import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  ScmIntegrationsApi,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { GithubRepositoryPicker } from './GithubRepositoryPicker';

async function renderField(options: { rawErrors?: string[] } = {}) {
  const integrations = ScmIntegrationsApi.fromConfig(
    mockApis.config({
      data: { integrations: { github: [{ host: 'github.example.com' }] } },
    }),
  );
  const values: (string | undefined)[] = [];
  function Field() {
    const [value, setValue] = useState<string>();
    return (
      <form aria-label="Wizard">
        <GithubRepositoryPicker
          schema={{}}
          idSchema={{ $id: 'root_repoUrl' }}
          required
          formData={value}
          rawErrors={options.rawErrors}
          onChange={changed => {
            values.push(changed);
            setValue(changed);
          }}
        />
        <p id="root_repoUrl__error">{options.rawErrors}</p>
      </form>
    );
  }
  await act(async () =>
    renderInTestApp(
      <TestApiProvider apis={[[scmIntegrationsApiRef, integrations]]}>
        <Field />
      </TestApiProvider>,
    ),
  );
  return { values, user: userEvent.setup() };
}

describe('GithubRepositoryPicker', () => {
  it('gives host, owner and repository, on the portal’s first GitHub', async () => {
    const { values, user } = await renderField();
    await user.type(
      screen.getByRole('textbox', { name: 'Owner' }),
      'example-org',
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Repository' }),
      'chat',
    );
    expect(values.at(-1)).toBe(
      'github.example.com?owner=example-org&repo=chat',
    );
  });

  it('offers every GitHub that the portal is connected to', async () => {
    const { values, user } = await renderField();
    await user.type(
      screen.getByRole('textbox', { name: 'Repository' }),
      'chat',
    );
    await user.click(screen.getByRole('button', { name: /Host/ }));
    await user.click(await screen.findByRole('option', { name: 'github.com' }));
    expect(values.at(-1)).toBe('github.com?repo=chat');
  });

  it('is empty again when everything is deleted', async () => {
    const { values, user } = await renderField();
    const owner = screen.getByRole('textbox', { name: 'Owner' });
    await user.type(owner, 'a');
    await user.clear(owner);
    expect(values.at(-1)).toBeUndefined();
  });

  it('refers to what the form has against its value, and keeps no form from being sent', async () => {
    await renderField({ rawErrors: ['Choose an owner.'] });
    const owner = screen.getByRole('textbox', { name: 'Owner' });
    expect(owner).toBeInvalid();
    expect(screen.getByRole<HTMLFormElement>('form').checkValidity()).toBe(
      true,
    );
    expect(owner).toHaveAccessibleDescription(/Choose an owner/);
  });
});
