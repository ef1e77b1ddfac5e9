import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { EnvironmentAnswers } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { AsItIs } from './AsItIs';
import { placeErrors } from './placeErrors';

/** The list of environments as the form shows it, with what is against an answer beside that answer too. */
export function EksEnvironments(
  props: FieldExtensionComponentProps<Array<Partial<EnvironmentAnswers>>>,
) {
  return (
    <AsItIs
      {...props}
      errorSchema={placeErrors(props.rawErrors ?? [], props.errorSchema)}
    />
  );
}
