import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Group } from '../../api/groups.ts';
import { CopyableId } from '../../ui/CopyableId.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { OpenButton } from '../../ui/OpenButton.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SourceCell, type Sources } from '../../ui/SourceList.tsx';
import { useAddressParameter } from '../../ui/useAddressParameter.ts';
import { useSearchedRows } from '../../ui/useSearchedRows.ts';
import type { GroupsContext } from './GroupsContext.ts';
import { type GroupRow, groupMeasures, groupRows } from './groupRows.ts';

const GroupSheet = lazyPart(() => import('./GroupSheet.tsx').then((part) => part.GroupSheet));
const GroupDialog = lazyPart(() => import('./GroupDialog.tsx').then((part) => part.GroupDialog));

interface GroupsPanelProps {
  readonly groups: readonly Group[];
  readonly context: GroupsContext;
  /** Stands where there are no groups. */
  readonly empty: ReactNode;
}

/** The groups of an organization: found, sorted, opened, made. The open one stands in the address. */
export function GroupsPanel({ groups, context, empty }: GroupsPanelProps) {
  const { sources, may, organization } = context;
  const [creating, setCreating] = useState(false);
  const [openedKey, open] = useAddressParameter('group');
  const find = sources.status === 'ready' ? sources.find : undefined;
  const rows = useMemo(() => groupRows(groups, find), [groups, find]);
  const { search, setSearch, wanted, shown, sorting, onSort } = useSearchedRows(rows, groupMeasures);
  const columns = useMemo(() => columnsOf(sources, open), [sources, open]);
  // The same element while nothing in it changes, so that typing doesn't draw the table anew.
  const table = useMemo(
    () => (
      <DataTable
        label="Groups"
        columns={columns}
        rows={shown}
        rowKey={({ group }) => group.id}
        sorting={sorting}
        onSort={onSort}
      />
    ),
    [columns, shown, sorting, onSort],
  );
  const opened = rows.find(({ group }) => group.id === openedKey);

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', justifyContent: 'space-between' }}>
        {groups.length > 0 && (
          <SearchInput
            label="Find a group"
            value={search}
            onChange={setSearch}
            result={`${formatCount(shown.length)} of ${formatCount(groups.length)}`}
          />
        )}
        {may.create && (
          <Button variant="contained" onClick={() => setCreating(true)} onPointerEnter={GroupDialog.preload}>
            Create group
          </Button>
        )}
      </Box>
      {groups.length === 0 && empty}
      {groups.length > 0 && shown.length === 0 && (
        <PageState title="No group matches">
          Nothing has “{wanted}” in its name, its id or a claim value that leads to it.
        </PageState>
      )}
      {shown.length > 0 && table}
      <Suspense fallback={null}>
        {opened && <GroupSheet row={opened} context={context} onClose={() => open(undefined)} />}
        {creating && (
          <GroupDialog
            organization={organization}
            onSaved={(group) => {
              setCreating(false);
              open(group.id);
            }}
            onClose={() => setCreating(false)}
          />
        )}
      </Suspense>
    </Box>
  );
}

function columnsOf(sources: Sources, open: (id: string) => void): readonly Column<GroupRow>[] {
  const columns: Column<GroupRow>[] = [
    { key: 'name', header: 'Group', sortable: true, cell: ({ group }) => <GroupName group={group} onOpen={open} /> },
    {
      key: 'id',
      header: 'Id',
      width: { xs: '56px', lg: '346px' },
      cell: ({ group }) => <CopyableId id={group.id} of={group.displayName} buttonOnlyBelow="lg" />,
    },
    {
      key: 'source',
      header: 'Source',
      width: '104px',
      from: 'sm',
      sortable: true,
      cell: ({ group }) => sourceWords(group),
    },
    {
      key: 'members',
      header: 'Members',
      width: '96px',
      align: 'right',
      sortable: true,
      cell: ({ group }) => formatCount(group.memberCount),
    },
    {
      key: 'quota',
      header: 'Quota',
      width: '84px',
      align: 'right',
      from: 'md',
      sortable: true,
      cell: ({ group }) => formatCount(group.quota),
    },
  ];
  if (sources.status === 'loading' || sources.status === 'ready') {
    columns.push({
      key: 'sources',
      header: 'Claim values that lead here',
      width: { xs: '30%', md: '28%' },
      from: 'sm',
      sortable: true,
      cell: (row) => (sources.status === 'ready' ? <SourceCell sources={row.sources} /> : '…'),
    });
  }
  return columns;
}

/** Where a group comes from, in two words. */
function sourceWords({ source }: Group): string {
  return source === 'oidc' ? 'By sync' : 'Made here';
}

interface GroupNameProps {
  readonly group: Group;
  readonly onOpen: (id: string) => void;
}

function GroupName({ group: { id, name, displayName }, onOpen }: GroupNameProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <OpenButton onClick={() => onOpen(id)} onPointerEnter={GroupSheet.preload} aria-haspopup="dialog">
        {displayName}
      </OpenButton>
      {displayName !== name && (
        <Box sx={{ typography: 'body2', color: 'text.secondary', lineHeight: '18px' }}>
          <Mono>{name}</Mono>
        </Box>
      )}
    </Box>
  );
}
