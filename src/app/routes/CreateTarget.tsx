import { useQuery } from '@tanstack/react-query';
import { type Organization, rolesQuery } from '../../api/organizations.ts';
import type { SyncKind, Target } from '../../domain/settings.ts';
import { GroupDialog } from '../../features/groups/GroupDialog.tsx';
import { RoleDialog } from '../../features/roles/RoleDialog.tsx';

interface CreateTargetProps {
  readonly kind: SyncKind;
  readonly organization: Organization;
  readonly typedName: string;
  readonly onCreated: (target: Target) => void;
  readonly onClose: () => void;
}

/** Makes the group or role that a mapping row misses, and gives it to the row. */
export function CreateTarget({ kind, organization, typedName, onCreated, onClose }: CreateTargetProps) {
  const { data: roles = [] } = useQuery({ ...rolesQuery(organization.id), enabled: kind === 'role' });
  const done = (target: Target) => {
    onCreated(target);
    onClose();
  };
  if (kind === 'role') {
    return (
      <RoleDialog organization={organization} roles={roles} typedName={typedName} onSaved={done} onClose={onClose} />
    );
  }
  return (
    <GroupDialog organization={organization} typedName={typedName} onSaved={({ id }) => done(id)} onClose={onClose} />
  );
}
