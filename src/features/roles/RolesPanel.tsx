import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Suspense, useMemo, useState } from 'react';
import type { Role } from '../../api/organizations.ts';
import { CopyableId } from '../../ui/CopyableId.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { OpenButton } from '../../ui/OpenButton.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SourceCell, type Sources } from '../../ui/SourceList.tsx';
import { useAddressParameter } from '../../ui/useAddressParameter.ts';
import { useSearchedRows } from '../../ui/useSearchedRows.ts';
import type { RolesContext } from './RolesContext.ts';
import { type RoleRow, roleMeasures, roleRows } from './roleRows.ts';

const RoleSheet = lazyPart(() => import('./RoleSheet.tsx').then((part) => part.RoleSheet));
const RoleDialog = lazyPart(() => import('./RoleDialog.tsx').then((part) => part.RoleDialog));

interface RolesPanelProps {
  readonly roles: readonly Role[];
  readonly context: RolesContext;
}

/** The roles of an organization: found, sorted, opened, made. The open one stands in the address. */
export function RolesPanel({ roles, context }: RolesPanelProps) {
  const { sources, may, organization } = context;
  const [creating, setCreating] = useState(false);
  const [openedKey, open] = useAddressParameter('role');
  const find = sources.status === 'ready' ? sources.find : undefined;
  const rows = useMemo(() => roleRows(roles, find), [roles, find]);
  const { search, setSearch, wanted, shown, sorting, onSort } = useSearchedRows(rows, roleMeasures);
  const columns = useMemo(() => columnsOf(sources, open), [sources, open]);
  // The same element while nothing in it changes, so that typing doesn't draw the table anew.
  const table = useMemo(
    () => (
      <DataTable
        label="Roles"
        columns={columns}
        rows={shown}
        rowKey={({ role }) => role.name}
        sorting={sorting}
        onSort={onSort}
      />
    ),
    [columns, shown, sorting, onSort],
  );
  const opened = rows.find(({ role }) => role.name === openedKey);

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', justifyContent: 'space-between' }}>
        <SearchInput
          label="Find a role"
          value={search}
          onChange={setSearch}
          result={`${formatCount(shown.length)} of ${formatCount(roles.length)}`}
        />
        {may.create && (
          <Button variant="contained" onClick={() => setCreating(true)} onPointerEnter={RoleDialog.preload}>
            Create custom role
          </Button>
        )}
      </Box>
      {shown.length === 0 ? (
        <PageState title="No role matches">
          Nothing has “{wanted}” in its names or in a claim value that leads to it.
        </PageState>
      ) : (
        table
      )}
      <Suspense fallback={null}>
        {opened && <RoleSheet row={opened} roles={roles} context={context} onClose={() => open(undefined)} />}
        {creating && (
          <RoleDialog
            organization={organization}
            roles={roles}
            onSaved={(name) => {
              setCreating(false);
              open(name);
            }}
            onClose={() => setCreating(false)}
          />
        )}
      </Suspense>
    </Box>
  );
}

function columnsOf(sources: Sources, open: (name: string) => void): readonly Column<RoleRow>[] {
  const columns: Column<RoleRow>[] = [
    { key: 'name', header: 'Role', sortable: true, cell: ({ role }) => <RoleName role={role} onOpen={open} /> },
    {
      key: 'id',
      header: 'Name in mappings',
      width: { xs: '44%', md: '28%' },
      cell: ({ role }) => <CopyableId id={role.name} of={role.displayName} what="name" />,
    },
    {
      key: 'kind',
      header: 'Kind',
      width: '104px',
      from: 'sm',
      sortable: true,
      cell: ({ role }) => (role.builtIn ? 'Built-in' : 'Custom'),
    },
    {
      key: 'permissions',
      header: 'Permissions',
      width: '116px',
      align: 'right',
      from: 'md',
      sortable: true,
      cell: ({ permissionCount }) => formatCount(permissionCount),
    },
  ];
  if (sources.status === 'loading' || sources.status === 'ready') {
    columns.push({
      key: 'sources',
      header: 'Claim values that lead here',
      width: '26%',
      from: 'md',
      sortable: true,
      cell: (row) => (sources.status === 'ready' ? <SourceCell sources={row.sources} /> : '…'),
    });
  }
  return columns;
}

interface RoleNameProps {
  readonly role: Role;
  readonly onOpen: (name: string) => void;
}

function RoleName({ role: { name, displayName }, onOpen }: RoleNameProps) {
  return (
    <OpenButton onClick={() => onOpen(name)} onPointerEnter={RoleSheet.preload} aria-haspopup="dialog">
      {displayName}
    </OpenButton>
  );
}
