import { useApi } from '@backstage/core-plugin-api';
import { Select } from '@backstage/ui';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { eksDeployApiRef } from '../api';
import { ClusterArnField } from './ClusterArnField';
import { toClusterOptions } from './clusterOptions';
import styles from './EksClusterPicker.module.css';
import { FieldErrors } from './FieldErrors';

/** What the field takes of what the wizard's form hands to it. */
export interface EksClusterPickerProps {
  formData?: string;
  onChange(arn: string | undefined): void;
  rawErrors?: string[];
  required?: boolean;
  disabled?: boolean;
  schema: { title?: string; description?: string };
  idSchema?: { $id: string };
}

/** Lets the wizard's user choose one of the EKS clusters that the portal knows; its value is the cluster's ARN. */
export function EksClusterPicker(props: EksClusterPickerProps) {
  const { formData, onChange, rawErrors, required, disabled, schema } = props;
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
    <div className={styles.field}>
      <Select
        id={props.idSchema?.$id}
        label={label}
        description={description}
        isRequired={required}
        isDisabled={disabled || clusters.loading}
        isInvalid={Boolean(rawErrors?.length)}
        placeholder={
          clusters.loading ? 'Loading clusters…' : 'Choose a cluster'
        }
        options={toClusterOptions(clusters.value ?? [], formData)}
        value={formData ?? null}
        onChange={arn => onChange(arn === null ? undefined : String(arn))}
      />
      <FieldErrors errors={rawErrors} />
    </div>
  );
}
