import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { SyncKind } from '../../../domain/settings.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { NameOf } from '../previewWords.ts';
import { WaysView } from '../WaysView.tsx';
import type { FindingActions } from './LoginDiagnosis.tsx';
import type { PartPair, StagePart } from './loginStages.ts';
import { idleWords } from './stageWords.ts';

interface StagePartsProps {
  readonly parts: readonly PartPair[];
  readonly nameOf: NameOf;
  readonly link: FindingActions['link'];
}

/** The syncs of one stage. */
export function StageParts({ parts, ...props }: StagePartsProps) {
  return parts.map((pair) => <Part key={pair.draft.kind} {...pair} {...props} />);
}

const nothing: Readonly<Record<SyncKind, string>> = {
  group: 'No groups but Everyone.',
  role: 'No roles.',
  organization: 'No organization.',
};

function Part({ draft, saved, nameOf, link }: PartPair & Omit<StagePartsProps, 'parts'>) {
  const { kind, scope } = draft;
  const [idle, wasIdle] = [idleWords(draft), idleWords(saved)];
  const isIdle = idle !== undefined && wasIdle !== undefined;
  const isEmpty = draft.evaluation.changes.size === 0 && saved.evaluation.changes.size === 0;
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {idle === wasIdle ? (
        idle !== undefined && <Idle part={draft}>{idle}</Idle>
      ) : (
        <>
          {idle !== undefined && <Idle part={draft}>With your unsaved changes: {idle}</Idle>}
          {wasIdle !== undefined && <Idle part={saved}>As saved: {wasIdle}</Idle>}
        </>
      )}
      {!isIdle && isEmpty && <Typography variant="body2">{nothing[kind]}</Typography>}
      {!isIdle && (
        <WaysView
          kind={kind}
          draft={draft}
          saved={saved}
          nameOf={nameOf}
          nearMissOf={noNearMiss}
          renderRow={scope && ((key, words) => link(scope, words, key))}
        />
      )}
    </Box>
  );
}

interface IdleProps {
  readonly part: StagePart;
  readonly children: ReactNode;
}

function Idle({ part, children }: IdleProps) {
  if (part.evaluation.state === 'off') return <Typography variant="body2">{children}</Typography>;
  return (
    <Notice tone="warning" role="none">
      {children}
    </Notice>
  );
}

function noNearMiss(): undefined {
  return undefined;
}
