import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiCloseLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';

export interface CopyButtonProps {
  text: string;
  label: string;
}

type CopyState = 'idle' | 'copied' | 'refused';

const icons: Record<CopyState, JSX.Element> = {
  idle: <RiFileCopyLine aria-hidden="true" />,
  copied: <RiCheckLine aria-hidden="true" />,
  refused: <RiCloseLine aria-hidden="true" />,
};

const announcements: Record<CopyState, string> = {
  idle: '',
  copied: 'Copied',
  refused: 'The browser did not allow copying',
};

/** Copies a text and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<CopyState>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  return (
    <>
      <ButtonIcon
        aria-label={label}
        icon={icons[state]}
        size="small"
        variant="tertiary"
        onPress={copy}
        onBlur={() => setState('idle')}
      />
      <VisuallyHidden aria-live="polite">{announcements[state]}</VisuallyHidden>
    </>
  );
}
