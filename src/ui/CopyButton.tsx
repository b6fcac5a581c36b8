import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { CheckIcon, CopyIcon } from './icons.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** Words on the button. */
  readonly children?: string;
  /** Where the browser allows no clipboard: what else can be done. */
  readonly onRefused?: () => void;
}

/** Copies a text. */
export function CopyButton({ text, children = 'Copy', onRefused }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      onRefused?.();
      setState('refused');
    }
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={state === 'copied' ? <CheckIcon color="success" /> : <CopyIcon />}
        onClick={() => void copy()}
      >
        {state === 'refused' ? 'Copy with Ctrl+C' : children}
      </Button>
      <VisuallyHidden role="status">{state === 'copied' ? 'Copied' : ''}</VisuallyHidden>
    </>
  );
}
