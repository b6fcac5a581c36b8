import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { errorWords } from '../../session/errorWords.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { syncStateQuery } from './syncState.ts';

interface SyncCellProps {
  readonly scope: SettingsScope;
  readonly organization?: Organization;
  /** Where the settings are. */
  readonly address: string;
  /** Names the link: `Group sync of Engineering`. */
  readonly label: string;
}

/** How one sync stands: off, or its field, its rows and their problems. Read when it is first in sight. */
export function SyncCell({ scope, organization, address, label }: SyncCellProps) {
  const { data: state, error } = useQuery(syncStateQuery(scope, organization));
  if (!state) {
    if (error === null) return <Skeleton variant="rounded" height={18} sx={{ maxWidth: 120 }} />;
    return (
      <Box component="span" sx={{ color: 'error.main' }} title={errorWords(error, 'load the settings').detail}>
        Couldn’t be read
      </Box>
    );
  }
  const { field, rows, problems, isFieldUnseen } = state;
  const isOff = field === '';
  if (isOff && rows === 0) {
    return (
      <Link to={address} aria-label={`${label}: off`} style={quiet}>
        Off
      </Link>
    );
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      <Link to={address} aria-label={`${label}: ${isOff ? 'off' : field}`} style={isOff ? quiet : link}>
        {isOff ? 'Off' : <Mono>{field}</Mono>}
      </Link>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {rows === 0 ? 'no' : formatCount(rows)} {rows === 1 ? 'mapping' : 'mappings'}
      </Box>
      {isFieldUnseen && <Warning>claim never seen</Warning>}
      {problems > 0 && (
        <Warning>
          {formatCount(problems)} {problems === 1 ? 'problem' : 'problems'}
        </Warning>
      )}
    </Box>
  );
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'warning.main', whiteSpace: 'nowrap' }}
    >
      <WarningIcon fontSize="small" />
      <span>{children}</span>
    </Box>
  );
}

const link = { display: 'inline-block', minWidth: 24, lineHeight: '24px', textDecoration: 'none' } as const;
const quiet = { ...link, color: 'inherit', opacity: 0.85 } as const;
