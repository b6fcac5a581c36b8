import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import type { SettingsScope } from '../../../api/keys.ts';
import { countChanges } from '../../../domain/diffSettings.ts';
import {
  type MergeChoice,
  type MergeConflict,
  resolveConflicts,
  type SettingsMerge,
} from '../../../domain/mergeSettings.ts';
import type { SyncKind, SyncSettings } from '../../../domain/settings.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { kindWords } from '../kinds.ts';
import { useLastAuthor } from '../useLastAuthor.ts';
import type { Targets } from '../useTargets.ts';
import { TargetNames } from './DiffList.tsx';

interface ConflictDialogProps {
  readonly scope: SettingsScope;
  readonly merge: SettingsMerge;
  readonly targets: Targets;
  readonly onResolve: (settings: SyncSettings) => void;
  readonly onCancel: () => void;
}

/** Shows what two people changed differently, side by side, and lets one choose, thing by thing. */
export function ConflictDialog({ scope, merge, targets, onResolve, onCancel }: ConflictDialogProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, MergeChoice>>(new Map());
  const author = useLastAuthor(scope);
  const silent = countChanges(merge.theirs) - merge.conflicts.length;
  return (
    <Dialog open onClose={onCancel} aria-labelledby="conflict-title" maxWidth="md" fullWidth>
      <DialogTitle id="conflict-title">{author} changed this while you edited</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Typography>
          Nothing is saved yet. Choose for each; your other changes are kept
          {silent > 0 ? `, and ${silent} more of theirs ${silent === 1 ? 'merges' : 'merge'} with them` : ''}.
        </Typography>
        {merge.conflicts.map((conflict) => (
          <Choice
            key={conflict.id}
            kind={scope.kind}
            conflict={conflict}
            targets={targets}
            choice={choices.get(conflict.id)}
            onChoose={(choice) => setChoices(new Map(choices).set(conflict.id, choice))}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          variant="contained"
          disabled={choices.size < merge.conflicts.length}
          onClick={() => onResolve(resolveConflicts(merge, choices))}
        >
          Save with these choices
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly kind: SyncKind;
  readonly conflict: MergeConflict;
  readonly targets: Targets;
  readonly choice: MergeChoice | undefined;
  readonly onChoose: (choice: MergeChoice) => void;
}

function Choice({ kind, conflict, targets, choice, onChoose }: ChoiceProps) {
  const sides = sidesOf(conflict, targets);
  const titleId = `conflict-${conflict.id}`;
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Typography id={titleId} variant="h3">
        {titleOf(kind, conflict)}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        It was: {sides.base}
      </Typography>
      <RadioGroup
        aria-labelledby={titleId}
        value={choice ?? ''}
        onChange={(_, value) => (value === 'theirs' || value === 'mine' || value === 'both') && onChoose(value)}
      >
        <FormControlLabel value="theirs" control={<Radio size="small" />} label={<>Theirs: {sides.theirs}</>} />
        <FormControlLabel value="mine" control={<Radio size="small" />} label={<>Yours: {sides.mine}</>} />
        {sides.both && (
          <FormControlLabel value="both" control={<Radio size="small" />} label={<>Both: {sides.both}</>} />
        )}
      </RadioGroup>
    </Box>
  );
}

function titleOf(kind: SyncKind, conflict: MergeConflict): ReactNode {
  switch (conflict.kind) {
    case 'field':
      return kindWords[kind].fieldLabel;
    case 'regexFilter':
      return 'Regex filter';
    case 'row':
      return <Mono>{conflict.value}</Mono>;
  }
}

function sidesOf(conflict: MergeConflict, targets: Targets) {
  if (conflict.kind === 'row') {
    const row = (list: readonly string[] | undefined) =>
      list ? <TargetNames list={list} targets={targets} /> : 'no mapping';
    return {
      base: row(conflict.base),
      theirs: row(conflict.theirs),
      mine: row(conflict.mine),
      both: conflict.both && row(conflict.both),
    };
  }
  const text = (value: string | null) => (value ? <Mono>{value}</Mono> : 'none');
  return { base: text(conflict.base), theirs: text(conflict.theirs), mine: text(conflict.mine), both: undefined };
}
