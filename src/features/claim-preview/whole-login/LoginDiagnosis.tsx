import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useMemo } from 'react';
import type { SettingsScope } from '../../../api/keys.ts';
import { permissionsQuery } from '../../../api/permissions.ts';
import type { PreviewFlags } from '../../../api/previewFlags.ts';
import { updatableSyncQuery } from '../../../api/updatableSync.ts';
import type { Claims } from '../../../domain/claims.ts';
import type { Paste } from '../../../domain/Paste.ts';
import { shownName } from '../../../domain/shownName.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { FindingList } from '../FindingList.tsx';
import { kinds } from '../previewWords.ts';
import { diagnoseLogin } from './diagnoseLogin.ts';
import type { WholeLogin } from './useWholeLogin.ts';

/** Leads from a finding to the settings that it is about. */
export interface FindingActions {
  /** Takes another claim into the draft of a sync. */
  readonly chooseField: (scope: SettingsScope, field: string) => void;
  /** Goes to where the settings are edited, and there to a row. */
  readonly link: (scope: SettingsScope, words: string, row?: string) => ReactNode;
}

export interface ChosenField {
  readonly scope: SettingsScope;
  readonly field: string;
}

interface LoginDiagnosisProps extends FindingActions {
  readonly login: WholeLogin;
  readonly paste: Paste;
  /** As the server merges them. */
  readonly claims: Claims;
  readonly flags: PreviewFlags;
  /** What was taken into a draft last. */
  readonly chosen: ChosenField | undefined;
}

/** What is odd about the claims of a login, sync by sync, with how to mend it. */
export function LoginDiagnosis({ login, paste, claims, flags, chosen, chooseField, link }: LoginDiagnosisProps) {
  const id = useId();
  const found = useMemo(() => diagnoseLogin(login, { ...paste, claims }, flags), [login, paste, claims, flags]);
  const mayUpdate = useMayUpdate(found.map(({ scope }) => scope));
  const nameOf = ({ kind, organizationId }: SettingsScope) => {
    const organization = login.organizations.find((one) => one.id === organizationId);
    return organization ? `${kinds[kind].sync} of ${shownName(organization.displayName)}` : kinds[kind].sync;
  };
  if (found.length === 0 && !chosen) return null;
  return (
    <Panel aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ mb: 1 }}>
        What to mend
      </Typography>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {chosen && (
          <Notice tone="success" role="status">
            {nameOf(chosen.scope)} reads <Mono>{chosen.field}</Mono> in your draft.{' '}
            {link(chosen.scope, 'Look at it and save')}
          </Notice>
        )}
        {found.map(({ scope, field, findings }) => (
          <Box key={`${scope.kind} ${scope.organizationId}`} sx={{ display: 'grid', gap: 1 }}>
            <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
              <Typography variant="h3">{nameOf(scope)}</Typography>
              <Typography variant="body2">{link(scope, 'Open its settings')}</Typography>
            </Box>
            <FindingList
              label={nameOf(scope)}
              findings={findings}
              kind={scope.kind}
              field={field}
              provider={paste.provider}
              onChooseField={mayUpdate(scope) ? (name) => chooseField(scope, name) : undefined}
              onShowRow={undefined}
            />
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

/** Finds out at once for all syncs whether their settings may be changed. */
function useMayUpdate(scopes: readonly SettingsScope[]): (scope: SettingsScope) => boolean {
  const ids = [...new Set(scopes.flatMap(({ organizationId }) => organizationId ?? []))].sort();
  const { data: updatable } = useQuery(updatableSyncQuery(ids));
  const { data: permissions } = useQuery(permissionsQuery(undefined));
  return ({ organizationId }) =>
    organizationId === undefined
      ? permissions?.get('updateOrganizationSync') === true
      : updatable?.has(organizationId) === true;
}
