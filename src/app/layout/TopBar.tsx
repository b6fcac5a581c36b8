import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { meQuery } from '../../api/session.ts';
import { ThemeIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Wordmark } from '../../ui/Wordmark.tsx';
import { MenuButton } from './MenuButton.tsx';

const AdminMenu = lazyPart(() => import('./AdminMenu.tsx').then((module) => module.AdminMenu));
const AccountMenu = lazyPart(() => import('./AccountMenu.tsx').then((module) => module.AccountMenu));
const ColorModeMenu = lazyPart(() => import('./ColorModeMenu.tsx').then((module) => module.ColorModeMenu));

const Bar = styled('header')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: theme.zIndex.appBar,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  height: 52,
  padding: '0 12px 0 16px',
  backgroundColor: theme.vars.palette.background.paper,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}));

const HomeLink = styled(Link)({ textDecoration: 'none', borderRadius: 6, minWidth: 0 });

/** The product, where to go, and who is here. */
export function TopBar() {
  const { data: me } = useQuery(meQuery);
  return (
    <Bar>
      <HomeLink to="/" aria-label="Coder IdP Sync, home">
        <Wordmark />
      </HomeLink>
      <Box component="nav" aria-label="Main" sx={{ ml: { xs: 0, sm: 1.5 } }}>
        <MenuButton popup={AdminMenu}>Admin settings</MenuButton>
      </Box>
      <Box sx={{ flex: 1 }} />
      <MenuButton popup={ColorModeMenu} label="Colour theme">
        <ThemeIcon />
      </MenuButton>
      <MenuButton popup={AccountMenu}>
        <Box component="span" sx={{ maxWidth: 160, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {me?.displayName ?? 'Account'}
        </Box>
      </MenuButton>
    </Bar>
  );
}
