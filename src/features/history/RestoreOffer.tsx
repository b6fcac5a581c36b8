import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { readEntriesSince, type SettingsEntry } from '../../api/audit.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { readSettings } from '../../api/syncSettings.ts';
import { diffSettings, type SettingsDiff, sameSettings } from '../../domain/diffSettings.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import { absoluteTime } from '../../ui/times.ts';
import type { HistoryProps } from './HistoryProps.ts';
import { type PastSettings, settingsAt } from './settingsAt.ts';

interface RestoreOfferProps extends Omit<HistoryProps, 'place'> {
  readonly entry: SettingsEntry;
  /** Whether the state after the entry is meant, or the one before it. */
  readonly moment: 'after' | 'before';
}

interface Found extends PastSettings {
  readonly saved: SyncSettings;
}

/** Finds out what a former state was, shows what going back would change, and makes a draft of it if that is wanted. */
export function RestoreOffer({ scope, entry, moment, hasDraft, renderDiff, onRestore }: RestoreOfferProps) {
  const search = useMutation({ mutationFn: () => findState(scope, entry.id, moment) });
  if (!onRestore) return null;
  if (search.data) {
    return (
      <Preview
        kind={scope.kind}
        time={entry.time}
        found={search.data}
        hasDraft={hasDraft}
        renderDiff={renderDiff}
        onRestore={onRestore}
        onCancel={search.reset}
      />
    );
  }
  const what = moment === 'after' ? 'Restore this state' : 'Restore the state before';
  return (
    <>
      {search.isError && <Notice tone="error">{errorWords(search.error, 'find out what the state was').title}</Notice>}
      <Button
        size="small"
        variant="outlined"
        disabled={search.isPending}
        aria-label={`${what}: ${absoluteTime(entry.time)}`}
        onClick={() => search.mutate()}
        sx={{ justifySelf: 'start' }}
      >
        {what}
      </Button>
    </>
  );
}

async function findState(scope: SettingsScope, id: string, moment: 'after' | 'before'): Promise<Found> {
  const [saved, entries] = await Promise.all([readSettings(scope), readEntriesSince(scope, id)]);
  return { saved, ...settingsAt(saved, entries, moment) };
}

interface PreviewProps {
  readonly kind: SyncKind;
  readonly time: Date;
  readonly found: Found;
  readonly hasDraft: boolean;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  readonly onRestore: (settings: SyncSettings) => void;
  readonly onCancel: () => void;
}

function Preview({ kind, time, found, hasDraft, renderDiff, onRestore, onCancel }: PreviewProps) {
  const { saved, settings, filterChanged, hasGaps } = found;
  const isSame = sameSettings(saved, settings);
  const notes = [
    kind === 'group' &&
      (filterChanged
        ? 'The regex filter was changed since. It stays as it is now, because the log doesn’t keep its text; so do legacy mappings.'
        : 'Regex filter and legacy mappings stay as they are now.'),
    hasGaps && 'The log has gaps: something was changed without an entry. Look closely at the draft.',
    !isSame && hasDraft && 'The draft replaces your unsaved changes. Undo brings them back.',
  ].filter((note) => note !== false);
  return (
    <Box
      role="group"
      aria-label={`Restore: ${absoluteTime(time)}`}
      sx={{ p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, display: 'grid', gap: 1 }}
    >
      <Typography sx={{ fontWeight: 600 }}>
        {isSame ? 'The settings are like this now' : 'Going back changes this, as a draft to review'}
      </Typography>
      {!isSame && <Suspense fallback={null}>{renderDiff(diffSettings(saved, settings))}</Suspense>}
      {notes.map((note) => (
        <Typography key={note} variant="body2">
          {note}
        </Typography>
      ))}
      <Box sx={{ display: 'flex', gap: 1 }}>
        {!isSame && (
          <Button size="small" variant="contained" onClick={() => onRestore(settings)} autoFocus>
            Make it a draft
          </Button>
        )}
        <Button size="small" onClick={onCancel}>
          {isSame ? 'Close' : 'Cancel'}
        </Button>
      </Box>
    </Box>
  );
}
