import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

interface FactListProps {
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
}

const List = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
  gap: '6px 16px',
  alignItems: 'center',
  margin: 0,
  '& dt': { color: theme.vars.palette.text.secondary, fontSize: theme.typography.body2.fontSize },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
}));

/** What something is, term by term. */
export function FactList({ facts }: FactListProps) {
  return (
    <List>
      {facts.map(({ term, value }) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </List>
  );
}
