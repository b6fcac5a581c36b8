import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Organization } from '../../api/organizations.ts';
import type { Permissions } from '../../api/permissions.ts';
import { ability } from '../../session/abilities.ts';
import { causeWords } from '../../session/causeWords.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { SyncSources } from './useTargetSources.ts';

interface DirectoryNoticesProps {
  readonly of: 'groups' | 'roles';
  readonly organization: Organization;
  readonly permissions: Permissions;
  readonly sync: SyncSources;
}

const words = {
  groups: {
    change: 'updateGroups',
    sync: 'group sync',
    off: 'Group sync is off here: nobody gets a group from their login.',
  },
  roles: {
    change: 'updateRoles',
    sync: 'role sync',
    off: 'Role sync is off here: nobody gets a role from their login.',
  },
} as const;

/** Above the groups or roles: what one can't do or see there, and why. */
export function DirectoryNotices({ of, organization, permissions, sync }: DirectoryNoticesProps) {
  const { change, sync: syncName, off } = words[of];
  const changing = ability(change, permissions, organization);
  const reading = ability('readSync', permissions, organization);
  const unseen = 'Which claim values lead to them isn’t shown: that needs the permission idpsync_settings:read.';
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1.5, '&:empty': { display: 'none' } }}>
      {!changing.granted && (
        <Notice tone="info" role="none" title={causeWords(changing.cause).title}>
          {causeWords(changing.cause).detail} {!reading.granted && unseen}
        </Notice>
      )}
      {changing.granted && !reading.granted && (
        <Notice tone="info" role="none">
          {unseen}
        </Notice>
      )}
      {sync.error && !sync.settings && (
        <Notice tone="warning" action={<Button onClick={() => void sync.retry()}>Retry</Button>}>
          {errorWords(sync.error, `load the ${syncName} settings`).title}, so the claim values that lead here aren’t
          shown.
        </Notice>
      )}
      {sync.sources.status === 'off' && (
        <Notice tone="info" role="none">
          {off}
        </Notice>
      )}
    </Box>
  );
}
