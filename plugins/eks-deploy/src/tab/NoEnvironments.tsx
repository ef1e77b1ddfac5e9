import { Alert } from '@backstage/ui';
import { ANNOTATION_ENVIRONMENTS } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Says what to do when a component runs in no Environment at all. */
export function NoEnvironments() {
  return (
    <Alert
      icon
      status="info"
      title="This component has no Environment"
      description={`None of the Environments in the portal’s configuration (eksDeploy.environments) is named by the component’s annotation ${ANNOTATION_ENVIRONMENTS}.`}
    />
  );
}
