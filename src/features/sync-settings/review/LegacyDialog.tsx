import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { SyncSettings } from '../../../domain/settings.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { convertLegacy } from '../convertLegacy.ts';
import type { Targets } from '../useTargets.ts';

interface LegacyDialogProps {
  readonly wanted: SyncSettings;
  readonly targets: Targets;
  readonly onSave: (settings: SyncSettings) => void;
  readonly onCancel: () => void;
}

/** Shows the legacy name mappings that a save would erase, and lets one decide what becomes of them. */
export function LegacyDialog({ wanted, targets, onSave, onCancel }: LegacyDialogProps) {
  const { settings, converted, unresolved } = convertLegacy(wanted, targets.byName);
  const canConvert = targets.options !== undefined && converted.length > 0;
  return (
    <Dialog open onClose={onCancel} aria-labelledby="legacy-title" maxWidth="sm" fullWidth>
      <DialogTitle id="legacy-title">This save erases the legacy mappings</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 1.5 }}>
        <Typography>
          This can only be saved by replacing all settings, and the server then drops the mappings that came from its
          flags. They can’t be brought back here. Convert them to group mappings to keep what they do.
        </Typography>
        <Pairs title="Become group mappings" pairs={converted} />
        <Pairs title="No group has this name: can’t be converted" pairs={unresolved} />
        <Typography variant="body2" color="textSecondary">
          The regex filter is tested on the claim value of a group mapping. It was tested on the group name of a legacy
          one.
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button color="error" onClick={() => onSave({ ...wanted, legacyNameMapping: new Map() })}>
          Erase and save
        </Button>
        <Button variant="contained" disabled={!canConvert} onClick={() => onSave(settings)}>
          Convert and save
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Pairs({ title, pairs }: { readonly title: string; readonly pairs: readonly (readonly [string, string])[] }) {
  if (pairs.length === 0) return null;
  return (
    <Box>
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {pairs.map(([value, name]) => (
          <li key={value}>
            <Mono>{value}</Mono> → <Mono>{name}</Mono>
          </li>
        ))}
      </Box>
    </Box>
  );
}
