import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { setTargets } from '../../../domain/editSettings.ts';
import type { Mapping, SyncKind } from '../../../domain/settings.ts';
import { ClaimValue } from '../../../ui/ClaimValue.tsx';
import { formatCount } from '../../../ui/formatCount.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import type { ComposerStart } from '../editing/MappingComposer.tsx';
import { kindWords } from '../kinds.ts';
import type { ChangeSettings } from '../useDraft.ts';
import type { DraftView } from '../useDraftView.ts';

interface PassThroughPanelProps {
  readonly kind: SyncKind;
  readonly view: DraftView;
  readonly mapping: Mapping;
  readonly change: ChangeSettings | undefined;
  readonly onStart: (start: ComposerStart) => void;
}

const shownValues = 8;

/** Seen values that no row mentions, and what happens to each today. */
export function PassThroughPanel({ kind, view, mapping, change, onStart }: PassThroughPanelProps) {
  const { claim, passThroughs, targets, filterCheck } = view;
  const [isAll, setAll] = useState(false);
  const unmapped = useMemo(() => {
    const named = new Map(passThroughs.map(({ value, target }) => [value, target]));
    const rest = claim.values.filter((value) => !mapping.has(value) && !named.has(value));
    return [...named.keys(), ...rest].map((value) => ({ value, target: named.get(value) }));
  }, [claim.values, mapping, passThroughs]);
  if (unmapped.length === 0) return null;
  const filter = 'filter' in filterCheck ? filterCheck.filter : undefined;
  const shown = isAll ? unmapped.slice(0, 500) : unmapped.slice(0, shownValues);
  return (
    <Panel aria-labelledby="unmapped-heading">
      <Typography id="unmapped-heading" variant="h2">
        Seen without a mapping
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {formatCount(unmapped.length)} {unmapped.length === 1 ? 'value' : 'values'} of <Mono>{claim.field}</Mono> in
        people’s last logins. {kindWords[kind].unmappedRule}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map(({ value, target }) => (
          <Box
            component="li"
            key={value}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) minmax(0, 1fr) 112px' },
              columnGap: 1,
              alignItems: 'center',
              minHeight: 34,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <ClaimValue value={value} />
            </Box>
            <Typography variant="body2" color="textSecondary" sx={{ gridRow: { xs: 2, sm: 'auto' } }}>
              {fate(kind, value, target && (targets.find(target)?.label ?? target), filter)}
            </Typography>
            {change && (
              <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
                <Button
                  size="small"
                  aria-label={`Map ${value}`}
                  onClick={() => onStart({ value, targets: target ? [target] : [] })}
                >
                  Map
                </Button>
                {target && (
                  <Button
                    size="small"
                    aria-label={`Map ${value} to nothing`}
                    onClick={() => change((settings) => setTargets(settings, value, []))}
                  >
                    Block
                  </Button>
                )}
              </Box>
            )}
          </Box>
        ))}
      </Box>
      {unmapped.length > shown.length && !isAll && (
        <Button size="small" onClick={() => setAll(true)} sx={{ mt: 0.5 }}>
          Show all {formatCount(unmapped.length)}
        </Button>
      )}
      {unmapped.length > shown.length && isAll && (
        <Typography variant="body2" color="textSecondary">
          and {formatCount(unmapped.length - shown.length)} more
        </Typography>
      )}
    </Panel>
  );
}

function fate(
  kind: SyncKind,
  value: string,
  target: string | undefined,
  filter: ((value: string) => boolean) | undefined,
): string {
  if (filter && !filter(value)) return 'Stopped by the filter';
  if (target === undefined) return 'Ignored';
  return kind === 'role' ? `Grants ${target} by its name` : `Joins ${target} by its name`;
}
