import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Role } from '../../api/organizations.ts';
import { CopyableId } from '../../ui/CopyableId.tsx';
import { type Column, DataTable, type Sorting, toggleSorting } from '../../ui/DataTable.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SourceCell, type Sources } from '../../ui/SourceList.tsx';
import type { RolesContext } from './RolesContext.ts';
import { type RoleRow, roleRows, viewRoles } from './viewRoles.ts';

const RoleSheet = lazyPart(() => import('./RoleSheet.tsx').then((part) => part.RoleSheet));
const RoleDialog = lazyPart(() => import('./RoleDialog.tsx').then((part) => part.RoleDialog));

interface RolesPanelProps {
  readonly roles: readonly Role[];
  readonly context: RolesContext;
}

const parameter = 'role';

/** The roles of an organization: found, sorted, opened, made. The open one stands in the address. */
export function RolesPanel({ roles, context }: RolesPanelProps) {
  const { sources, may, organization } = context;
  const [search, setSearch] = useState('');
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', descending: false });
  const [creating, setCreating] = useState(false);
  const [query, setQuery] = useSearchParams();
  const open = useCallback(
    (name: string | undefined) =>
      setQuery((old) => {
        const next = new URLSearchParams(old);
        if (name === undefined) next.delete(parameter);
        else next.set(parameter, name);
        return next;
      }),
    [setQuery],
  );
  const find = sources.status === 'ready' ? sources.find : undefined;
  const rows = useMemo(() => roleRows(roles, find), [roles, find]);
  const wanted = useDeferredValue(search);
  const order = useDeferredValue(sorting);
  const shown = useMemo(() => viewRoles(rows, wanted, order), [rows, wanted, order]);
  const columns = useMemo(() => columnsOf(sources, open), [sources, open]);
  // The same element while nothing in it changes, so that typing doesn't draw the table anew.
  const table = useMemo(
    () => (
      <DataTable
        label="Roles"
        columns={columns}
        rows={shown}
        rowKey={({ role }) => role.name}
        sorting={order}
        onSort={(by) => setSorting((old) => toggleSorting(old, by))}
      />
    ),
    [columns, shown, order],
  );
  const opened = rows.find(({ role }) => role.name === query.get(parameter));

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
          Nothing has “{wanted.trim()}” in its names or in a claim value that leads to it.
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
    <ButtonBase
      onClick={() => onOpen(name)}
      onPointerEnter={RoleSheet.preload}
      aria-haspopup="dialog"
      sx={{
        font: 'inherit',
        fontWeight: 500,
        textAlign: 'left',
        borderRadius: '4px',
        color: 'primary.main',
        overflowWrap: 'anywhere',
        '&:hover': { textDecoration: 'underline' },
      }}
    >
      {displayName}
    </ButtonBase>
  );
}
