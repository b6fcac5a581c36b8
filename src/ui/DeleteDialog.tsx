import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId, useState } from 'react';
import { shownName } from '../domain/shownName.ts';
import { Field } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { TextInput } from './TextInput.tsx';

interface DeleteDialogProps {
  readonly title: string;
  /** What has to be typed: the name of what goes. */
  readonly name: string;
  readonly isDeleting: boolean;
  /** Why it couldn't be deleted. */
  readonly error: string | undefined;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
  /** What goes with it. */
  readonly children: ReactNode;
}

/** Asks before something is deleted that can't be brought back. Its name has to be typed. */
export function DeleteDialog({ title, name, isDeleting, error, onDelete, onCancel, children }: DeleteDialogProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === name.trim();
  return (
    <Dialog open onClose={onCancel} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isConfirmed && !isDeleting) onDelete();
        }}
      >
        <DialogTitle id={`${id}-title`} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
          {children}
          <Field id={`${id}-name`} label={`Type ${shownName(name)} to delete it`}>
            <TextInput
              id={`${id}-name`}
              autoFocus
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              slotProps={{ input: { spellCheck: false } }}
            />
          </Field>
          {error !== undefined && <Notice tone="error">{error}</Notice>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="contained" color="error" disabled={!isConfirmed} loading={isDeleting}>
            Delete
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
