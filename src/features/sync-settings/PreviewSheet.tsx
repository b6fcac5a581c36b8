import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { CloseIcon } from '../../ui/icons.tsx';

interface PreviewSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The preview on a narrow screen: over the form, from below. It stays mounted once it was opened. */
export function PreviewSheet({ isOpen, onClose, children }: PreviewSheetProps) {
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  if (!wasOpened) return null;
  return (
    <Drawer
      anchor="bottom"
      open={isOpen}
      onClose={onClose}
      keepMounted
      slotProps={{ paper: { 'aria-label': 'Preview', sx: { maxHeight: '88vh', borderRadius: '8px 8px 0 0' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Typography component="span" sx={{ fontWeight: 600, flex: 1 }}>
          Preview
        </Typography>
        <IconButton aria-label="Close the preview" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Box>
      <Box sx={{ p: 2, overflow: 'auto' }}>{children}</Box>
    </Drawer>
  );
}
