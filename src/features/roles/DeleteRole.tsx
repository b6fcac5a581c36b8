import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Role } from '../../api/organizations.ts';
import { deleteRole } from '../../api/roles.ts';
import { shownName } from '../../domain/shownName.ts';
import { DanglingRows } from '../../ui/DanglingRows.tsx';
import { DeleteDialog } from '../../ui/DeleteDialog.tsx';
import type { RolesContext } from './RolesContext.ts';
import { roleFailure } from './roleWords.ts';
import { useRoleChange } from './useRoleChange.ts';

interface DeleteRoleProps {
  readonly role: Role;
  readonly context: RolesContext;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks before a custom role is deleted, shows which mapping rows would then name nothing, and offers to mend them. */
export function DeleteRole({ role, context, onClose, onDeleted }: DeleteRoleProps) {
  const { organization, rowsOf, onTakeOut } = context;
  const rows = rowsOf?.(role.name);
  const [takesOut, setTakesOut] = useState(true);
  const remove = useRoleChange(organization.id, () => deleteRole(organization.id, role.name));
  const destroy = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        onDeleted();
        if (takesOut && rows && rows.length > 0) onTakeOut?.(role);
      },
    });
  return (
    <DeleteDialog
      title={`Delete ${shownName(role.displayName)}?`}
      name={role.name}
      isDeleting={remove.isPending}
      error={remove.error ? roleFailure(remove.error, 'delete the role').text : undefined}
      onDelete={destroy}
      onCancel={onClose}
    >
      <Typography>Everybody who has it loses it now, and with it what it lets them do.</Typography>
      {rows === undefined ? (
        <Typography>Whether mappings point to it can’t be seen by you.</Typography>
      ) : (
        <DanglingRows
          rows={rows}
          of="role"
          canTakeOut={onTakeOut !== undefined}
          takesOut={takesOut}
          onTakesOut={setTakesOut}
        />
      )}
    </DeleteDialog>
  );
}
