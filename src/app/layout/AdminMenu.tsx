import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { permissionsQuery } from '../../api/permissions.ts';
import type { PopupProps } from './MenuButton.tsx';

/** Leads to what this person can administer. */
export function AdminMenu({ id, labelledBy, anchor, open, onClose }: PopupProps) {
  const { data: permissions } = useQuery(permissionsQuery(undefined));
  return (
    <Menu
      id={id}
      open={open}
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{ list: { 'aria-labelledby': labelledBy } }}
    >
      {(permissions?.get('readOrganizationSync') || permissions?.get('readDeploymentConfig')) && (
        <MenuItem
          component={Link}
          to={permissions.get('readOrganizationSync') ? '/deployment' : '/deployment/oidc'}
          onClick={onClose}
        >
          Deployment
        </MenuItem>
      )}
      <MenuItem component={Link} to="/organizations" onClick={onClose}>
        Organizations
      </MenuItem>
      <MenuItem component={Link} to="/preview" onClick={onClose}>
        Login preview
      </MenuItem>
    </Menu>
  );
}
