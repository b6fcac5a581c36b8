import { styled } from '@mui/material/styles';
import { Fragment } from 'react';
import { Link } from 'react-router';

/** One step above the page. Without `to` it is a place without a page of its own. */
export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

const List = styled('ol')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 6px',
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontSize: theme.typography.body2.fontSize,
  color: theme.vars.palette.text.secondary,
  overflowWrap: 'anywhere',
  '& a': { color: 'inherit', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } },
  '& [aria-current]': { color: theme.vars.palette.text.primary },
}));

interface BreadcrumbsProps {
  readonly above: readonly Crumb[];
  readonly current: string;
}

/** The way to a page from the top. */
export function Breadcrumbs({ above, current }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb">
      <List>
        {above.map(({ label, to }) => (
          <Fragment key={label}>
            <li>{to === undefined ? label : <Link to={to}>{label}</Link>}</li>
            <li aria-hidden>/</li>
          </Fragment>
        ))}
        <li>
          <span aria-current="page">{current}</span>
        </li>
      </List>
    </nav>
  );
}
