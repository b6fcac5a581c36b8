import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SyncSettings } from '../../../domain/settings.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { convertLegacy } from '../convertLegacy.ts';
import type { ChangeSettings } from '../useDraft.ts';
import type { Targets } from '../useTargets.ts';

interface LegacyPanelProps {
  readonly settings: SyncSettings;
  readonly targets: Targets;
  readonly change: ChangeSettings | undefined;
}

/** Group mappings that came from server flags: they apply, before everything else, and can only be converted or erased. */
export function LegacyPanel({ settings, targets, change }: LegacyPanelProps) {
  if (settings.legacyNameMapping.size === 0) return null;
  const { settings: converted, unresolved } = convertLegacy(settings, targets.byName);
  const canConvert = targets.options !== undefined && unresolved.length < settings.legacyNameMapping.size;
  return (
    <Panel aria-labelledby="legacy-heading">
      <Typography id="legacy-heading" variant="h2">
        Legacy group mappings
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        From the server’s flags. They give a claim value another name before the filter and the mappings below, and they
        apply as long as nobody replaces all settings.
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {[...settings.legacyNameMapping].map(([value, name]) => (
          <li key={value}>
            <Mono>{value}</Mono> → <Mono>{name}</Mono>
            {targets.options !== undefined && !targets.byName.has(name) && !settings.mapping.has(name) && (
              <Typography component="span" variant="body2" color="error">
                {' '}
                no group of this name
              </Typography>
            )}
          </li>
        ))}
      </Box>
      {change && (
        <Button variant="outlined" disabled={!canConvert} onClick={() => change(() => converted)} sx={{ mt: 1.5 }}>
          Convert to group mappings
        </Button>
      )}
      {change && unresolved.length > 0 && canConvert && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
          {unresolved.length === 1
            ? 'One can’t be converted and is'
            : `${unresolved.length} can’t be converted and are`}{' '}
          erased: no group has the name.
        </Typography>
      )}
    </Panel>
  );
}
