import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { User } from '../../../api/people.ts';
import { permissionsQuery } from '../../../api/permissions.ts';
import { serverFlagsQuery } from '../../../api/serverFlags.ts';
import type { Claims } from '../../../domain/claims.ts';
import { mergeSources } from '../../../domain/mergeSources.ts';
import type { Paste } from '../../../domain/Paste.ts';
import { ability } from '../../../session/abilities.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { SkeletonBlock } from '../../../ui/SkeletonBlock.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import { ClaimSourceFields } from '../ClaimSourceFields.tsx';
import { EmptyPreview } from '../EmptyPreview.tsx';
import { LoadProblem } from '../LoadProblem.tsx';
import { ScopeHelp } from '../ScopeHelp.tsx';
import { useClaimSource } from '../useClaimSource.ts';
import { FlagFields } from './FlagFields.tsx';
import { type ChosenField, type FindingActions, LoginDiagnosis } from './LoginDiagnosis.tsx';
import { LoginStages } from './LoginStages.tsx';
import { defaultFlags, type PreviewFlags, previewFlags } from './previewFlags.ts';
import { SourceTable } from './SourceTable.tsx';
import { type DraftOf, useWholeLogin } from './useWholeLogin.ts';

interface LoginLabProps extends FindingActions {
  readonly draftOf: DraftOf;
}

/** A whole login worked out from pasted claims. The pasted text is kept in this component only. */
export function LoginLab({ draftOf, chooseField, link }: LoginLabProps) {
  const source = useClaimSource();
  const { text, person, paste, problem } = source;
  const [ownFlags, setOwnFlags] = useState<PreviewFlags>(defaultFlags);
  const [usesDrafts, setUsesDrafts] = useState(false);
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
        <Toggle id="use-drafts" label="With my unsaved changes" checked={usesDrafts} onChange={setUsesDrafts}>
          {usesDrafts ? 'Drafts of this browser tab take the place of what is saved.' : 'As saved.'}
        </Toggle>
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
        {merged && hasClaims ? (
          <>
            <Answer
              paste={paste}
              claims={merged.claims}
              flags={flags}
              person={person}
              draftOf={usesDrafts ? draftOf : undefined}
              chooseField={(scope, field) => {
                chooseField(scope, field);
                setUsesDrafts(true);
              }}
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

interface AnswerProps extends FindingActions {
  readonly paste: Paste;
  readonly claims: Claims;
  readonly flags: PreviewFlags;
  readonly person: User | undefined;
  readonly draftOf: DraftOf | undefined;
}

function Answer({ claims, flags, person, draftOf, chooseField, ...finding }: AnswerProps) {
  const [chosen, setChosen] = useState<ChosenField>();
  const login = useWholeLogin(claims, flags, person, draftOf);
  if (login.status === 'failed')
    return <LoadProblem error={login.error} what="load the organizations" onRetry={login.retry} />;
  if (login.status === 'loading') return <SkeletonBlock label="Working it out" heights={[44, 96, 160]} />;
  return (
    <>
      <LoginStages login={login} claims={claims} flags={flags} />
      <LoginDiagnosis
        login={login}
        claims={claims}
        flags={flags}
        chosen={chosen}
        chooseField={(scope, field) => {
          chooseField(scope, field);
          setChosen({ scope, field });
        }}
        {...finding}
      />
    </>
  );
}
