import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, Suspense, useMemo } from 'react';
import type { LoggedChange, SettingsEntry } from '../../api/audit.ts';
import { countChanges, type SettingsDiff } from '../../domain/diffSettings.ts';
import { ErrorIcon } from '../../ui/icons.tsx';
import { absoluteTime, relativeTime } from '../../ui/times.ts';
import { diffOfChange, writtenChange } from './settingsAt.ts';

interface HistoryEntryProps {
  readonly entry: SettingsEntry;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** One entry of the log: who, when, and what. */
export function HistoryEntry({ entry, renderDiff, children }: HistoryEntryProps) {
  const { person, time, status } = entry;
  const change = writtenChange(entry);
  return (
    <Box component="li" sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider', display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
        <Typography component="h3" variant="body1" sx={{ fontWeight: 600 }} title={person?.username}>
          {person?.displayName ?? 'Somebody whose account is gone'}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          <time dateTime={time.toISOString()} title={absoluteTime(time)}>
            {relativeTime(time, new Date())}
          </time>
          , {absoluteTime(time)}
        </Typography>
      </Box>
      {change ? <Change change={change} renderDiff={renderDiff} /> : <NothingWritten status={status} />}
      {children}
    </Box>
  );
}

interface ChangeProps {
  readonly change: LoggedChange;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
}

function Change({ change, renderDiff }: ChangeProps) {
  const diff = useMemo(() => diffOfChange(change), [change]);
  return (
    <>
      {countChanges(diff) > 0 && <Suspense fallback={null}>{renderDiff(diff)}</Suspense>}
      {change.filterChanged && (
        <Typography variant="body2">Regex filter changed (the log doesn’t keep its text)</Typography>
      )}
      {countChanges(diff) === 0 && !change.filterChanged && (
        <Typography variant="body2">An empty mapping was stored for the first time</Typography>
      )}
    </>
  );
}

function NothingWritten({ status }: { readonly status: number }) {
  if (status < 400) {
    return (
      <Typography variant="body2" color="textSecondary">
        Saved without a change that the log tracks
      </Typography>
    );
  }
  return (
    <Typography variant="body2" sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
      <ErrorIcon color="error" fontSize="small" titleAccess="Not saved" />
      Tried to save, {status < 500 ? 'refused' : 'failed'}: {status}
      {status === 403 && ', not permitted'}
      {status === 400 && ', not valid'}
    </Typography>
  );
}
