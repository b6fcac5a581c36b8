import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { CloseIcon } from './icons.tsx';

interface SideSheetProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons at the bottom, always in sight. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Details of one thing, over the right side of the page. */
export function SideSheet({ title, onClose, actions, children }: SideSheetProps) {
  const id = useId();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': `${id}-title`,
          sx: { width: { xs: '100%', sm: 520 } },
        },
      }}
    >
      <Box sx={{ ...edge, top: 0, borderBottom: 1, borderColor: 'divider' }}>
        <Typography id={`${id}-title`} variant="h2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        <IconButton aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Box>
      <Box sx={{ p: 2, display: 'grid', gap: 2.5, flex: 1, alignContent: 'start' }}>{children}</Box>
      {actions !== undefined && <Box sx={{ ...edge, bottom: 0, borderTop: 1, borderColor: 'divider' }}>{actions}</Box>}
    </Drawer>
  );
}

const edge = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  px: 2,
  py: 1,
  position: 'sticky',
  zIndex: 1,
  backgroundColor: 'background.paper',
} as const;
