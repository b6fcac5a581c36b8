import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon } from '../../ui/icons.tsx';
import type { Verdict } from './verdictOf.ts';

const icons = { success: SuccessIcon, info: InfoIcon, warning: WarningIcon, error: ErrorIcon } as const;

interface VerdictLineProps {
  readonly verdict: Verdict;
  /** The verdict of the saved settings, where it is another one. */
  readonly saved: Verdict | undefined;
}

/** The answer in one line. It is announced once typing has paused. */
export function VerdictLine({ verdict: { tone, text, detail }, saved }: VerdictLineProps) {
  const Icon = icons[tone];
  const spoken = saved ? `${text} ${saved.text}` : text;
  return (
    <Box
      role="status"
      aria-busy={!useIsSettled(spoken)}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'auto minmax(0, 1fr)',
        columnGap: 1,
        p: '10px 12px',
        borderRadius: 1,
        bgcolor: `soft.${tone}`,
        overflowWrap: 'anywhere',
      }}
    >
      <Icon fontSize="small" sx={{ color: `${tone}.main`, mt: '3px' }} />
      <Typography sx={{ fontWeight: 600 }}>{text}</Typography>
      {detail !== undefined && (
        <Typography variant="body2" sx={{ gridColumn: 2 }}>
          {detail}
        </Typography>
      )}
      {saved && (
        <Typography variant="body2" sx={{ gridColumn: 2, color: 'text.secondary', mt: 0.5 }}>
          With the saved settings: {continuing(saved.text)}
        </Typography>
      )}
    </Box>
  );
}

/** What goes on from "With the saved settings:". */
function continuing(text: string): string {
  return text
    .replace(/^This login works[:,] (?:but )?/, '')
    .replace(/^(?:This|Login|The)\b/, (word) => word.toLowerCase());
}

/** Whether the text has stood still for a while. */
function useIsSettled(text: string): boolean {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === text;
}
