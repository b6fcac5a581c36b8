import Typography from '@mui/material/Typography';
import { Outlet } from 'react-router';
import { Frame } from './Frame.tsx';
import { SideNav } from './SideNav.tsx';

const links = [
  { to: '/deployment/idp-org-sync', label: 'IdP organization sync' },
  { to: '/deployment/oidc', label: 'OIDC' },
];

/** Stands around each page of the deployment. */
export function DeploymentLayout() {
  const header = (
    <Typography sx={{ fontWeight: 600, px: 1.25, py: 0.75 }} component="div">
      Deployment
    </Typography>
  );
  return (
    <Frame sidebar={<SideNav label="Deployment" header={header} links={links} />}>
      <Outlet />
    </Frame>
  );
}
