import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
}

/** Asks what becomes of unsaved changes when a link leads away from them. */
export function LeaveDialog({ onStay, onLeave, onDiscard }: LeaveDialogProps) {
  return (
    <Dialog open onClose={onStay} aria-labelledby="leave-title">
      <DialogTitle id="leave-title">Leave with unsaved changes?</DialogTitle>
      <DialogContent>
        Nothing of it is saved yet. If you keep the draft, it waits here in this browser tab until you come back.
      </DialogContent>
      <DialogActions>
        <Button onClick={onDiscard} color="error">
          Discard and leave
        </Button>
        <Button onClick={onStay}>Stay</Button>
        <Button onClick={onLeave} variant="contained" autoFocus>
          Keep draft and leave
        </Button>
      </DialogActions>
    </Dialog>
  );
}
