import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Role } from '../../api/organizations.ts';
import { shownName } from '../../domain/shownName.ts';
import { CopyableId } from '../../ui/CopyableId.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { SideSheet } from '../../ui/SideSheet.tsx';
import { SourceList } from '../../ui/SourceList.tsx';
import { DeleteRole } from './DeleteRole.tsx';
import { PermissionList } from './PermissionList.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import type { RolesContext } from './RolesContext.ts';
import type { RoleRow } from './roleRows.ts';

interface RoleSheetProps {
  readonly row: RoleRow;
  readonly roles: readonly Role[];
  readonly context: RolesContext;
  readonly onClose: () => void;
}

/** One role: what mappings call it, which claim values lead to it, what it lets its people do. */
export function RoleSheet({ row, roles, context, onClose }: RoleSheetProps) {
  const { role, sources } = row;
  const { organization, may } = context;
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  const done = () => setDoing(undefined);
  const isOwn = !role.builtIn;
  return (
    <>
      <SideSheet
        title={shownName(role.displayName)}
        onClose={onClose}
        actions={
          isOwn && (may.update || may.delete) ? (
            <>
              {may.update && (
                <Button variant="outlined" onClick={() => setDoing('edit')}>
                  Edit
                </Button>
              )}
              <Box sx={{ flex: 1 }} />
              {may.delete && (
                <Button color="error" onClick={() => setDoing('delete')}>
                  Delete role
                </Button>
              )}
            </>
          ) : undefined
        }
      >
        <FactList
          facts={[
            { term: 'Name in mappings', value: <CopyableId id={role.name} of={role.displayName} what="name" /> },
            { term: 'Display name', value: role.ownDisplayName || 'None: its name stands in for it' },
            { term: 'Kind', value: isOwn ? 'Custom' : 'Built-in: it can’t be changed' },
          ]}
        />
        <Box component="section" aria-labelledby="leads-here" sx={{ display: 'grid', gap: 1 }}>
          <Typography id="leads-here" variant="h3">
            Claim values that lead here
          </Typography>
          {sources.length > 0 ? (
            <SourceList sources={sources} rowAddress={context.rowAddress} />
          ) : (
            <Typography variant="body2" color="textSecondary">
              {sourceWords[context.sources.status]}
            </Typography>
          )}
        </Box>
        <Box component="section" aria-labelledby="role-permissions" sx={{ display: 'grid', gap: 1.5 }}>
          <Typography id="role-permissions" variant="h3">
            Permissions
          </Typography>
          <PermissionList role={role} />
        </Box>
      </SideSheet>
      {doing === 'edit' && (
        <RoleDialog organization={organization} roles={roles} role={role} onSaved={done} onClose={done} />
      )}
      {doing === 'delete' && <DeleteRole role={role} context={context} onClose={done} onDeleted={onClose} />}
    </>
  );
}

const sourceWords = {
  loading: 'Loading…',
  off: 'None: role sync is off in this organization.',
  unknown: 'Not known: the settings of role sync can’t be read.',
  ready: 'None. Nobody gets this role from a login.',
} as const;
