import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { RolePermission } from '../../api/organizations.ts';
import { grantableQuery } from '../../api/roles.ts';
import { Notice } from '../../ui/Notice.tsx';
import { actionLabel, resourceActions, resourceLabel } from './resourceActions.ts';

interface PermissionPickerProps {
  readonly organizationId: string;
  readonly value: readonly RolePermission[];
  readonly onChange: (value: readonly RolePermission[]) => void;
  /** What the server refused. */
  readonly error: string | undefined;
}

const Resource = styled('fieldset')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 200px) minmax(0, 1fr)',
  gap: '2px 12px',
  margin: 0,
  padding: '8px 12px',
  border: 0,
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& legend': { float: 'left', padding: 0, fontWeight: 500 },
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

const Actions = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 14px',
  '& label': { display: 'inline-flex', alignItems: 'center', gap: 6, minHeight: 24 },
  '& label[data-withheld]': { color: theme.vars.palette.text.secondary },
  '& input': { width: 16, height: 16, margin: 0, accentColor: theme.vars.palette.primary.main },
}));

/**
 * Chooses what a custom role lets its people do. What the person who makes it lacks can't be given: the server refuses
 * it. What a role has already stays until it is taken out, also of kinds that aren't offered here.
 */
export function PermissionPicker({ organizationId, value, onChange, error }: PermissionPickerProps) {
  const { data: grantable } = useQuery(grantableQuery(organizationId, resourceActions));
  const held = new Set(value.filter(({ negate }) => !negate).map(({ resource, action }) => `${resource}:${action}`));
  const others = value.filter(
    ({ negate, resource, action }) => negate || !resourceActions.get(resource)?.includes(action),
  );
  const toggle = (resource: string, action: string, isOn: boolean) => {
    const rest = value.filter((one) => one.negate || one.resource !== resource || one.action !== action);
    onChange(isOn ? [...rest, { negate: false, resource, action }] : rest);
  };
  const isWithheld = (resource: string, action: string) => grantable?.has(`${resource}:${action}`) === false;
  const someWithheld = [...resourceActions].some(([resource, actions]) =>
    actions.some((action) => isWithheld(resource, action)),
  );
  return (
    <Box role="group" aria-labelledby="permissions-title" sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1 }}>
      <Typography id="permissions-title" variant="h3">
        Permissions ({value.length})
      </Typography>
      {someWithheld && (
        <Typography variant="body2" color="textSecondary">
          You can give what you have yourself. The rest can’t be chosen.
        </Typography>
      )}
      {error !== undefined && (
        <Notice tone="error" title="The server refuses these permissions">
          {error}
        </Notice>
      )}
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
        {[...resourceActions].map(([resource, actions]) => (
          <Resource key={resource}>
            <legend>{resourceLabel(resource)}</legend>
            <Actions>
              {actions.map((action) => {
                const isHeld = held.has(`${resource}:${action}`);
                const withheld = isWithheld(resource, action);
                return (
                  <label key={action} data-withheld={withheld || undefined}>
                    <input
                      type="checkbox"
                      checked={isHeld}
                      disabled={withheld && !isHeld}
                      onChange={(event) => toggle(resource, action, event.target.checked)}
                    />
                    {actionLabel(action)}
                  </label>
                );
              })}
            </Actions>
          </Resource>
        ))}
        {others.length > 0 && (
          <Resource>
            <legend>Others</legend>
            <Typography variant="body2" color="textSecondary">
              {others
                .map(({ negate, resource, action }) => `${negate ? 'never ' : ''}${resource}:${action}`)
                .join(', ')}{' '}
              stay as they are.
            </Typography>
          </Resource>
        )}
      </Box>
    </Box>
  );
}
