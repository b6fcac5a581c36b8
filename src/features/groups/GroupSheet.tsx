import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { shownName } from '../../domain/shownName.ts';
import { CopyableId } from '../../ui/CopyableId.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { Mono } from '../../ui/Mono.tsx';
import { SideSheet } from '../../ui/SideSheet.tsx';
import { SourceList } from '../../ui/SourceList.tsx';
import { DeleteGroup } from './DeleteGroup.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { GroupMembers } from './GroupMembers.tsx';
import type { GroupsContext } from './GroupsContext.ts';
import type { GroupRow } from './groupRows.ts';

interface GroupSheetProps {
  readonly row: GroupRow;
  readonly context: GroupsContext;
  readonly onClose: () => void;
}

/** One group: what it is, which claim values lead to it, who is in it. */
export function GroupSheet({ row, context, onClose }: GroupSheetProps) {
  const { group } = row;
  const { organization, may } = context;
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  const done = () => setDoing(undefined);
  const canDo = may.update || may.delete;
  return (
    <>
      <SideSheet
        title={shownName(group.displayName)}
        onClose={onClose}
        actions={
          canDo && (
            <>
              {may.update && (
                <Button variant="outlined" onClick={() => setDoing('edit')}>
                  Edit
                </Button>
              )}
              <Box sx={{ flex: 1 }} />
              {may.delete && (
                <Button color="error" onClick={() => setDoing('delete')}>
                  Delete group
                </Button>
              )}
            </>
          )
        }
      >
        <FactList
          facts={[
            { term: 'Name', value: <Mono>{group.name}</Mono> },
            { term: 'Id', value: <CopyableId id={group.id} of={group.displayName} /> },
            { term: 'Source', value: group.source === 'oidc' ? 'Made by group sync (oidc)' : 'Made here (user)' },
            { term: 'Quota', value: formatCount(group.quota) },
          ]}
        />
        <LeadsHere row={row} context={context} />
        <GroupMembers group={group} organization={organization} mayChange={may.update} isSynced={context.isSynced} />
      </SideSheet>
      {doing === 'edit' && <GroupDialog organization={organization} group={group} onSaved={done} onClose={done} />}
      {doing === 'delete' && <DeleteGroup group={group} context={context} onClose={done} onDeleted={onClose} />}
    </>
  );
}

function LeadsHere({ row, context }: Pick<GroupSheetProps, 'row' | 'context'>) {
  const { sources } = context;
  return (
    <Box component="section" aria-labelledby="leads-here" sx={{ display: 'grid', gap: 1 }}>
      <Typography id="leads-here" variant="h3">
        Claim values that lead here
      </Typography>
      {sources.status === 'ready' && row.sources.length > 0 ? (
        <SourceList sources={row.sources} rowAddress={context.rowAddress} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {sourceWords[sources.status]}
        </Typography>
      )}
    </Box>
  );
}

const sourceWords = {
  loading: 'Loading…',
  off: 'None: group sync is off in this organization.',
  unknown: 'Not known: the settings of group sync can’t be read.',
  ready: 'None. Nobody gets this group from a login.',
} as const;
