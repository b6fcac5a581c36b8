import { Suspense } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import type { Save } from './useSave.ts';
import type { Targets } from './useTargets.ts';

const ReviewDialog = lazyPart(() => import('./review/ReviewDialog.tsx').then((part) => part.ReviewDialog));
const ConflictDialog = lazyPart(() => import('./review/ConflictDialog.tsx').then((part) => part.ConflictDialog));
const LegacyDialog = lazyPart(() => import('./review/LegacyDialog.tsx').then((part) => part.LegacyDialog));

interface SaveDialogsProps {
  readonly scope: SettingsScope;
  readonly organization: Organization | undefined;
  readonly save: Save;
  readonly targets: Targets;
}

/** Whatever a save has to ask before it can go on. */
export function SaveDialogs({ scope, organization, save, targets }: SaveDialogsProps) {
  const { state, cancel } = save;
  const place = organization?.displayName ?? 'the deployment';
  return (
    <Suspense fallback={null}>
      {state.phase === 'review' && (
        <ReviewDialog
          kind={scope.kind}
          place={place}
          assessment={state.assessment}
          targets={targets}
          onSave={save.confirm}
          onCancel={cancel}
        />
      )}
      {state.phase === 'conflict' && (
        <ConflictDialog
          scope={scope}
          merge={state.merge}
          targets={targets}
          onResolve={save.resolve}
          onCancel={cancel}
        />
      )}
      {state.phase === 'legacy' && (
        <LegacyDialog wanted={state.wanted} targets={targets} onSave={save.saveInstead} onCancel={cancel} />
      )}
    </Suspense>
  );
}
