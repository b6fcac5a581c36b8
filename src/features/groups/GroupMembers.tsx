import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { changeGroupMembers, type GroupMember, groupMembersQuery } from '../../api/groupChanges.ts';
import type { Group } from '../../api/groups.ts';
import type { Organization } from '../../api/organizations.ts';
import { errorWords } from '../../session/errorWords.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { AddMember } from './AddMember.tsx';
import { failureText } from './groupWords.ts';
import { useGroupChange } from './useGroupChange.ts';

interface GroupMembersProps {
  readonly group: Group;
  readonly organization: Organization;
  readonly mayChange: boolean;
  /** Group sync sets the members at each login. */
  readonly isSynced: boolean;
}

interface Changes {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const pageSize = 25;
const searchFrom = 10;

/** Who is in a group. Whom sync owns is marked, and changing them by hand warns that it won't last. */
export function GroupMembers({ group, organization, mayChange, isSynced }: GroupMembersProps) {
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const wanted = useDeferredValue(search);
  const members = useQuery({
    ...groupMembersQuery(group.id, wanted, limit),
    placeholderData: keepPreviousData,
  });
  const change = useGroupChange(organization.id, ({ add, remove }: Changes) =>
    changeGroupMembers(group.id, add, remove),
  );
  const { data } = members;
  return (
    <Box component="section" aria-labelledby="group-members" sx={{ display: 'grid', gap: 1 }}>
      <Typography id="group-members" variant="h3">
        Members ({formatCount(group.memberCount)})
      </Typography>
      {isSynced && (
        <Notice tone={mayChange ? 'warning' : 'info'} role="none">
          Group sync decides who is in here. {mayChange && 'What you change by hand is undone at each person’s next '}
          {mayChange ? 'login over OIDC.' : 'Each login over OIDC sets it anew.'}
        </Notice>
      )}
      {mayChange && (
        <AddMember
          organization={organization}
          isBusy={change.isPending}
          onAdd={(member) => change.mutate({ add: [member.id], remove: [] })}
        />
      )}
      {change.error && <Notice tone="error">{failureText(change.error, 'change the members')}</Notice>}
      {group.memberCount > searchFrom && (
        <SearchInput
          label="Find a member"
          value={search}
          onChange={setSearch}
          result={data ? `${formatCount(data.count)} of ${formatCount(group.memberCount)}` : ''}
        />
      )}
      {members.isPending && <SkeletonBlock label="Loading the members" heights={[36, 36, 36]} />}
      {members.error && (
        <Notice tone="error" action={<Button onClick={() => void members.refetch()}>Retry</Button>}>
          {errorWords(members.error, 'load the members').title}
        </Notice>
      )}
      {data && (
        <Typography variant="body2" color="textSecondary">
          {emptyWords(data.count, group.memberCount, wanted)}
        </Typography>
      )}
      <Box component="ul" aria-label="Members" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data?.users.map((member) => (
          <MemberItem
            key={member.id}
            member={member}
            isSynced={isSynced && member.loginType === 'oidc'}
            onRemove={mayChange ? () => change.mutate({ add: [], remove: [member.id] }) : undefined}
          />
        ))}
      </Box>
      {data && data.users.length < data.count && (
        <Button size="small" sx={{ justifySelf: 'start' }} onClick={() => setLimit(limit + 4 * pageSize)}>
          Show more
        </Button>
      )}
    </Box>
  );
}

function emptyWords(found: number, all: number, search: string): string | null {
  if (found > 0) return null;
  if (search.trim() !== '') return `Nobody has “${search.trim()}” in their username or email.`;
  return all === 0 ? 'Nobody is in this group.' : 'You can’t see who they are.';
}

interface MemberItemProps {
  readonly member: GroupMember;
  readonly isSynced: boolean;
  readonly onRemove: (() => void) | undefined;
}

function MemberItem({ member: { displayName, email }, isSynced, onRemove }: MemberItemProps) {
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <div>{displayName}</div>
        <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{email}</Box>
      </Box>
      {isSynced && <Chip size="small" variant="outlined" label="Synced" title="Group sync sets this at each login" />}
      {onRemove && (
        <IconButton size="small" aria-label={`Remove ${displayName}`} title="Remove" onClick={onRemove}>
          <CloseIcon fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
}
