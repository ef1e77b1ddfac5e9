import { useApi } from '@backstage/core-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { Select, TextField } from '@backstage/ui';
import {
  formatRepositoryUrl,
  parseRepositoryUrl,
  type RepositoryLocation,
} from './repositoryUrl';
import { getValidity } from './getValidity';
import { WizardField } from './WizardField';
import type { WizardFieldProps } from './WizardFieldProps';

/**
 * Asks where a new GitHub repository goes; its value is the usual `host?owner=…&repo=…`.
 *
 * The scaffolder's own RepoUrlPicker offers only hosts that the template names; this one offers the portal's own.
 */
export function GithubRepositoryPicker(props: WizardFieldProps) {
  const { formData, onChange, required, disabled } = props;
  const hosts = useApi(scmIntegrationsApiRef)
    .github.list()
    .map(({ config }) => config.host);
  const location = parseRepositoryUrl(formData);
  const { host = hosts[0], owner = '', repo = '' } = location;
  const change = (part: RepositoryLocation) =>
    onChange(formatRepositoryUrl({ host, owner, repo, ...part }));
  return (
    <WizardField>
      <Select
        label="Host"
        description="A GitHub that this portal is connected to."
        isRequired={required}
        isDisabled={disabled}
        validationBehavior="aria"
        options={hosts.map(id => ({ id, label: id }))}
        value={host ?? null}
        onChange={chosen => change({ host: String(chosen) })}
      />
      <TextField
        label="Owner"
        description="The organisation or user that the repository will belong to."
        placeholder="example-org"
        isRequired={required}
        isDisabled={disabled}
        {...getValidity(props, !owner)}
        value={owner}
        onChange={value => change({ owner: value.trim() })}
      />
      <TextField
        id={props.idSchema?.$id}
        label={props.schema.title ?? 'Repository'}
        description={props.schema.description ?? 'It must not exist yet.'}
        isRequired={required}
        isDisabled={disabled}
        {...getValidity(props, !repo || Boolean(owner))}
        value={repo}
        onChange={value => change({ repo: value.trim() })}
      />
    </WizardField>
  );
}
