import { CLUSTER_ARN_EXAMPLE, CLUSTER_ARN_PATTERN } from './clusterArn';

const FIELD = 'EksClusterPicker';

/** Refuses what is no ARN of an EKS cluster; whether one is required is the template's to say. */
export function validateEksCluster(
  value: unknown,
  validation: { addError(message: string): void },
  context: { uiSchema?: object },
): void {
  for (const arn of getArns(value, context.uiSchema)) {
    if (typeof arn !== 'string' || !CLUSTER_ARN_PATTERN.test(arn)) {
      validation.addError(
        `'${arn}' is not the ARN of an EKS cluster: choose one from the list, or write it like ${CLUSTER_ARN_EXAMPLE}`,
      );
    }
  }
}

// For a field inside an array's items the scaffolder hands over the whole array, with the items' uiSchema.
function getArns(value: unknown, uiSchema: object = {}): unknown[] {
  const fields = Object.entries(uiSchema)
    .filter(([, ui]) => ui?.['ui:field'] === FIELD)
    .map(([name]) => name);
  const arns = Array.isArray(value)
    ? value.flatMap(item => fields.map(name => item?.[name]))
    : [value];
  return arns.filter(arn => arn !== undefined && arn !== '');
}
