import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { hasStatus } from '../../api/ApiError.ts';
import { auditQuery, type SettingsEntry } from '../../api/audit.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import { errorWords } from '../../session/errorWords.ts';
import { ErrorState } from '../../ui/PageState.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { absoluteTime } from '../../ui/times.ts';
import { auditFilter, type HistoryFilter, isWithin, noFilter } from './auditFilter.ts';
import { FilterFields } from './FilterFields.tsx';
import { HistoryEntry } from './HistoryEntry.tsx';
import type { HistoryProps } from './HistoryProps.ts';
import { NoAuditAccess } from './NoAuditAccess.tsx';
import { RestoreOffer } from './RestoreOffer.tsx';
import { isAsAfter, writtenChange } from './settingsAt.ts';

/** The entries of the log, newest first, with a filter and a way back to each. */
export function HistoryList(props: HistoryProps) {
  const { scope, place, renderDiff } = props;
  const [filter, setFilter] = useState<HistoryFilter>(noFilter);
  const all = useInfiniteQuery(auditQuery(scope, {}));
  const wanted = useInfiniteQuery({ ...auditQuery(scope, auditFilter(filter)), placeholderData: keepPreviousData });
  const { data: saved } = useQuery(settingsQuery(scope));
  const isFiltered = filter !== noFilter;
  const everything = useEntries(all.data?.pages);
  const entries = useEntries(wanted.data?.pages).filter((entry) => isWithin(filter, entry.time));
  const people = useMemo(() => peopleOf(everything), [everything]);
  const newest = everything.find(writtenChange);
  const newestChange = newest && writtenChange(newest);
  const presentId = newestChange && saved && isAsAfter(saved, newestChange) ? newest.id : undefined;
  const oldest = isFiltered || wanted.hasNextPage ? undefined : everything.findLast(writtenChange);

  if (hasStatus(wanted.error, 403)) return <NoAuditAccess scope={scope} place={place} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <FilterFields filter={filter} people={people} onChange={setFilter} />
      {wanted.isPending && <SkeletonBlock label="Loading the history" heights={[72, 96, 72]} />}
      {wanted.isError && (
        <ErrorState
          {...errorWords(wanted.error, 'load the history')}
          actions={<Button onClick={() => void wanted.refetch()}>Retry</Button>}
        />
      )}
      {wanted.isSuccess && entries.length === 0 && (
        <Typography role="status" color="textSecondary">
          {isFiltered ? 'No entry of the log matches the filter.' : 'The log has no entry about these settings.'}
        </Typography>
      )}
      <Box component="ol" aria-label="Changes, newest first" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entries.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} renderDiff={renderDiff}>
            {entry.id === presentId ? (
              <Typography variant="body2" color="textSecondary">
                The present state
              </Typography>
            ) : (
              writtenChange(entry) && <RestoreOffer {...props} entry={entry} moment="after" />
            )}
          </HistoryEntry>
        ))}
        {oldest && (
          <Box component="li" sx={{ py: 1.5, display: 'grid', gap: 0.75 }}>
            <Typography variant="body2" color="textSecondary">
              Before {absoluteTime(oldest.time)}
            </Typography>
            <RestoreOffer {...props} entry={oldest} moment="before" />
          </Box>
        )}
      </Box>
      {wanted.hasNextPage && (
        <Button
          variant="outlined"
          disabled={wanted.isFetchingNextPage}
          onClick={() => void wanted.fetchNextPage()}
          sx={{ justifySelf: 'start' }}
        >
          {wanted.isFetchingNextPage ? 'Loading…' : 'Load more'}
        </Button>
      )}
      <Typography variant="body2" color="textSecondary">
        {scope.kind === 'group' && 'The log keeps neither the text of the regex filter nor legacy mappings. '}
        It has changes by anybody and any tool, from when the licence has the feature audit_log. What logins have
        changed isn’t in it.
      </Typography>
    </Box>
  );
}

/** An entry that is written while one pages can come twice. */
function useEntries(
  pages: readonly { readonly entries: readonly SettingsEntry[] }[] | undefined,
): readonly SettingsEntry[] {
  return useMemo(
    () => [...new Map(pages?.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const))).values()],
    [pages],
  );
}

function peopleOf(entries: readonly SettingsEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ person }) => (person ? [[person.username, person.displayName] as const] : [])).toSorted(),
  );
}
