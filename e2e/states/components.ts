import {
  ANNOTATION_ENVIRONMENTS,
  ANNOTATION_KUBERNETES_ID,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { stringify } from 'yaml';

/** Namespace of a state, the same in every cluster. */
export const namespaceOf = (state: string) => `state-${state}`;

/** The component that runs in a state's namespace of one cluster; also its `backstage.io/kubernetes-id`. */
export const componentOf = (state: string, environment: string) =>
  `${state}-on-${environment}`;

/** The catalog's entity of such a component. */
export function formatComponent(state: string, environment: string): string {
  const name = componentOf(state, environment);
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        [ANNOTATION_KUBERNETES_ID]: name,
        'backstage.io/kubernetes-namespace': namespaceOf(state),
        [ANNOTATION_ENVIRONMENTS]: environment,
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/team-chat',
    },
  });
}
