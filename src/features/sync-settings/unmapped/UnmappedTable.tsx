import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { addRows, setTargets } from '../../../domain/editSettings.ts';
import type { UnmappedValue } from '../../../domain/findUnmapped.ts';
import type { SyncKind, SyncSettings } from '../../../domain/settings.ts';
import { shownName } from '../../../domain/shownName.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { formatCount } from '../../../ui/formatCount.ts';
import { SearchInput } from '../../../ui/SearchInput.tsx';
import type { ComposerStart } from '../editing/MappingComposer.tsx';
import { kindWords } from '../kinds.ts';
import type { ChangeSettings } from '../useDraft.ts';
import type { DraftView } from '../useDraftView.ts';
import { AddRowsBar } from './AddRowsBar.tsx';
import { TargetCell } from './TargetCell.tsx';
import { Tick, ValueCell } from './UnmappedCells.tsx';
import { isGoodRow, type UnmappedRow, unmappedRow, useChoices } from './useChoices.ts';
import { useGuesses } from './useGuesses.ts';

export interface UnmappedTableProps {
  readonly kind: SyncKind;
  readonly view: DraftView;
  readonly settings: SyncSettings;
  /** Undefined: read-only. */
  readonly change: ChangeSettings | undefined;
  readonly onStart: (start: ComposerStart) => void;
  readonly unmapped: readonly UnmappedValue[];
}

type Shown = 'all' | 'guessed' | 'unguessed';

/** Values without a row, each with what happens to it today and a guess; those that are ticked become rows at once. */
export function UnmappedTable({ kind, view, settings, change, onStart, unmapped }: UnmappedTableProps) {
  const words = kindWords[kind];
  const { claim, targets } = view;
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [editing, setEditing] = useState<string>();
  const { choices, tick, choose, clear } = useChoices();
  const values = useMemo(() => unmapped.map(({ value }) => value), [unmapped]);
  const { legacyNameMapping } = settings;
  const renamed = useMemo(
    () => claim.values.map((value) => legacyNameMapping.get(value) ?? value),
    [claim.values, legacyNameMapping],
  );
  const guesses = useGuesses(renamed, values, targets, settings.mapping);
  const all = useMemo(
    () => unmapped.map((value) => unmappedRow(value, guesses?.get(value.value), choices.get(value.value))),
    [unmapped, guesses, choices],
  );
  const wanted = useDeferredValue(search).trim().toLowerCase();
  const found = useMemo(
    () =>
      all.filter(({ value, targets: to }) =>
        [value, ...to.map((target) => targets.find(target)?.label ?? '')].some((text) =>
          text.toLowerCase().includes(wanted),
        ),
      ),
    [all, wanted, targets],
  );
  // The row whose targets are being chosen stays where it is.
  const guessed = useMemo(
    () => found.filter((row) => row.targets.length > 0 || row.value === editing),
    [found, editing],
  );
  const unguessed = useMemo(
    () => found.filter((row) => row.targets.length === 0 || row.value === editing),
    [found, editing],
  );
  const rows = { all: found, guessed, unguessed }[shown];
  const ticked = useMemo(() => all.filter(({ choice }) => choice?.isTicked), [all]);
  const good = useMemo(() => rows.filter((row) => isGoodRow(row) && !row.choice?.isTicked), [rows]);
  const place = useRef<HTMLDivElement>(null);

  const add =
    change &&
    (() => {
      change((old) => addRows(old, new Map(ticked.map((row) => [row.value, row.targets]))), {
        label: `${formatCount(ticked.length)} ${ticked.length === 1 ? 'row' : 'rows'} added`,
      });
      clear();
      setEditing(undefined);
      place.current?.focus();
    });
  const block =
    change &&
    ((value: string) => {
      change((old) => setTargets(old, value, []), { label: `${shownName(value)} blocked` });
      place.current?.focus();
    });

  const tickColumn: Column<UnmappedRow> = {
    key: 'tick',
    header: 'Add',
    headerHidden: true,
    width: '44px',
    cell: (row) => <Tick row={row} targets={targets} onTick={tick} />,
  };
  const columns: readonly Column<UnmappedRow>[] = [
    ...(change ? [tickColumn] : []),
    {
      key: 'value',
      header: words.valueColumn,
      width: { xs: '38%', sm: '44%' },
      cell: (row) => <ValueCell row={row} targets={targets} />,
    },
    {
      key: 'target',
      header: words.targetLabel,
      cell: (row) => (
        <TargetCell
          row={row}
          words={words}
          targets={targets}
          isGuessing={guesses === undefined}
          isEditing={editing === row.value}
          onEdit={change && ((isOn) => setEditing(isOn ? row.value : undefined))}
          onChoose={choose}
          onBlock={block}
          onStart={onStart}
        />
      ),
    },
  ];
  const counts = (label: string, list: readonly UnmappedRow[]) => `${label} (${formatCount(list.length)})`;
  return (
    <Box ref={place} tabIndex={-1} sx={{ display: 'grid', gap: 1.5, outline: 0 }}>
      <Box sx={{ display: 'flex', gap: 2, rowGap: 1, flexWrap: 'wrap', alignItems: 'end' }}>
        <Choice
          label="Show"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: counts('All', found) },
            { value: 'guessed', label: counts('With a target', guessed) },
            { value: 'unguessed', label: counts('Without', unguessed) },
          ]}
        />
        <SearchInput label="Search values" value={search} onChange={setSearch} />
      </Box>
      {change && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button size="small" variant="outlined" disabled={good.length === 0} onClick={() => tick(good, true)}>
            {tickText(good.length)}
          </Button>
          <Button size="small" disabled={ticked.length === 0} onClick={() => tick(ticked, false)}>
            Untick all
          </Button>
        </Box>
      )}
      {rows.length > 0 ? (
        <DataTable label="Values without a mapping" columns={columns} rows={rows} rowKey={({ value }) => value} />
      ) : (
        <Typography color="textSecondary">None.</Typography>
      )}
      {add && <AddRowsBar ticked={ticked} words={words} onAdd={add} />}
    </Box>
  );
}

function tickText(good: number): string {
  if (good === 0) return 'Tick all good guesses';
  return good === 1 ? 'Tick the good guess' : `Tick all ${formatCount(good)} good guesses`;
}
