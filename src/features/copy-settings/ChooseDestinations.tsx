import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { organizationsQuery } from '../../api/organizations.ts';
import { updatableSyncQuery } from '../../api/updatableSync.ts';
import type { CopyChoice } from '../../domain/copySettings.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Choice } from '../../ui/Choice.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import type { CopySettingsProps } from './CopySettingsProps.ts';
import type { Copies } from './useCopies.ts';

interface ChooseDestinationsProps extends CopySettingsProps {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly choice: CopyChoice;
  readonly onChoice: (choice: CopyChoice) => void;
  readonly copies: Copies;
  readonly onClose: () => void;
}

/** Enough to choose from; the rest is found by its name. */
const shown = 100;

/** Where to, and what. */
export function ChooseDestinations(props: ChooseDestinationsProps) {
  const { scope, organization, hasDraft, directory, selected, onSelect, choice, onChoice, copies, onClose } = props;
  const { data: all = [] } = useQuery(organizationsQuery);
  const others = useMemo(() => all.filter(({ id }) => id !== organization.id), [all, organization.id]);
  const otherIds = useMemo(() => others.map(({ id }) => id), [others]);
  const { data: updatable, error, isPending } = useQuery(updatableSyncQuery(otherIds));
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const offered = others.filter(({ id }) => updatable?.has(id));
  const found = offered.filter(({ name, displayName }) => `${name} ${displayName}`.toLowerCase().includes(wanted));
  const chosen = offered.filter(({ id }) => selected.has(id));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(selected);
    if (isOn) next.add(id);
    else next.delete(id);
    onSelect(next);
  };
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Typography>
          {scope.kind === 'group' ? 'Groups' : 'Roles'} are matched by name. What an organization doesn’t have is
          listed. Everything is shown before anything is saved.
        </Typography>
        {hasDraft && <Notice tone="info">What is saved is copied, without your unsaved changes.</Notice>}
        <Choice
          label="Mappings"
          options={[
            { value: 'add', label: 'Add to theirs' },
            { value: 'replace', label: 'Replace theirs' },
            { value: 'none', label: 'Leave theirs' },
          ]}
          value={choice.rows}
          onChange={(rows) => onChoice({ ...choice, rows })}
        />
        <Toggle
          id="copy-scalars"
          label={scope.kind === 'group' ? 'Copy field, filter and auto create' : 'Copy the field'}
          checked={choice.scalars}
          onChange={(scalars) => onChoice({ ...choice, scalars })}
        >
          {choice.scalars ? 'They take the place of theirs.' : 'Theirs stay as they are.'}
        </Toggle>
        {scope.kind === 'group' && choice.rows !== 'none' && (
          <Toggle
            id="copy-create"
            label="Create missing groups"
            checked={choice.createMissing}
            onChange={(createMissing) => onChoice({ ...choice, createMissing })}
          >
            {choice.createMissing
              ? 'What an organization doesn’t have is made there, empty and without a quota.'
              : 'What an organization doesn’t have is left out.'}
          </Toggle>
        )}
        {error && <Notice tone="error">{errorWords(error, 'find out where you may change sync').title}</Notice>}
        {isPending && others.length > 0 && <SkeletonBlock label="Loading the organizations" heights={[36, 120]} />}
        {(updatable || others.length === 0) && offered.length === 0 && (
          <Notice tone="info">There is no other organization whose sync you may change.</Notice>
        )}
        {offered.length > 0 && (
          <Box sx={{ display: 'grid', gap: 1 }}>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
              <SearchInput
                label="Find an organization"
                value={search}
                onChange={setSearch}
                result={`${formatCount(chosen.length)} of ${formatCount(offered.length)} chosen`}
              />
              <Button onClick={() => onSelect(new Set([...selected, ...found.map(({ id }) => id)]))}>
                Choose {wanted === '' ? 'all' : 'these'}
              </Button>
              <Button disabled={selected.size === 0} onClick={() => onSelect(new Set())}>
                Choose none
              </Button>
            </Box>
            <Box component="ul" aria-label="Organizations" sx={list}>
              {found.slice(0, shown).map(({ id, displayName, isDefault }) => (
                <li key={id}>
                  <FormControlLabel
                    control={
                      <Checkbox
                        size="small"
                        checked={selected.has(id)}
                        onChange={(event) => toggle(id, event.target.checked)}
                      />
                    }
                    label={isDefault ? `${displayName} (default)` : displayName}
                    sx={{ m: 0, width: '100%' }}
                  />
                </li>
              ))}
              {found.length > shown && <li>and {formatCount(found.length - shown)} more: search for them</li>}
            </Box>
          </Box>
        )}
        {copies.isPlanning && (
          <Box role="status">
            Looking at {formatCount(copies.planned)} of {formatCount(chosen.length)}…
          </Box>
        )}
        {copies.planError && <Notice tone="error">{errorWords(copies.planError, 'look at them').title}</Notice>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          disabled={
            chosen.length === 0 || !directory || copies.isPlanning || (!choice.scalars && choice.rows === 'none')
          }
          onClick={() => copies.plan(chosen, choice)}
        >
          Review
        </Button>
      </DialogActions>
    </>
  );
}

const list = {
  m: 0,
  p: 0,
  listStyle: 'none',
  maxHeight: 260,
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;
