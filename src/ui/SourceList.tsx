import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FindSources, TargetSource } from '../domain/targetSources.ts';
import { ClaimValue } from './ClaimValue.tsx';
import { formatCount } from './formatCount.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** What is known about the way from claim values to groups or roles. */
export type Sources =
  | { readonly status: 'loading' }
  /** The sync is off: no claim value leads anywhere. */
  | { readonly status: 'off' }
  /** The settings may not be read, or couldn't be. The page says why. */
  | { readonly status: 'unknown' }
  | { readonly status: 'ready'; readonly find: FindSources };

const shownInCell = 2;
const shownInList = 20;

const Tag = styled('span')(({ theme }) => ({
  display: 'inline-block',
  padding: '0 6px',
  lineHeight: '20px',
  borderRadius: 4,
  fontSize: '0.8125rem',
  backgroundColor: theme.vars.palette.soft.neutral,
  overflowWrap: 'anywhere',
  '&[data-by=name]': {
    backgroundColor: 'transparent',
    color: theme.vars.palette.text.secondary,
    boxShadow: `inset 0 0 0 1px ${theme.vars.palette.divider}`,
  },
  '&[data-stopped]': {
    color: theme.vars.palette.warning.main,
    backgroundColor: theme.vars.palette.soft.warning,
    textDecoration: 'line-through',
  },
}));

/** The first claim values that lead to one target, for a cell of a table. */
export function SourceCell({ sources }: { readonly sources: readonly TargetSource[] }) {
  if (sources.length === 0) return <Box sx={{ color: 'text.secondary' }}>None</Box>;
  const more = sources.length - shownInCell;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
      {sources.slice(0, shownInCell).map((source) => (
        <SourceTag key={`${source.by} ${source.value}`} source={source} />
      ))}
      {more > 0 && (
        <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
          and {formatCount(more)} more
        </Box>
      )}
    </Box>
  );
}

function SourceTag({ source: { value, by, isStopped } }: { readonly source: TargetSource }) {
  return (
    <Tag data-by={by} data-stopped={isStopped || undefined} title={by === 'name' ? 'Same name' : undefined}>
      <ClaimValue value={value} />
      {isStopped && <VisuallyHidden> (stopped by the regex filter)</VisuallyHidden>}
      {by === 'name' && <VisuallyHidden> (same name)</VisuallyHidden>}
    </Tag>
  );
}

interface SourceListProps {
  readonly sources: readonly TargetSource[];
  /** Where a row of the mapping is shown. */
  readonly rowAddress: (key: string) => string;
}

/** All claim values that lead to one target, each with the reason. */
export function SourceList({ sources, rowAddress }: SourceListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? sources : sources.slice(0, shownInList);
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {shown.map((source) => (
          <Box component="li" key={`${source.by} ${source.value}`} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <SourceTag source={source} />
            <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
              <Reason source={source} rowAddress={rowAddress} />
            </Box>
          </Box>
        ))}
      </Box>
      {shown.length < sources.length && (
        <Button size="small" onClick={() => setAll(true)} sx={{ justifySelf: 'start' }}>
          Show all {formatCount(sources.length)}
        </Button>
      )}
    </>
  );
}

interface ReasonProps {
  readonly source: TargetSource;
  readonly rowAddress: (key: string) => string;
}

function Reason({ source: { by, through, isStopped }, rowAddress }: ReasonProps) {
  if (by === 'name') return 'has exactly this name';
  return (
    <>
      {by === 'legacy' && (
        <>
          a server flag reads it as <ClaimValue value={through} />,{' '}
        </>
      )}
      <Link to={rowAddress(through)}>{by === 'legacy' ? 'see IdP Sync' : 'a mapping'}</Link>
      {isStopped && ' that never applies: the regex filter stops the value'}
    </>
  );
}
