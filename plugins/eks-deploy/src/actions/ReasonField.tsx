import { TextAreaField } from '@backstage/ui';

export interface ReasonFieldProps {
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
}

/** Why a command is given; kept in its Deployment record. */
export function ReasonField({ isRequired, ...props }: ReasonFieldProps) {
  return (
    <TextAreaField
      label="Reason"
      secondaryLabel={isRequired ? 'Required' : 'Optional'}
      description="Will be read in the history, e.g. “logins fail since 14:05”."
      isRequired={isRequired}
      maxLength={500}
      rows={2}
      {...props}
    />
  );
}
