import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useMemo, useState } from 'react';
import type { SettingsScope } from '../../../api/keys.ts';
import { organizationsQuery } from '../../../api/organizations.ts';
import type { User } from '../../../api/people.ts';
import { permissionsQuery } from '../../../api/permissions.ts';
import { defaultFlags, type PreviewFlags, previewFlags } from '../../../api/previewFlags.ts';
import { serverFlagsQuery } from '../../../api/serverFlags.ts';
import type { Claims } from '../../../domain/claims.ts';
import { mergeSources } from '../../../domain/mergeSources.ts';
import type { Paste } from '../../../domain/Paste.ts';
import { ability } from '../../../session/abilities.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { SkeletonBlock } from '../../../ui/SkeletonBlock.tsx';
import { ClaimSourceFields } from '../ClaimSourceFields.tsx';
import { EmptyPreview } from '../EmptyPreview.tsx';
import { LoadProblem } from '../LoadProblem.tsx';
import { ScopeHelp } from '../ScopeHelp.tsx';
import { useClaimSource } from '../useClaimSource.ts';
import { draftNames } from './draftNames.ts';
import { FlagFields } from './FlagFields.tsx';
import { type ChosenField, type FindingActions, LoginDiagnosis } from './LoginDiagnosis.tsx';
import { LoginStages } from './LoginStages.tsx';
import { SourceTable } from './SourceTable.tsx';
import { type DraftOf, useWholeLogin, type WholeLogin, type WholeLoginState } from './useWholeLogin.ts';

interface LoginLabProps extends FindingActions {
  readonly draftOf: DraftOf;
  /** Keeps merged claims as a test. */
  readonly keepTest: (claims: Claims, person: User | undefined) => ReactNode;
}

/** A whole login worked out from pasted claims. The pasted text is kept in this component only. */
export function LoginLab({ draftOf, chooseField, link, keepTest }: LoginLabProps) {
  const source = useClaimSource();
  const { text, person, paste, problem } = source;
  const [ownFlags, setOwnFlags] = useState<PreviewFlags>(defaultFlags);
  const { data: permissions, isPending: isAsking } = useQuery(permissionsQuery(undefined));
  const readingFlags = permissions && ability('readDeploymentConfig', permissions, 'deployment');
  const mayReadFlags = readingFlags?.granted === true;
  const flagsAnswer = useQuery({ ...serverFlagsQuery, enabled: mayReadFlags });
  const read = useMemo(() => flagsAnswer.data && previewFlags(flagsAnswer.data), [flagsAnswer.data]);
  const flags = read ?? ownFlags;
  const hasClaims = paste !== undefined && paste.format !== 'names' && paste.format !== 'values';
  const merged = useMemo(() => paste && mergeSources(paste, flags.secondary), [paste, flags.secondary]);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '400px minmax(0, 1fr)' },
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <ClaimSourceFields
          source={source}
          hint={
            person
              ? `Compared with what ${person.email} has now.`
              : 'Nobody chosen: a first login, by somebody who has nothing yet.'
          }
        />
        {merged && hasClaims && keepTest(merged.claims, person)}
        <FlagFields
          cause={readingFlags?.granted === false ? readingFlags.cause : undefined}
          flags={flags}
          onChange={read || isAsking || (mayReadFlags && flagsAnswer.isPending) ? undefined : setOwnFlags}
        />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {problem?.scopes && <ScopeHelp advice={problem.scopes} />}
        {paste && !hasClaims && (
          <Notice tone="info" title="A whole login needs all claims">
            A line of the log has names or one claim only. Paste the debug link, or the ID token with userinfo.
          </Notice>
        )}
        {paste && merged && hasClaims ? (
          <>
            <Answer
              paste={paste}
              claims={merged.claims}
              flags={flags}
              person={person}
              draftOf={draftOf}
              chooseField={chooseField}
              link={link}
            />
            <SourceTable merged={merged} />
          </>
        ) : (
          text === '' && <EmptyPreview />
        )}
      </Box>
    </Box>
  );
}

interface AnswerProps extends Omit<LoginLabProps, 'keepTest'> {
  readonly paste: Paste;
  readonly claims: Claims;
  readonly flags: PreviewFlags;
  readonly person: User | undefined;
}

/** With drafts there are two answers. It isn't worked out again while somebody types elsewhere. */
const Answer = memo(function Answer({ draftOf, chooseField, ...props }: AnswerProps) {
  const [chosen, setChosen] = useState<ChosenField>();
  const { data: organizations } = useQuery(organizationsQuery);
  const drafts = useMemo(() => draftNames(organizations ?? [], draftOf), [organizations, draftOf]);
  const shown = {
    ...props,
    drafts,
    chosen,
    chooseField: (scope: SettingsScope, field: string) => {
      chooseField(scope, field);
      setChosen({ scope, field });
    },
  };
  return drafts.length > 0 ? <Compared draftOf={draftOf} {...shown} /> : <AsSaved {...shown} />;
});

interface ShownProps extends Omit<AnswerProps, 'draftOf'> {
  readonly drafts: readonly string[];
  readonly chosen: ChosenField | undefined;
}

function AsSaved(props: ShownProps) {
  const login = useWholeLogin(props.claims, props.flags, props.person, undefined);
  return login.status === 'ready' ? <Shown draft={login} saved={undefined} {...props} /> : <NotYet login={login} />;
}

function Compared({ draftOf, ...props }: ShownProps & Pick<AnswerProps, 'draftOf'>) {
  const draft = useWholeLogin(props.claims, props.flags, props.person, draftOf);
  const saved = useWholeLogin(props.claims, props.flags, props.person, undefined);
  if (draft.status !== 'ready') return <NotYet login={draft} />;
  if (saved.status !== 'ready') return <NotYet login={saved} />;
  return <Shown draft={draft} saved={saved} {...props} />;
}

function Shown(props: ShownProps & { readonly draft: WholeLogin; readonly saved: WholeLogin | undefined }) {
  const { draft, saved, drafts, paste, claims, flags, person, chosen, chooseField, link } = props;
  const common = { paste, claims, flags, link };
  return (
    <>
      <LoginStages draft={draft} saved={saved} drafts={drafts} person={person} {...common} />
      <LoginDiagnosis login={draft} chosen={chosen} chooseField={chooseField} {...common} />
    </>
  );
}

function NotYet({ login }: { readonly login: Exclude<WholeLoginState, { readonly status: 'ready' }> }) {
  if (login.status === 'loading') return <SkeletonBlock label="Working it out" heights={[44, 96, 160]} />;
  return <LoadProblem error={login.error} what="load the organizations" onRetry={login.retry} />;
}
