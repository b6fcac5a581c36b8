import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { lastChangesQuery } from '../../api/audit.ts';
import type { Organization } from '../../api/organizations.ts';
import { memberCountQuery } from '../../api/people.ts';
import { type Column, DataTable, type Sorting, toggleSorting } from '../../ui/DataTable.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { absoluteTime, relativeTime } from '../../ui/times.ts';
import { useAddressParameter } from '../../ui/useAddressParameter.ts';
import { SyncCell } from './SyncCell.tsx';
import { useScan } from './useScan.ts';
import { viewOrganizations } from './viewOrganizations.ts';

/** The pages of an organization that the overview leads to. */
export type OrganizationAddress = (organization: Organization, page: 'groups' | 'idp-sync', tab?: string) => string;

interface OrganizationTableProps {
  readonly organizations: readonly Organization[];
  /** Whose sync settings may be read. */
  readonly isReadable: (organization: Organization) => boolean;
  readonly address: OrganizationAddress;
  readonly search: (organizations: readonly Organization[], text: string) => readonly Organization[];
}

/** As few as this are all in sight, so looking at each of them costs nothing more. */
const fewOrganizations = 25;
const noTimes: ReadonlyMap<string, LastTime> = new Map();
const byProblems: Sorting = { by: 'problems', descending: true };

interface LastTime {
  readonly time: Date;
  readonly who: string | undefined;
}

/** Every organization, with how its syncs stand: found, sorted, those with problems first. */
export function OrganizationTable({ organizations, isReadable, address, search }: OrganizationTableProps) {
  const [text, setText] = useState('');
  const [chosen, setOrder] = useAddressParameter('order', { replace: true });
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', descending: false });
  const problemsFirst = chosen === 'problems';
  const readable = useMemo(() => organizations.filter(isReadable), [organizations, isReadable]);
  const scan = useScan(readable, problemsFirst || readable.length <= fewOrganizations);
  const changes = useLastChanges(readable.length > 0);
  const wanted = useDeferredValue(text);
  const chosenOrder = problemsFirst ? byProblems : sorting;
  const order = useDeferredValue(chosenOrder);
  const shown = useMemo(() => {
    const changed = new Map([...(changes ?? noTimes)].map(([id, { time }]) => [id, time.getTime()]));
    return viewOrganizations(search(organizations, wanted), order, { problems: scan.problems, changed });
  }, [organizations, search, wanted, order, scan, changes]);
  const columns = useMemo(
    () => columnsOf({ isReadable, address, changes, showsSync: readable.length > 0 }),
    [isReadable, address, changes, readable.length],
  );
  // The same element while nothing in it changes, so that typing doesn't draw the table anew.
  const table = useMemo(
    () => (
      <DataTable
        label="Organizations"
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        sorting={order}
        onSort={(by) => {
          if (problemsFirst) setOrder(undefined);
          setSorting((old) => toggleSorting(problemsFirst ? byProblems : old, by));
        }}
      />
    ),
    [columns, shown, order, problemsFirst, setOrder],
  );

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
        <SearchInput
          label="Find an organization"
          value={text}
          onChange={setText}
          result={`${formatCount(shown.length)} of ${formatCount(organizations.length)}`}
        />
        {readable.length > 1 && (
          <Button
            variant="outlined"
            aria-pressed={problemsFirst}
            onClick={() => setOrder(problemsFirst ? undefined : 'problems')}
            startIcon={<WarningIcon fontSize="small" color="warning" />}
            sx={{ '&[aria-pressed=true]': { backgroundColor: 'soft.warning', borderColor: 'warning.main' } }}
          >
            Problems first
          </Button>
        )}
        <Box role="status" sx={{ typography: 'body2', color: 'text.secondary' }}>
          {scanWords(scan, readable.length, problemsFirst)}
        </Box>
      </Box>
      {shown.length === 0 ? (
        <PageState title="No organization matches">Nothing is called “{wanted.trim()}”.</PageState>
      ) : (
        table
      )}
    </Box>
  );
}

function scanWords({ problems, looked, isDone }: ReturnType<typeof useScan>, all: number, isAsked: boolean): string {
  const bad = [...problems.values()].filter((count) => count > 0).length;
  if (isDone && all > 0) {
    if (bad === 0) return 'No problems';
    return bad === 1 ? '1 organization has problems' : `${formatCount(bad)} organizations have problems`;
  }
  return isAsked ? `Looking for problems: ${formatCount(looked)} of ${formatCount(all)}` : '';
}

/** The later of the last changes of group and role sync; undefined where the log may not be read. */
function useLastChanges(isWanted: boolean): ReadonlyMap<string, LastTime> | undefined {
  const { data: groups } = useQuery({ ...lastChangesQuery('group'), enabled: isWanted });
  const { data: roles } = useQuery({ ...lastChangesQuery('role'), enabled: isWanted });
  return useMemo(() => {
    if (!groups || !roles) return undefined;
    const last = new Map<string, LastTime>(groups);
    for (const [id, change] of roles) {
      const other = last.get(id);
      if (!other || other.time < change.time) last.set(id, change);
    }
    return last;
  }, [groups, roles]);
}

interface ColumnContext extends Pick<OrganizationTableProps, 'isReadable' | 'address'> {
  readonly changes: ReadonlyMap<string, LastTime> | undefined;
  readonly showsSync: boolean;
}

function columnsOf({ isReadable, address, changes, showsSync }: ColumnContext): readonly Column<Organization>[] {
  const sync = (organization: Organization, kind: 'group' | 'role') =>
    isReadable(organization) ? (
      <SyncCell
        scope={{ kind, organizationId: organization.id }}
        organization={organization}
        address={address(organization, 'idp-sync', `${kind}s`)}
        label={`${kind === 'group' ? 'Group' : 'Role'} sync of ${organization.displayName}`}
      />
    ) : (
      <Box sx={{ color: 'text.secondary' }}>Not for you to see</Box>
    );
  const columns: Column<Organization>[] = [
    {
      key: 'name',
      header: 'Organization',
      sortable: true,
      cell: (organization) => (
        <OrganizationName
          organization={organization}
          to={address(organization, isReadable(organization) ? 'idp-sync' : 'groups')}
        >
          {showsSync && (
            <Box sx={{ display: { xs: 'grid', sm: 'none' }, gap: 0.25, mt: 0.5, typography: 'body2' }}>
              <NarrowLine label="Groups">{sync(organization, 'group')}</NarrowLine>
              <NarrowLine label="Roles">{sync(organization, 'role')}</NarrowLine>
            </Box>
          )}
        </OrganizationName>
      ),
    },
  ];
  if (showsSync) {
    columns.push(
      { key: 'group', header: 'Group sync', width: '25%', from: 'sm', cell: (row) => sync(row, 'group') },
      { key: 'role', header: 'Role sync', width: '25%', from: 'sm', cell: (row) => sync(row, 'role') },
    );
  }
  columns.push({
    key: 'members',
    header: 'Members',
    width: '88px',
    align: 'right',
    from: 'sm',
    cell: (row) => (isReadable(row) ? <MemberCount organizationId={row.id} /> : '–'),
  });
  if (changes) {
    columns.push({
      key: 'changed',
      header: 'Last change',
      width: '190px',
      from: 'md',
      sortable: true,
      cell: ({ id }) => <LastChange change={changes.get(id)} />,
    });
  }
  return columns;
}

function NarrowLine({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '52px minmax(0, 1fr)' }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      {children}
    </Box>
  );
}

interface OrganizationNameProps {
  readonly organization: Organization;
  readonly to: string;
  readonly children: ReactNode;
}

function OrganizationName({ organization: { name, displayName, isDefault }, to, children }: OrganizationNameProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, fontWeight: 600 }}>
        <Link to={to} style={{ textDecoration: 'none' }}>
          {displayName}
        </Link>
        {isDefault && <Chip size="small" variant="outlined" label="Default" />}
      </Box>
      {displayName !== name && (
        <Box sx={{ color: 'text.secondary', typography: 'body2', lineHeight: '18px' }}>
          <Mono>{name}</Mono>
        </Box>
      )}
      {children}
    </Box>
  );
}

function MemberCount({ organizationId }: { readonly organizationId: string }) {
  const { data } = useQuery(memberCountQuery(organizationId));
  return data === undefined || data === null ? '–' : formatCount(data);
}

function LastChange({ change }: { readonly change: LastTime | undefined }) {
  if (!change) return '–';
  return (
    <Box title={absoluteTime(change.time)}>
      <div>{relativeTime(change.time, new Date())}</div>
      {change.who !== undefined && <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{change.who}</Box>}
    </Box>
  );
}
