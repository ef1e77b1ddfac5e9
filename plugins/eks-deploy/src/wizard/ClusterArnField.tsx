import { Alert, Button, TextField } from '@backstage/ui';
import type { EksCluster } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { AsyncStateRetry } from 'react-use/esm/useAsyncRetry';
import { getReadErrorMessage } from '../wording';
import { CLUSTER_ARN_EXAMPLE } from './clusterArn';
import { getValidity } from './getValidity';
import { WizardField } from './WizardField';
import type { WizardFieldProps } from './WizardFieldProps';

export interface ClusterArnFieldProps extends WizardFieldProps {
  label: string;
  description: string;
  clusters: AsyncStateRetry<EksCluster[]>;
}

/** The way on when no clusters can be listed: say why, and take the ARN by hand. */
export function ClusterArnField(props: ClusterArnFieldProps) {
  const { clusters, formData, onChange, required, disabled } = props;
  return (
    <WizardField>
      <TextField
        id={props.idSchema?.$id}
        label={props.label}
        description={props.description}
        isRequired={required}
        isDisabled={disabled}
        {...getValidity(props)}
        placeholder={CLUSTER_ARN_EXAMPLE}
        value={formData ?? ''}
        onChange={arn => onChange(arn.trim() || undefined)}
      />
      <Alert
        icon
        role="status"
        status={clusters.error ? 'warning' : 'info'}
        title={
          clusters.error
            ? 'The clusters could not be listed'
            : 'There is no EKS cluster in the portal’s account and region'
        }
        description={`${
          clusters.error
            ? getReadErrorMessage(clusters.error)
            : 'Create one, or ask the portal’s operator to check eksDeploy.aws.'
        } If you know the cluster’s ARN, write it above.`}
        customActions={
          <Button
            variant="secondary"
            isPending={clusters.loading}
            onPress={clusters.retry}
          >
            Look again
          </Button>
        }
      />
    </WizardField>
  );
}
