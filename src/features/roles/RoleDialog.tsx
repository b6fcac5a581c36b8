import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { Organization, Role, RolePermission } from '../../api/organizations.ts';
import { createRole, type RoleFields, updateRole } from '../../api/roles.ts';
import { Field } from '../../ui/Field.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PlainInput } from '../../ui/PlainInput.tsx';
import { PermissionPicker } from './PermissionPicker.tsx';
import { roleFailure, roleNameWords } from './roleWords.ts';
import { useRoleChange } from './useRoleChange.ts';

interface RoleDialogProps {
  readonly organization: Organization;
  /** Every role of the organization, so that a taken name is told at once. */
  readonly roles: readonly Role[];
  /** The role to change; undefined: a new one is made. */
  readonly role?: Role;
  /** What a new one is called at first: typed where it was missed. */
  readonly typedName?: string;
  /** With the name as stored. */
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}

interface RoleForm {
  readonly name: string;
  readonly displayName: string;
  readonly permissions: readonly RolePermission[];
}

/** Makes a custom role, or changes one. Its name is what mappings store, so it never changes. */
export function RoleDialog({ organization, roles, role, typedName = '', onSaved, onClose }: RoleDialogProps) {
  const id = useId();
  const { register, control, handleSubmit, setError, watch, formState } = useForm<RoleForm>({
    defaultValues: startOf(role, typedName),
    mode: 'onTouched',
  });
  const { errors } = formState;
  const builtIn = roles.filter((one) => one.builtIn).map(({ name }) => name);
  const custom = roles.filter((one) => !one.builtIn).map(({ name }) => name);
  const what = role ? 'change the role' : 'create the role';
  const save = useRoleChange(organization.id, (fields: RoleFields) =>
    role ? updateRole(organization.id, fields) : createRole(organization.id, fields),
  );
  const entered = watch('name').trim();
  const stored = entered.toLowerCase();
  const submit = handleSubmit((form) => {
    const fields = { ...form, name: role?.name ?? form.name.trim(), displayName: form.displayName.trim() };
    save.mutate(fields, {
      onSuccess: ({ name }) => onSaved(name),
      onError: (error) => {
        const { field = 'root', text } = roleFailure(error, what);
        setError(field, { message: text }, { shouldFocus: field === 'name' });
      },
    });
  });

  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="md" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`} sx={{ overflowWrap: 'anywhere' }}>
          {role ? `Edit ${role.displayName}` : `Create a custom role in ${organization.displayName}`}
        </DialogTitle>
        <DialogContent
          dividers
          sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
        >
          <Field
            id={`${id}-name`}
            label="Name"
            error={errors.name?.message}
            hint={
              role ? (
                'What mappings store. It can’t be changed.'
              ) : (
                <>
                  What mappings store, and what a claim value without a mapping has to be.
                  {stored !== entered && (
                    <>
                      {' '}
                      Coder stores it as <Mono>{stored}</Mono>.
                    </>
                  )}
                </>
              )
            }
          >
            <PlainInput
              id={`${id}-name`}
              {...register('name', {
                validate: (text) => (role ? true : (roleNameWords(text.trim(), builtIn, custom) ?? true)),
              })}
              autoFocus={role === undefined}
              readOnly={role !== undefined}
              data-mono
              autoComplete="off"
              spellCheck={false}
              aria-invalid={errors.name !== undefined}
              aria-describedby={`${id}-name-hint`}
            />
          </Field>
          <Field id={`${id}-displayName`} label="Display name" hint="What people see. If empty, the name.">
            <PlainInput
              id={`${id}-displayName`}
              {...register('displayName')}
              autoFocus={role !== undefined}
              autoComplete="off"
              aria-describedby={`${id}-displayName-hint`}
            />
          </Field>
          <Controller
            control={control}
            name="permissions"
            render={({ field }) => (
              <PermissionPicker
                organizationId={organization.id}
                value={field.value}
                onChange={field.onChange}
                error={errors.permissions?.message}
              />
            )}
          />
          {errors.root?.message !== undefined && <Notice tone="error">{errors.root.message}</Notice>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" loading={save.isPending}>
            {role ? 'Save' : 'Create custom role'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** A typed text that can't be a name becomes the display name, and what is left of it the name. */
function startOf(role: Role | undefined, typedName: string): RoleForm {
  if (role) return { name: role.name, displayName: role.ownDisplayName, permissions: role.permissions.organization };
  const typed = typedName.trim();
  if (roleNameWords(typed, [], []) === undefined) return { name: typed, displayName: '', permissions: [] };
  const name = typed
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 32);
  return { name, displayName: typed, permissions: [] };
}
