import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';

const Side = styled('nav')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  padding: '8px 16px 0',
  [theme.breakpoints.up('md')]: {
    position: 'sticky',
    top: 52,
    alignSelf: 'start',
    height: 'calc(100vh - 52px)',
    overflowY: 'auto',
    padding: '16px 8px 16px 12px',
    borderRight: `1px solid ${theme.vars.palette.divider}`,
  },
  [theme.breakpoints.down('md')]: { borderBottom: `1px solid ${theme.vars.palette.divider}` },
}));

const Links = styled('ul')(({ theme }) => ({
  display: 'flex',
  gap: 2,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  [theme.breakpoints.up('md')]: { flexDirection: 'column' },
  [theme.breakpoints.down('md')]: { flexWrap: 'wrap', margin: '0 -10px', gap: 0 },
}));

const Item = styled(NavLink)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  minHeight: 34,
  padding: '0 10px',
  borderRadius: theme.shape.borderRadius,
  textDecoration: 'none',
  color: theme.vars.palette.text.secondary,
  '&:hover': { color: theme.vars.palette.text.primary, backgroundColor: theme.vars.palette.action.hover },
  '&[aria-current="page"]': { color: theme.vars.palette.text.primary, fontWeight: 600 },
  [theme.breakpoints.up('md')]: {
    '&[aria-current="page"]': { backgroundColor: theme.vars.palette.action.selected },
  },
  [theme.breakpoints.down('md')]: {
    minHeight: 40,
    borderRadius: 0,
    borderBottom: '2px solid transparent',
    '&[aria-current="page"]': { borderBottomColor: theme.vars.palette.primary.main },
  },
}));

interface SideNavProps {
  readonly label: string;
  readonly header: ReactNode;
  readonly links: readonly { readonly to: string; readonly label: string }[];
}

/** The pages of one organization, or of the deployment: beside the page, on narrow screens a row above it. */
export function SideNav({ label, header, links }: SideNavProps) {
  return (
    <Side aria-label={label}>
      {header}
      <Links>
        {links.map((link) => (
          <li key={link.to}>
            <Item to={link.to}>{link.label}</Item>
          </li>
        ))}
      </Links>
    </Side>
  );
}
