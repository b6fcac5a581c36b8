import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import { RedoIcon, UndoIcon } from '../../ui/icons.tsx';
import { describeDiff } from './describeDiff.ts';
import type { DraftHandle } from './useDraft.ts';

interface DraftBarProps {
  readonly handle: DraftHandle;
  readonly diff: SettingsDiff;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  /** Button that opens the preview where it doesn't stand beside the form. */
  readonly preview: ReactNode;
  /** How the last save went, if there is something to say. */
  readonly message: ReactNode;
}

const Bar = styled('section')(({ theme }) => ({
  position: 'sticky',
  bottom: 0,
  zIndex: 3,
  marginTop: theme.spacing(2),
  padding: theme.spacing(1, 2),
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: `${theme.shape.borderRadius}px ${theme.shape.borderRadius}px 0 0`,
  borderBottom: 0,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  boxShadow: '0 -4px 16px rgb(0 0 0 / 0.08)',
}));

/** Counts what is unsaved, and saves, discards, undoes and redoes it. Only there while it has something to say. */
export function DraftBar({ handle, diff, isSaving, onSave, preview, message }: DraftBarProps) {
  const { draft } = handle;
  if (!draft && !message) return null;
  return (
    <Bar aria-label="Unsaved changes">
      {message}
      {draft && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Box sx={{ flex: '1 1 200px', minWidth: 0 }} role="status">
            <Typography sx={{ fontWeight: 600 }}>
              {draft.isChanged ? describeDiff(diff) : 'No unsaved changes'}
            </Typography>
            {draft.lastEdit !== undefined && (
              <Typography variant="caption" color="textSecondary" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
                Last: {draft.lastEdit}
              </Typography>
            )}
          </Box>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', ml: 'auto' }}>
            {preview}
            <IconButton onClick={handle.undo} disabled={!draft.canUndo} aria-label="Undo" title="Undo (Ctrl+Z)">
              <UndoIcon />
            </IconButton>
            <IconButton onClick={handle.redo} disabled={!draft.canRedo} aria-label="Redo" title="Redo (Ctrl+Shift+Z)">
              <RedoIcon />
            </IconButton>
            <Button onClick={handle.discard}>Discard</Button>
            <Button variant="contained" onClick={onSave} disabled={!draft.isChanged} loading={isSaving}>
              Save
            </Button>
          </Box>
        </Box>
      )}
    </Bar>
  );
}
