import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import type { CopyChoice } from '../../domain/copySettings.ts';
import { ChooseDestinations } from './ChooseDestinations.tsx';
import type { CopySettingsProps } from './CopySettingsProps.ts';
import { keptSelection } from './keptSelection.ts';
import { ReviewCopies } from './ReviewCopies.tsx';
import { useCopies } from './useCopies.ts';

interface CopySettingsDialogProps extends CopySettingsProps {
  readonly onClose: () => void;
}

/** One organization's settings to many: choose, look at everything, save one by one. */
export function CopySettingsDialog({ onClose, ...props }: CopySettingsDialogProps) {
  const { scope, organization } = props;
  const kept = keptSelection(scope);
  const [selected, setSelected] = useState<ReadonlySet<string>>(kept.read);
  const [choice, setChoice] = useState<CopyChoice>({ scalars: true, rows: 'add', createMissing: false });
  const copies = useCopies(props);
  const select = (ids: ReadonlySet<string>) => {
    setSelected(ids);
    kept.write(ids);
  };
  return (
    <Dialog
      open
      // What is being written goes on, so the dialog that tells of it stays.
      onClose={copies.isSaving ? undefined : onClose}
      aria-labelledby="copy-title"
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id="copy-title">
        Copy {scope.kind} sync of {organization.displayName}
      </DialogTitle>
      {copies.plans ? (
        <ReviewCopies {...props} plans={copies.plans} copies={copies} onClose={onClose} />
      ) : (
        <ChooseDestinations
          {...props}
          selected={selected}
          onSelect={select}
          choice={choice}
          onChoice={setChoice}
          copies={copies}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
