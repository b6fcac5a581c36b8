import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { deleteGroup } from '../../api/groupChanges.ts';
import type { Group } from '../../api/groups.ts';
import { shownName } from '../../domain/shownName.ts';
import { DanglingRows } from '../../ui/DanglingRows.tsx';
import { DeleteDialog } from '../../ui/DeleteDialog.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { Mono } from '../../ui/Mono.tsx';
import type { GroupsContext } from './GroupsContext.ts';
import { failureText } from './groupWords.ts';
import { useGroupChange } from './useGroupChange.ts';

interface DeleteGroupProps {
  readonly group: Group;
  readonly context: GroupsContext;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks before a group is deleted, shows which mapping rows would then name nothing, and offers to mend them. */
export function DeleteGroup({ group, context, onClose, onDeleted }: DeleteGroupProps) {
  const { organization, rowsOf, onTakeOut } = context;
  const rows = rowsOf?.(group.id);
  const [takesOut, setTakesOut] = useState(true);
  const remove = useGroupChange(organization.id, () => deleteGroup(group.id).then(() => undefined));
  const destroy = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        onDeleted();
        if (takesOut && rows && rows.length > 0) onTakeOut?.(group);
      },
    });
  return (
    <DeleteDialog
      title={`Delete ${shownName(group.displayName)}?`}
      name={group.name}
      isDeleting={remove.isPending}
      error={remove.error ? failureText(remove.error, 'delete the group') : undefined}
      onDelete={destroy}
      onCancel={onClose}
    >
      <Typography>
        {memberWords(group.memberCount)} It can’t be brought back: a group of the same name gets another id.
      </Typography>
      {rows === undefined ? (
        <Typography>Whether mappings point to it can’t be seen by you.</Typography>
      ) : (
        <DanglingRows
          rows={rows}
          of="group"
          takesOut={takesOut}
          onTakesOut={setTakesOut}
          canTakeOut={onTakeOut !== undefined}
        />
      )}
      {context.makesMissing && (
        <Typography>
          A login that carries the value <Mono>{group.name}</Mono> makes it again, as long as Auto create missing groups
          is on.
        </Typography>
      )}
    </DeleteDialog>
  );
}

function memberWords(count: number): string {
  if (count === 0) return 'Nobody is in it.';
  return count === 1 ? '1 person loses it now.' : `${formatCount(count)} people lose it now.`;
}
