import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Suspense, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { findUnmapped } from '../../../domain/findUnmapped.ts';
import { formatCount } from '../../../ui/formatCount.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { Mono } from '../../../ui/Mono.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { SkeletonBlock } from '../../../ui/SkeletonBlock.tsx';
import { kindWords } from '../kinds.ts';
import type { UnmappedTableProps } from './UnmappedTable.tsx';
import { todaySummary } from './unmappedWords.tsx';

const UnmappedTable = lazyPart(() => import('./UnmappedTable.tsx').then((part) => part.UnmappedTable));

interface UnmappedPanelProps extends Omit<UnmappedTableProps, 'unmapped'> {
  /** Open if there is one; a new object brings it into view. */
  readonly opened: object | undefined;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Seen values that no row names: how many, what happens to them today, and, opened, each with a guess. */
export function UnmappedPanel({ opened, onOpen, ...props }: UnmappedPanelProps) {
  const { kind, view, change } = props;
  const { claim, targets, filterCheck } = view;
  // Later than what is typed: only these three decide.
  const settings = useDeferredValue(props.settings);
  const { mapping, autoCreateMissing, legacyNameMapping } = settings;
  const filter = 'filter' in filterCheck ? filterCheck.filter : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: typing in the field or the filter leaves the rest of the settings alone
  const unmapped = useMemo(
    () => findUnmapped(kind, claim.values, settings, targets.byName, filter),
    [kind, claim.values, mapping, autoCreateMissing, legacyNameMapping, targets.byName, filter],
  );
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (opened) panel.current?.focus();
  }, [opened]);
  // The button answers at once, the table comes after.
  const isShown = useDeferredValue(opened !== undefined);
  if (unmapped.length === 0) return null;
  const isKnown = targets.options !== undefined;
  return (
    <Panel ref={panel} tabIndex={-1} aria-labelledby="unmapped-heading">
      <Typography id="unmapped-heading" variant="h2">
        Seen without a mapping
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {formatCount(unmapped.length)} {unmapped.length === 1 ? 'value' : 'values'} of <Mono>{claim.field}</Mono> in
        people’s last logins{isKnown && `: ${todaySummary(unmapped)}`}. {kindWords[kind].unmappedRule}
      </Typography>
      {isShown && isKnown && (
        <Suspense fallback={<SkeletonBlock label="Loading the list" heights={[240]} />}>
          <UnmappedTable key={claim.field} {...props} settings={settings} unmapped={unmapped} />
        </Suspense>
      )}
      <Button
        variant="outlined"
        aria-expanded={opened !== undefined}
        onClick={() => onOpen(!opened)}
        onPointerEnter={UnmappedTable.preload}
        onFocus={UnmappedTable.preload}
        sx={{ mt: opened ? 1.5 : 0 }}
      >
        {opened ? 'Close the list' : change ? 'Map them' : 'Show them'}
      </Button>
    </Panel>
  );
}
