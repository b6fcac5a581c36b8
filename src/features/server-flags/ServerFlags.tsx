import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ServerFlag } from '../../api/serverFlags.ts';
import { envPrefix, oidcFlags } from '../../domain/flags/oidcFlags.ts';
import { Mono } from '../../ui/Mono.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { FlagPlanner } from './FlagPlanner.tsx';
import { FlagValueText } from './FlagValueText.tsx';
import { sections, sourceWords } from './flagWords.ts';

interface ServerFlagsProps {
  readonly flags: readonly ServerFlag[];
  /** Links to the settings that take the place of flags. */
  readonly groupSync: ReactNode;
  readonly organizationSync: ReactNode;
}

/** Every server flag that concerns login and sync, and what to set to have them otherwise. */
export function ServerFlags({ flags, groupSync, organizationSync }: ServerFlagsProps) {
  const places: Partial<Record<string, ReactNode>> = { groups: groupSync, organizations: organizationSync };
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1160 }}>
      {sections.map(({ section, title, text }) => (
        <Panel key={section} aria-labelledby={`flags-${section}`}>
          <Typography id={`flags-${section}`} variant="h2">
            {title}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {text} {places[section]}
          </Typography>
          <Box component="dl" sx={{ m: 0 }}>
            {flags
              .filter(({ flag }) => flag.section === section)
              .toSorted((a, b) => place(a) - place(b))
              .map((one) => (
                <FlagRow key={one.flag.env} {...one} />
              ))}
          </Box>
        </Panel>
      ))}
      <FlagPlanner flags={flags} />
    </Box>
  );
}

function place({ flag }: ServerFlag): number {
  return oidcFlags.findIndex(({ env }) => env === flag.env);
}

function FlagRow({ flag, value, source, defaultText }: ServerFlag) {
  const isSet = source !== undefined && source !== 'default';
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: '260px minmax(0, 1fr) 130px' },
        columnGap: 3,
        rowGap: 0.5,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        overflowWrap: 'anywhere',
      }}
    >
      <Box component="dt">
        <Box sx={{ fontWeight: 600 }}>{flag.label}</Box>
        <Typography variant="caption" color="textSecondary">
          <Mono>
            {envPrefix}
            {flag.env}
          </Mono>
        </Typography>
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        <FlagValueText value={value} />
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
          {flag.meaning}
        </Typography>
        {flag.override !== undefined && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
            {flag.override}
          </Typography>
        )}
      </Box>
      <Box component="dd" sx={{ m: 0, textAlign: { md: 'right' } }}>
        <Chip size="small" variant={isSet ? 'filled' : 'outlined'} label={sourceWords[source ?? 'unset']} />
        {isSet && defaultText !== '' && (
          <Typography variant="caption" color="textSecondary" component="div">
            Default: {defaultText === 'true' ? 'on' : defaultText === 'false' ? 'off' : defaultText}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
