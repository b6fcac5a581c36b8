import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { createGroup, type GroupFields, updateGroup } from '../../api/groupChanges.ts';
import type { Group } from '../../api/groups.ts';
import type { Organization } from '../../api/organizations.ts';
import { Field } from '../../ui/Field.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PlainInput } from '../../ui/PlainInput.tsx';
import { displayNameWords, groupNameWords, quotaWords, saveFailure } from './groupWords.ts';
import { useGroupChange } from './useGroupChange.ts';

interface GroupDialogProps {
  readonly organization: Organization;
  /** The group to change; undefined: a new one is made. */
  readonly group?: Group;
  /** What a new one is called at first: typed where it was missed. */
  readonly typedName?: string;
  readonly onSaved: (group: Group) => void;
  readonly onClose: () => void;
}

interface GroupForm {
  readonly name: string;
  readonly displayName: string;
  readonly quota: string;
}

/** Makes a group, or changes one. */
export function GroupDialog({ organization, group, typedName = '', onSaved, onClose }: GroupDialogProps) {
  const id = useId();
  const { register, handleSubmit, setError, watch, formState } = useForm<GroupForm>({
    defaultValues: startOf(group, typedName),
    mode: 'onTouched',
  });
  const { errors } = formState;
  const what = group ? 'change the group' : 'create the group';
  const save = useGroupChange(organization.id, (fields: GroupFields) =>
    group ? updateGroup(group.id, fields) : createGroup(organization.id, fields),
  );
  const name = watch('name').trim();
  // Sync may have made a group whose name the rules refuse: it stays as it is.
  const keepsName = group !== undefined && name === group.name;
  const submit = handleSubmit((form) => {
    const fields = {
      name: keepsName ? '' : form.name.trim(),
      displayName: form.displayName,
      quota: Number(form.quota.trim()),
    };
    save.mutate(fields, {
      onSuccess: (saved) => saved && onSaved(saved),
      onError: (error) => {
        const { field = 'root', text } = saveFailure(error, what);
        setError(field, { message: text }, { shouldFocus: true });
      },
    });
  });
  const input = (field: keyof GroupForm) =>
    ({
      id: `${id}-${field}`,
      autoComplete: 'off',
      'aria-invalid': errors[field] !== undefined,
      'aria-describedby': `${id}-${field}-hint`,
    }) as const;

  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="xs" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`} sx={{ overflowWrap: 'anywhere' }}>
          {group ? `Edit ${group.displayName}` : `Create a group in ${organization.displayName}`}
        </DialogTitle>
        <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
          <Field
            id={`${id}-name`}
            label="Name"
            error={errors.name?.message}
            hint={
              group && name !== group.name ? (
                <>
                  Claim values that have this name lead here from then on, and <Mono>{group.name}</Mono> no longer does.
                  Mappings keep the id.
                </>
              ) : (
                'A claim value with exactly this name leads here, unless a mapping says otherwise.'
              )
            }
          >
            <PlainInput
              {...input('name')}
              {...register('name', {
                validate: (text) => (text.trim() === group?.name ? true : (groupNameWords(text.trim()) ?? true)),
              })}
              autoFocus
              data-mono
              spellCheck={false}
            />
          </Field>
          <Field
            id={`${id}-displayName`}
            label="Display name"
            error={errors.displayName?.message}
            hint="What people see. If empty, the name."
          >
            <PlainInput
              {...input('displayName')}
              {...register('displayName', { validate: (text) => displayNameWords(text) ?? true })}
            />
          </Field>
          <Field
            id={`${id}-quota`}
            label="Quota allowance"
            error={errors.quota?.message}
            hint="What each member may spend on workspaces through this group."
          >
            <PlainInput
              {...input('quota')}
              {...register('quota', { validate: (text) => quotaWords(text) ?? true })}
              inputMode="numeric"
            />
          </Field>
          {errors.root?.message !== undefined && <Notice tone="error">{errors.root.message}</Notice>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" loading={save.isPending}>
            {group ? 'Save' : 'Create group'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** A typed text that can't be a name becomes the display name, and what is left of it the name. */
function startOf(group: Group | undefined, typedName: string): GroupForm {
  if (group) return { name: group.name, displayName: group.ownDisplayName, quota: String(group.quota) };
  const typed = typedName.trim();
  if (groupNameWords(typed) === undefined) return { name: typed, displayName: '', quota: '0' };
  return {
    name: typed
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    displayName: typed,
    quota: '0',
  };
}
