import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useEffect, useRef, useState } from 'react';
import { CheckIcon, CopyIcon } from './icons.tsx';
import { Mono } from './Mono.tsx';

interface CopyableIdProps {
  readonly id: string;
  /** Whose id it is, for the button's name. */
  readonly of: string;
  /** What it is called: a role has a name in place of an id. */
  readonly what?: 'id' | 'name';
  /** Show only the button below this width, where the id wouldn't fit. */
  readonly buttonOnlyBelow?: 'sm' | 'md' | 'lg';
}

/** An id with a button that copies it. Where the browser allows no clipboard, the button selects the text. */
export function CopyableId({ id, of, what = 'id', buttonOnlyBelow }: CopyableIdProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'selected'>('idle');
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id);
      setState('copied');
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setState('selected');
    }
  };
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, minWidth: 0 }}>
      <Box
        component="span"
        ref={text}
        sx={buttonOnlyBelow ? { display: { xs: 'none', [buttonOnlyBelow]: 'inline' } } : {}}
      >
        <Mono>{id}</Mono>
      </Box>
      <IconButton size="small" aria-label={`Copy ${what} of ${of}`} title="Copy" onClick={copy}>
        {state === 'copied' ? <CheckIcon fontSize="small" color="success" /> : <CopyIcon fontSize="small" />}
      </IconButton>
      <Box
        component="span"
        role="status"
        sx={state === 'idle' ? hidden : { typography: 'caption', color: 'text.secondary' }}
      >
        {messages[state]}
      </Box>
    </Box>
  );
}

const messages = { idle: '', copied: 'Copied', selected: 'Selected: copy with Ctrl+C' } as const;
const hidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;
