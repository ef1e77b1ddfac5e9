import { useApi } from '@backstage/core-plugin-api';
import { Select } from '@backstage/ui';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { eksDeployApiRef } from '../api';
import { ClusterArnField } from './ClusterArnField';
import { toClusterOptions } from './clusterOptions';
import { getValidity } from './getValidity';
import { WizardField } from './WizardField';
import type { WizardFieldProps } from './WizardFieldProps';

/** Lets the wizard's user choose one of the EKS clusters that the portal knows; its value is the cluster's ARN. */
export function EksClusterPicker(props: WizardFieldProps) {
  const { formData, onChange, required, disabled, schema } = props;
  const api = useApi(eksDeployApiRef);
  const clusters = useAsyncRetry(() => api.listEksClusters(), [api]);
  const label = schema.title ?? 'EKS cluster';
  const description = schema.description ?? 'Where the service will run.';

  if (clusters.error || clusters.value?.length === 0) {
    return (
      <ClusterArnField
        {...props}
        {...{ label, description }}
        clusters={clusters}
      />
    );
  }
  return (
    <WizardField>
      <Select
        id={props.idSchema?.$id}
        label={label}
        description={description}
        isRequired={required}
        isDisabled={disabled || clusters.loading}
        {...getValidity(props)}
        placeholder={
          clusters.loading ? 'Loading clusters…' : 'Choose a cluster'
        }
        options={toClusterOptions(clusters.value ?? [], formData)}
        value={formData ?? null}
        onChange={arn => onChange(arn === null ? undefined : String(arn))}
      />
    </WizardField>
  );
}
