import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** What the form hands to a field; the form's type of an array's errors is an array, which they aren't. */
export type AsItIsProps<T> = Omit<
  FieldExtensionComponentProps<T>,
  'errorSchema'
> & { errorSchema?: object };

/**
 * Shows a value just as the form would by itself; for fields that only bring a check of their value.
 *
 * @param T - type of the value
 */
export function AsItIs<T>(props: AsItIsProps<T>) {
  // Without its name, or the form would show this field within itself.
  const { 'ui:field': _, ...uiSchema } = props.uiSchema;
  const { ArrayField, NumberField } = props.registry.fields;
  const Field = props.schema.type === 'array' ? ArrayField : NumberField;
  return <Field {...props} uiSchema={uiSchema} />;
}
