import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { meQuery } from '../../api/session.ts';
import { PersonIcon, ThemeIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Wordmark } from '../../ui/Wordmark.tsx';
import { MenuButton } from './MenuButton.tsx';
import { SearchButton } from './SearchButton.tsx';

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

const HomeLink = styled(Link)({ display: 'inline-flex', textDecoration: 'none', borderRadius: 6, minWidth: 0 });

/** The product, where to go, and who is here. */
export function TopBar() {
  const { data: me } = useQuery(meQuery);
  return (
    <Bar>
      <HomeLink to="/" aria-label="Coder IdP Sync, home">
        <Wordmark compact />
      </HomeLink>
      <Box component="nav" aria-label="Main" sx={{ ml: { xs: 0, sm: 1.5 } }}>
        <MenuButton popup={AdminMenu}>Admin settings</MenuButton>
      </Box>
      <Box sx={{ flex: 1 }} />
      <SearchButton />
      <MenuButton popup={ColorModeMenu} label="Colour theme">
        <ThemeIcon />
      </MenuButton>
      <MenuButton popup={AccountMenu}>
        <PersonIcon sx={{ display: { sm: 'none' } }} />
        <Box component="span" sx={accountName}>
          {me?.displayName ?? 'Account'}
        </Box>
      </MenuButton>
    </Bar>
  );
}

/** On narrow screens there is an icon in its place, and the name is only read out. */
const accountName = {
  maxWidth: { xs: '1px', sm: '200px' },
  height: { xs: '1px', sm: 'auto' },
  clipPath: { xs: 'inset(50%)', sm: 'none' },
  position: { xs: 'absolute', sm: 'static' },
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const;
