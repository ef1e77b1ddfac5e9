import type { WizardFieldProps } from './WizardFieldProps';

/**
 * Marks an input as invalid and points to the form's own message about it.
 *
 * Only the form decides whether it can be sent. By default react-aria would give the input a custom validity, and a
 * browser sends no form with one: the form would never check the corrected value again.
 *
 * @param invalid - whether it is this input that the form has something against
 */
export function getValidity(
  { rawErrors, idSchema }: WizardFieldProps,
  invalid = true,
) {
  const isInvalid = invalid && Boolean(rawErrors?.length);
  return {
    validationBehavior: 'aria' as const,
    isInvalid,
    'aria-describedby':
      isInvalid && idSchema ? `${idSchema.$id}__error` : undefined,
  };
}
