import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useMemo, useState } from 'react';
import { entitlementsQuery } from '../../api/entitlements.ts';
import type { Organization } from '../../api/organizations.ts';
import type { User } from '../../api/people.ts';
import { diagnoseClaim } from '../../domain/diagnoseClaim.ts';
import { diagnoseTrace } from '../../domain/diagnoseTrace.ts';
import { sameSettings } from '../../domain/diffSettings.ts';
import type { Memberships } from '../../domain/directory.ts';
import type { Paste } from '../../domain/Paste.ts';
import { foldValue, indexSeenValues, type SeenValues } from '../../domain/rowProblems.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { FindingList } from './FindingList.tsx';
import { findingWords } from './findingWords.ts';
import { LoadProblem } from './LoadProblem.tsx';
import { kinds } from './previewWords.ts';
import { RowButton } from './RowButton.tsx';
import type { RenderRow } from './TraceList.tsx';
import { TicketButton } from './ticket/TicketButton.tsx';
import type { Ticket } from './ticket/ticketText.ts';
import { type EvaluationState, useEvaluation } from './useEvaluation.ts';
import { useLoginGate } from './useLoginGate.ts';
import { useSubject } from './useSubject.ts';
import type { Surroundings, SurroundingsState } from './useSurroundings.ts';
import { compareWays } from './useWays.ts';
import { VerdictLine } from './VerdictLine.tsx';
import type { ValueFocus } from './valueFocus.ts';
import { type Verdict, type VerdictInput, verdictOf } from './verdictOf.ts';
import { WaysView } from './WaysView.tsx';

interface PreviewResultProps {
  readonly kind: SyncKind;
  readonly saved: SyncSettings;
  readonly draft: SyncSettings;
  readonly paste: Paste;
  readonly person: User | undefined;
  readonly organization: Organization | undefined;
  readonly onShowRow: ((key: string) => void) | undefined;
  readonly onChooseField: ((field: string) => void) | undefined;
  readonly onVerdict: ((line: string) => void) | undefined;
  readonly asked: ValueFocus | undefined;
  readonly surroundings: SurroundingsState;
}

/** What the pasted claims come to. It follows the form a little behind, so that typing there isn't slowed. */
export const PreviewResult = memo(function PreviewResult(props: PreviewResultProps) {
  const { kind, organization, person, surroundings } = props;
  const subject = useSubject(kind, organization?.id ?? '', person);
  if (surroundings.status === 'failed') {
    const what = { group: 'groups', role: 'roles', organization: 'organizations' }[kind];
    return <LoadProblem error={surroundings.error} what={`load the ${what}`} onRetry={surroundings.retry} />;
  }
  if (subject.status === 'failed') {
    return <LoadProblem error={subject.error} what="load what this person has now" onRetry={subject.retry} />;
  }
  if (surroundings.status === 'loading' || subject.status === 'loading') {
    return <SkeletonBlock label="Working it out" heights={[44, 96, 160]} />;
  }
  return <Answer {...props} around={surroundings} present={subject.present} />;
});

interface AnswerProps extends PreviewResultProps {
  readonly around: Surroundings;
  readonly present: Memberships;
}

function Answer({ around, present, ...props }: AnswerProps) {
  const { kind, saved, draft, paste, person, organization, onShowRow, onChooseField, onVerdict } = props;
  const { surroundings, nameOf } = around;
  const { claims, provider } = paste;
  const { data: entitled } = useQuery(entitlementsQuery);
  const gate = useLoginGate(organization, person, claims, entitled?.organization !== false);
  const isEntitled = entitled?.[kind] !== false;
  const savedInForce = useInForce(saved, isEntitled);
  const draftInForce = useInForce(draft, isEntitled);
  const savedState = useEvaluation(surroundings, savedInForce, claims, present);
  const ownState = useEvaluation(surroundings, draft === saved ? undefined : draftInForce, claims, present);
  const draftState = draft === saved ? savedState : ownState;
  const isDraft = useMemo(() => !sameSettings(saved, draft), [saved, draft]);
  const nearMissOf = useNearMiss(draft, around);
  const savedNearMissOf = useNearMiss(saved, around);
  const renderRow = useMemo(() => onShowRow && rowButton(onShowRow), [onShowRow]);

  const verdicts = useMemo(() => {
    const isUnverified = claims.get('email_verified') === false;
    const common = { kind, gate, entitled: isEntitled, isUnverified, isCompared: person !== undefined, nameOf };
    return {
      draft: judge(draftState, { ...common, settings: draft }),
      saved: judge(savedState, { ...common, settings: saved }),
    };
  }, [kind, gate, isEntitled, claims, person, nameOf, draftState, draft, savedState, saved]);
  const verdict = useLast(verdicts.draft);
  const savedVerdict = useLast(verdicts.saved);
  const draftEvaluation = useLast(draftState.status === 'ready' ? draftState.evaluation : undefined);
  const lastSaved = useLast(savedState.status === 'ready' ? savedState.evaluation : undefined);
  // A saved filter that can't be tried here leaves nothing to compare with.
  const savedEvaluation = lastSaved ?? (savedState.status === 'checking' ? undefined : draftEvaluation);
  const findings = useMemo(
    () => [
      ...diagnoseClaim(draft.field, paste),
      ...diagnoseTrace(kind, draftEvaluation?.trace ?? [], draft.mapping, nearMissOf),
    ],
    [kind, draft.field, draft.mapping, paste, draftEvaluation, nearMissOf],
  );
  // What the draft mends: it is still so for everybody, until the draft is saved.
  const mended = useMemo(() => {
    if (!isDraft) return [];
    const stays = new Set(findings.map(({ code }) => code));
    const savedTrace = lastSaved?.trace ?? [];
    const before = [
      ...diagnoseClaim(saved.field, paste),
      ...diagnoseTrace(kind, savedTrace, saved.mapping, savedNearMissOf),
    ];
    return before.filter(({ code }) => !stays.has(code));
  }, [isDraft, findings, lastSaved, saved.field, saved.mapping, paste, kind, savedNearMissOf]);
  const short = verdict?.short ?? '';
  useEffect(() => onVerdict?.(short), [onVerdict, short]);

  if (!verdict || !savedVerdict || !draftEvaluation || !savedEvaluation) {
    if (verdict && draftState.status !== 'ready') return <VerdictLine verdict={verdict} saved={savedVerdict} />;
    return <SkeletonBlock label="Working it out" heights={[44]} />;
  }
  const isUntold = draftState.status === 'invalid' || draftState.status === 'slow';
  const isRefused = gate.type === 'organization-claim' || draftEvaluation.refused.length > 0;
  const sides = {
    draft: { ...draft, evaluation: draftEvaluation },
    saved: { ...saved, evaluation: savedEvaluation },
  };
  const ticket = (): Ticket => ({
    title: 'Preview of a login',
    verdict: plainVerdict(verdict),
    savedVerdict: isDraft ? plainVerdict(savedVerdict) : undefined,
    findings: findings.map((finding) => findingWords(finding, { kind, field: draft.field, provider }).seen),
    parts: [
      {
        title: `${kinds[kind].sync}${organization ? ` of ${organization.displayName}` : ''}`,
        field: { draft: draft.field, saved: saved.field },
        ...(!isUntold && { ways: compareWays(kind, sides.draft, sides.saved, nameOf) }),
      },
    ],
  });
  return (
    <>
      <VerdictLine verdict={verdict} saved={isDraft && savedVerdict.text !== verdict.text ? savedVerdict : undefined} />
      {findings.length > 0 && (
        <FindingList
          label="About the claim"
          findings={findings}
          kind={kind}
          field={draft.field}
          provider={provider}
          onChooseField={onChooseField}
          onShowRow={onShowRow}
        />
      )}
      {mended.length > 0 && (
        <>
          <Typography variant="h3">As saved, without your changes</Typography>
          <FindingList
            label="As saved, without your changes"
            findings={mended}
            kind={kind}
            field={saved.field}
            provider={provider}
            onChooseField={undefined}
            onShowRow={undefined}
          />
        </>
      )}
      {!isUntold && (
        <WaysView
          kind={kind}
          {...sides}
          nameOf={nameOf}
          isRefused={isRefused}
          nearMissOf={nearMissOf}
          renderRow={renderRow}
          asked={props.asked}
        />
      )}
      <TicketButton paste={paste} person={person} ticket={ticket} />
    </>
  );
}

function plainVerdict({ text, detail }: Verdict): string {
  return detail === undefined ? text : `${text}. ${detail}`;
}

function judge(state: EvaluationState, input: Omit<VerdictInput, 'evaluation'>): Verdict | undefined {
  switch (state.status) {
    case 'ready':
      return verdictOf({ ...input, evaluation: state.evaluation });
    case 'invalid':
      return { tone: 'error', text: 'The server refuses this regex filter', short: 'filter', detail: state.message };
    case 'slow':
      return { tone: 'warning', text: 'The regex filter takes too long to be tried here', short: 'filter' };
    case 'checking':
      return undefined;
  }
}

function rowButton(onShow: (key: string) => void): RenderRow {
  return (key, words) => (
    <RowButton row={key} onShow={onShow}>
      {words}
    </RowButton>
  );
}

/** Settings that the licence doesn't let run are as good as none. */
function useInForce(settings: SyncSettings, isEntitled: boolean): SyncSettings {
  return useMemo(() => (isEntitled ? settings : { ...settings, field: '' }), [settings, isEntitled]);
}

/** The last value that there was, while the next one is being worked out. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

/** Finds rows and names that differ from a value only by case, spaces or slashes. */
function useNearMiss(draft: SyncSettings, { names }: Surroundings): (value: string) => string | undefined {
  return useMemo(() => {
    // Only once a value ends nowhere: thousands of rows and names take a while.
    let near: SeenValues | undefined;
    return (value) => {
      near ??= indexSeenValues([...draft.mapping.keys(), ...names]);
      return near.byFolded.get(foldValue(value));
    };
  }, [draft.mapping, names]);
}
