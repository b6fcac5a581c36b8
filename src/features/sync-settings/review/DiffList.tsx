import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import type { Change, SettingsDiff, TargetsChange } from '../../../domain/diffSettings.ts';
import type { SyncKind, Target } from '../../../domain/settings.ts';
import { formatCount } from '../../../ui/formatCount.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { kindWords } from '../kinds.ts';
import type { Targets } from '../useTargets.ts';

interface DiffListProps {
  readonly kind: SyncKind;
  readonly diff: SettingsDiff;
  readonly targets: Pick<Targets, 'find'>;
  /** How many lines stand there at first. */
  readonly shown?: number;
}

/** A change of settings in words and names, one line for each thing that changed. What goes comes first. */
export function DiffList({ kind, diff, targets, shown = 40 }: DiffListProps) {
  const { scalars, added, removed, changed, renamed, legacyDropped } = diff;
  const names = (list: readonly Target[]) => <TargetNames list={list} targets={targets} />;
  const lines: ReactNode[] = [
    scalars.field && (
      <Line key="field" label={kindWords[kind].fieldLabel}>
        <FromTo change={scalars.field} none="none" />
      </Line>
    ),
    scalars.regexFilter && (
      <Line key="filter" label="Regex filter">
        <FromTo change={scalars.regexFilter} none="none" />
      </Line>
    ),
    scalars.autoCreateMissing && (
      <Line key="create" label="Auto create missing groups">
        {onOff(scalars.autoCreateMissing)}
      </Line>
    ),
    scalars.assignDefault && (
      <Line key="default" label="Assign Default Organization">
        {onOff(scalars.assignDefault)}
      </Line>
    ),
    ...removed.map(({ value, targets: list }) => (
      <Line key={`removed ${value}`} label="Mapping removed">
        <Mono>{value}</Mono> → {names(list)}
      </Line>
    )),
    ...legacyDropped.map(([value, name]) => (
      <Line key={`legacy ${value}`} label="Legacy mapping removed">
        <Mono>{value}</Mono> → <Mono>{name}</Mono>
      </Line>
    )),
    ...changed.map(({ value, targets: list }) => (
      <Line key={`changed ${value}`} label="Mapping changed">
        <Mono>{value}</Mono>: {targetChange(list, names)}
      </Line>
    )),
    ...renamed.map(({ from, to, targets: list }) => (
      <Line key={`renamed ${to}`} label="Mapping renamed">
        <Mono>{from}</Mono> → <Mono>{to}</Mono>
        {(list.added.length > 0 || list.removed.length > 0) && <> · {targetChange(list, names)}</>}
      </Line>
    )),
    ...added.map(({ value, targets: list }) => (
      <Line key={`added ${value}`} label="Mapping added">
        <Mono>{value}</Mono> → {names(list)}
      </Line>
    )),
  ].filter(Boolean);
  return <Capped lines={lines} limit={shown} />;
}

/** Thousands of changed rows would take seconds to paint, and nobody reads them all at once. */
function Capped({ lines, limit }: { readonly lines: readonly ReactNode[]; readonly limit: number }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? lines.slice(0, 1000) : lines.slice(0, limit);
  return (
    <>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.5 }}>
        {shown}
      </Box>
      {lines.length > shown.length && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          and {formatCount(lines.length - shown.length)} more{' '}
          {!isAll && (
            <Button size="small" onClick={() => setAll(true)}>
              Show {lines.length > 1000 ? '1,000' : 'all'}
            </Button>
          )}
        </Typography>
      )}
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '176px 1fr' }, columnGap: 2 }}>
      <Typography component="dt" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

function FromTo({ change: { from, to }, none }: { readonly change: Change<string | null>; readonly none: string }) {
  return (
    <>
      {from ? <Mono>{from}</Mono> : none} → {to ? <Mono>{to}</Mono> : none}
    </>
  );
}

function onOff({ to }: Change<boolean>): string {
  return to ? 'off → on' : 'on → off';
}

function targetChange({ added, removed }: TargetsChange, names: (list: readonly Target[]) => ReactNode): ReactNode {
  return (
    <>
      {added.length > 0 && <>adds {names(added)}</>}
      {added.length > 0 && removed.length > 0 && ', '}
      {removed.length > 0 && <>removes {names(removed)}</>}
    </>
  );
}

interface TargetNamesProps {
  readonly list: readonly Target[];
  readonly targets: Pick<Targets, 'find'>;
  /** The rest is counted. */
  readonly shown?: number;
}

/** Targets by name; what has none stays an id. */
export function TargetNames({ list, targets, shown = list.length }: TargetNamesProps) {
  if (list.length === 0) return 'nothing';
  return (
    <>
      {list.slice(0, shown).map((target, index) => {
        const label = targets.find(target)?.label;
        return (
          <span key={target}>
            {index > 0 && ', '}
            {label ?? <Mono>{target}</Mono>}
          </span>
        );
      })}
      {list.length > shown && ` and ${formatCount(list.length - shown)} more`}
    </>
  );
}
