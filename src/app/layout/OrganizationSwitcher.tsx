import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { type Organization, organizationsQuery } from '../../api/organizations.ts';
import { CheckIcon, SearchIcon } from '../../ui/icons.tsx';
import type { PopupProps } from './MenuButton.tsx';
import { useOrganization } from './organizationContext.ts';
import { searchOrganizations } from './searchOrganizations.ts';

const searchFrom = 8;

const Item = styled(Link)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  minHeight: 34,
  padding: '4px 10px',
  borderRadius: 4,
  color: theme.vars.palette.text.primary,
  textDecoration: 'none',
  overflowWrap: 'anywhere',
  '&:hover, &:focus-visible': { backgroundColor: theme.vars.palette.action.hover },
  '&:focus-visible': { outlineOffset: -2 },
}));

/** The same page of another organization. */
export function OrganizationSwitcher({ id, anchor, open, onClose }: PopupProps) {
  const { data: organizations = [] } = useQuery(organizationsQuery);
  const current = useOrganization();
  const [search, setSearch] = useState('');
  const navigate = useNavigate();
  const address = useSamePageOf();
  const list = useRef<HTMLUListElement>(null);
  const found = searchOrganizations(organizations, search);
  const close = () => {
    setSearch('');
    onClose();
  };
  const searchKeys = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key === 'ArrowDown') moveFocus(list.current, 1);
    else if (event.key === 'Enter' && first) {
      navigate(address(first));
      close();
    } else return;
    event.preventDefault();
  };
  return (
    <Popover
      id={id}
      open={open}
      anchorEl={anchor}
      onClose={close}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': 'Switch organization', sx: { width: 280, maxHeight: 420, p: 0.5 } },
      }}
    >
      {organizations.length >= searchFrom && (
        <InputBase
          fullWidth
          autoFocus
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={searchKeys}
          placeholder="Find an organization"
          startAdornment={<SearchIcon fontSize="small" sx={{ mr: 1, color: 'text.secondary' }} />}
          slotProps={{ input: { 'aria-label': 'Find an organization', type: 'search' } }}
          sx={{ px: 1.25, mb: 0.5, borderBottom: 1, borderColor: 'divider' }}
        />
      )}
      <Box component="ul" ref={list} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {found.map((organization) => (
          <li key={organization.id}>
            <Item
              to={address(organization)}
              onClick={close}
              onKeyDown={(event) => arrowKeys(event, list.current)}
              aria-current={organization.id === current.id ? 'true' : undefined}
            >
              <CheckIcon fontSize="small" sx={{ visibility: organization.id === current.id ? 'visible' : 'hidden' }} />
              <span>{organization.displayName}</span>
            </Item>
          </li>
        ))}
      </Box>
      {found.length === 0 && <Box sx={{ px: 1.25, py: 1, color: 'text.secondary' }}>No organization matches.</Box>}
    </Popover>
  );
}

/** Address of the present page for another organization, with the tab that is open. */
function useSamePageOf(): (organization: Organization) => string {
  const { pathname, search } = useLocation();
  const page = pathname.split('/').slice(3).join('/');
  const tab = new URLSearchParams(search).get('tab');
  return ({ name }) =>
    `/organizations/${encodeURIComponent(name)}/${page}${tab === null ? '' : `?${new URLSearchParams({ tab })}`}`;
}

function arrowKeys(event: KeyboardEvent, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  moveFocus(list, event.key === 'ArrowDown' ? 1 : -1);
}

function moveFocus(list: HTMLElement | null, step: number): void {
  const links = [...(list?.querySelectorAll('a') ?? [])];
  const at = links.findIndex((link) => link.matches(':focus'));
  links[at === -1 ? 0 : (at + step + links.length) % links.length]?.focus();
}
