import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { buildInfoQuery } from '../../api/deployment.ts';
import { meQuery } from '../../api/session.ts';
import { heldByProxy } from '../../session/heldByProxy.ts';
import { signOut } from '../../session/signOut.ts';
import type { PopupProps } from './MenuButton.tsx';

/** Who is signed in, to what, and the way out. */
export function AccountMenu({ id, labelledBy, anchor, open, onClose }: PopupProps) {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: build } = useQuery(buildInfoQuery);
  return (
    <Menu
      id={id}
      open={open}
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{ list: { 'aria-labelledby': labelledBy } }}
    >
      <Box component="li" role="presentation" sx={{ px: 1.25, py: 0.75, maxWidth: 280, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>{me?.displayName}</Box>
        <Box sx={{ color: 'text.secondary', typography: 'body2' }}>{me?.email}</Box>
        {build && (
          <Box sx={{ color: 'text.secondary', typography: 'caption', mt: 0.5 }}>
            Coder {build.version}
            {build.dashboard && ` at ${build.dashboard.host}`}
          </Box>
        )}
      </Box>
      <Divider component="li" aria-hidden sx={{ my: 0.5 }} />
      {heldByProxy() ? (
        <MenuItem disabled sx={{ whiteSpace: 'normal', maxWidth: 280 }}>
          The proxy holds the session: stop it to sign out.
        </MenuItem>
      ) : (
        <MenuItem onClick={() => void signOut(client)}>Sign out</MenuItem>
      )}
    </Menu>
  );
}
