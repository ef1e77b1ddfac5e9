import styles from './WizardField.module.css';

export interface FieldErrorsProps {
  errors?: string[];
}

/** What the form has against a field's value. */
export function FieldErrors({ errors = [] }: FieldErrorsProps) {
  return errors.length > 0 ? (
    <ul className={styles.errors} role="alert">
      {errors.map(error => (
        <li key={error}>{error}</li>
      ))}
    </ul>
  ) : null;
}
