import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon } from './icons.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const icons = { info: InfoIcon, success: SuccessIcon, warning: WarningIcon, error: ErrorIcon } as const;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, at the end. */
  readonly action?: ReactNode;
  /** `alert` interrupts; by default errors do. `none` is for what stood there from the start. */
  readonly role?: 'alert' | 'status' | 'none';
}

const Frame = styled('div', { shouldForwardProp: (prop) => prop !== 'tone' })<{ readonly tone: NoticeTone }>(
  ({ theme, tone }) => ({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: '8px 12px',
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.vars.palette.soft[tone],
    '& > svg': { color: theme.vars.palette[tone].main, marginTop: 2, flexShrink: 0 },
  }),
);

/** A line that has to be seen, where it belongs. The tone is in the icon and the words, not in the colour alone. */
export function Notice({ tone, title, children, action, role = tone === 'error' ? 'alert' : 'status' }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <Frame tone={tone} {...(role === 'none' ? {} : { role })}>
      <Icon titleAccess={tones[tone]} />
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        {title !== undefined && <Box sx={{ fontWeight: 600 }}>{title}</Box>}
        {children}
      </Box>
      {action !== undefined && <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>{action}</Box>}
    </Frame>
  );
}

const tones = { info: 'Note', success: 'Done', warning: 'Warning', error: 'Error' } as const;
