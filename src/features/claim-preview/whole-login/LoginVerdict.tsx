import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Notice } from '../../../ui/Notice.tsx';
import type { LoginOutcome } from './loginStages.ts';

interface LoginVerdictProps {
  readonly draft: LoginOutcome;
  /** Undefined: there are no drafts. */
  readonly saved: LoginOutcome | undefined;
  /** What there are drafts of. */
  readonly drafts: readonly string[];
}

/** Whether the person may in: with the drafts, and as saved. */
export function LoginVerdict({ draft, saved, drafts }: LoginVerdictProps) {
  if (!saved) return <Verdict outcome={draft} hasStages />;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        alignItems: 'start',
      }}
    >
      <Box component="section" aria-label="With your unsaved changes">
        <Typography variant="h3">With your unsaved changes</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
          {drafts.join(', ')}
        </Typography>
        <Verdict outcome={draft} hasStages={draft.stages !== undefined} />
      </Box>
      <Box component="section" aria-label="As saved">
        <Typography variant="h3">As saved</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
          What a login does now
        </Typography>
        <Verdict outcome={saved} hasStages={draft.stages === undefined} />
      </Box>
    </Box>
  );
}

function Verdict({ outcome, hasStages }: { readonly outcome: LoginOutcome; readonly hasStages: boolean }) {
  const { refused, count } = outcome;
  if (!refused) {
    return (
      <Notice tone="success" role="status" title={`This login works. ${inOrganizations(count)}`}>
        {hasStages && 'Below is what it does, in the order in which the server goes.'}
      </Notice>
    );
  }
  return (
    <Notice tone="error" role="status" title="This login is refused. Nothing is changed.">
      <Typography variant="body2">
        {refused.at}, the server answers with {refused.status}:
      </Typography>
      <Box
        component="blockquote"
        sx={{ m: 0, mt: 0.5, pl: 1.5, borderLeft: 3, borderColor: 'error.main', overflowWrap: 'anywhere' }}
      >
        <Box sx={{ fontWeight: 600 }}>{refused.title}</Box>
        {refused.detail}
      </Box>
    </Notice>
  );
}

/** Such as "The person is in 2 organizations after it." */
export function inOrganizations(count: number): string {
  if (count === 0) return 'The person is in no organization after it.';
  return `The person is in ${count === 1 ? 'one organization' : `${count} organizations`} after it.`;
}
