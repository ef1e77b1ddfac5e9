/** What a field takes of what the wizard's form hands to it. */
export interface WizardFieldProps {
  formData?: string;
  onChange(value: string | undefined): void;
  /** What the form has against the value. */
  rawErrors?: string[];
  required?: boolean;
  disabled?: boolean;
  schema: { title?: string; description?: string };
  idSchema?: { $id: string };
}
