import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { User } from '../../../api/people.ts';
import type { PreviewFlags } from '../../../api/previewFlags.ts';
import type { Claims } from '../../../domain/claims.ts';
import type { Paste } from '../../../domain/Paste.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { findingWords } from '../findingWords.ts';
import { TicketButton } from '../ticket/TicketButton.tsx';
import { diagnoseLogin } from './diagnoseLogin.ts';
import type { FindingActions } from './LoginDiagnosis.tsx';
import { LoginVerdict } from './LoginVerdict.tsx';
import { type LoginOutcome, outcomeOf, pairStages } from './loginStages.ts';
import { loginTicket } from './loginTicket.ts';
import { StageParts } from './StageParts.tsx';
import type { WholeLogin } from './useWholeLogin.ts';

interface LoginStagesProps {
  /** With the drafts, or as saved if there are none. */
  readonly draft: WholeLogin;
  /** As saved; undefined: there are no drafts. */
  readonly saved: WholeLogin | undefined;
  /** What there are drafts of, in words. */
  readonly drafts: readonly string[];
  readonly claims: Claims;
  readonly flags: PreviewFlags;
  readonly paste: Paste;
  readonly person: User | undefined;
  readonly link: FindingActions['link'];
}

/** A login in the server's order: let in, site roles, organizations, then what each of those gives. */
export function LoginStages({ draft, saved, drafts, claims, flags, paste, person, link }: LoginStagesProps) {
  const nameOf = (target: string) => draft.names.get(target) ?? saved?.names.get(target) ?? target;
  const outcomes = {
    draft: outcomeOf(draft, claims, flags),
    saved: saved && outcomeOf(saved, claims, flags),
  };
  const stages = pairsOf(outcomes.draft, outcomes.saved ?? outcomes.draft);
  const isSame = outcomes.draft.stages && outcomes.saved?.stages && !stages.some(({ differs }) => differs);
  const logins = saved ? [draft, saved] : [draft];
  const unread = [...new Set(logins.flatMap((login) => login.unread))];
  return (
    <>
      <LoginVerdict draft={outcomes.draft} saved={outcomes.saved} drafts={drafts} />
      {saved && isSame && (
        <Typography variant="body2">Your unsaved changes make no difference to this login.</Typography>
      )}
      {stages.length > 0 && unread.length > 0 && (
        <Notice tone="warning">
          You may not read {unread.join(', ')}: it is left out here, and not at a real login.
        </Notice>
      )}
      {stages.length > 0 && logins.some((login) => login.untriedFilters.length > 0) && (
        <Notice tone="warning">
          A regex filter takes too long to be tried here; values are shown as if it let them pass.
        </Notice>
      )}
      {stages.length > 0 && (
        <Stage step={1} title="Allow list">
          <Typography variant="body2">
            {flags.allowList.length === 0 || flags.groupField === ''
              ? 'There is none: everybody may sign in.'
              : `“${flags.groupField}” holds one of the allowed values.`}
          </Typography>
        </Stage>
      )}
      {stages.map(({ id, title, only, differs, parts }, at) => (
        <Stage
          key={id}
          step={2 + at}
          title={title}
          remark={only ? onlyWords[only] : differs ? 'differs from saved' : undefined}
        >
          <StageParts parts={parts} nameOf={nameOf} link={link} />
        </Stage>
      ))}
      <TicketButton
        paste={paste}
        person={person}
        ticket={() => ({
          ...loginTicket(outcomes.draft, outcomes.saved, stages, nameOf),
          findings: diagnoseLogin(draft, { ...paste, claims }, flags).flatMap(({ scope, field, findings }) =>
            findings.map(
              (finding) => findingWords(finding, { kind: scope.kind, field, provider: paste.provider }).seen,
            ),
          ),
        })}
      />
    </>
  );
}

/** A login that is refused changes nothing, so that there is nothing to compare the other one with. */
function pairsOf(draft: LoginOutcome, saved: LoginOutcome) {
  if (draft.stages) return pairStages(draft.stages, saved.stages ?? draft.stages);
  return saved.stages ? pairStages(saved.stages, saved.stages) : [];
}

const onlyWords = { draft: 'only with your unsaved changes', saved: 'only as saved' } as const;

interface StageProps {
  readonly step: number;
  readonly title: string;
  readonly remark?: string | undefined;
  readonly children: ReactNode;
}

function Stage({ step, title, remark, children }: StageProps) {
  return (
    <Panel aria-label={title}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
          {step}
        </Box>
        {title}{' '}
        {remark && (
          <Typography component="span" variant="body2" sx={{ color: 'warning.main', ml: 1 }}>
            {remark}
          </Typography>
        )}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children}</Box>
    </Panel>
  );
}
