import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { Role } from '../../api/organizations.ts';
import { permissionLines } from './roleWords.ts';

const reaches = [
  ['organization', 'In the organization'],
  ['member', 'On what is their own in the organization'],
  ['site', 'Everywhere'],
  ['user', 'On what is their own everywhere'],
] as const;

const Lines = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.3fr)',
  gap: '4px 12px',
  margin: 0,
  fontSize: theme.typography.body2.fontSize,
  '& dd': { margin: 0, color: theme.vars.palette.text.secondary },
}));

/** What a role lets its people do, by reach and resource type. */
export function PermissionList({ role: { permissions } }: { readonly role: Role }) {
  const isEmpty = reaches.every(([reach]) => permissions[reach].length === 0);
  if (isEmpty) return <Typography color="textSecondary">It has no permissions.</Typography>;
  return reaches.map(([reach, title]) =>
    permissions[reach].length === 0 ? null : (
      <div key={reach}>
        <Typography component="h4" variant="body2" sx={{ fontWeight: 600, mb: 0.5 }}>
          {title}
        </Typography>
        <Lines>
          {permissionLines(permissions[reach]).map(({ resource, label, allowed, forbidden }) => (
            <div key={resource} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>
                {allowed.join(', ')}
                {allowed.length > 0 && forbidden.length > 0 && '; '}
                {forbidden.length > 0 && `never ${forbidden.join(', ')}`}
              </dd>
            </div>
          ))}
        </Lines>
      </div>
    ),
  );
}
