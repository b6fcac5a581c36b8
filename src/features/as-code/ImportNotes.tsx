import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PolicyNote } from '../../domain/policy/PolicyDocument.ts';
import type { UnresolvedTarget } from '../../domain/policy/resolvePolicy.ts';
import type { SyncKind } from '../../domain/settings.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { Mono } from '../../ui/Mono.tsx';
import { Notice } from '../../ui/Notice.tsx';

const shown = 8;

/** What was forgiven, left out, or is worth knowing. */
export function NoteList({ notes }: { readonly notes: readonly PolicyNote[] }) {
  if (notes.length === 0) return null;
  return (
    <Notice tone="info">
      <Box component="ul" aria-label="Notes" sx={list}>
        {notes.slice(0, shown).map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {line !== undefined && `Line ${line}: `}
            {message}
          </li>
        ))}
        <More count={notes.length} />
      </Box>
    </Notice>
  );
}

interface UnresolvedListProps {
  readonly kind: SyncKind;
  readonly unresolved: readonly UnresolvedTarget[];
}

/** What names nothing, or more than one thing, by line. It isn't in the draft. */
export function UnresolvedList({ kind, unresolved }: UnresolvedListProps) {
  if (unresolved.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={
        unresolved.length === 1
          ? `One target names no ${kind}, and is left out`
          : `${formatCount(unresolved.length)} targets name no ${kind}, and are left out`
      }
    >
      <Box component="ul" aria-label="Left out" sx={list}>
        {unresolved.slice(0, shown).map(({ line, value, text, candidates }) => (
          <li key={`${line} ${value} ${text}`}>
            Line {line}: <Mono>{value}</Mono> → <Mono>{text}</Mono>
            <Typography component="span" variant="body2" color="textSecondary">
              {candidates.length === 0
                ? ' no such name or id'
                : ` could be ${candidates.map(({ name }) => name).join(' or ')}: use the name`}
            </Typography>
          </li>
        ))}
        <More count={unresolved.length} />
      </Box>
    </Notice>
  );
}

function More({ count }: { readonly count: number }) {
  return count > shown ? <li>and {formatCount(count - shown)} more</li> : null;
}

const list = { m: 0, pl: 2.5 } as const;
