import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import { type Organization, organizationsQuery } from '../../api/organizations.ts';
import { permissionsQuery } from '../../api/permissions.ts';
import { meQuery } from '../../api/session.ts';
import { AsCodeButton } from '../../features/as-code/AsCodeButton.tsx';
import { CopySettingsButton } from '../../features/copy-settings/CopySettingsButton.tsx';
import { MigrateButton } from '../../features/server-flags/MigrateButton.tsx';
import { readOwnLosses } from '../../features/sync-settings/review/readOwnLosses.ts';
import type { ToolsSlotProps } from '../../features/sync-settings/slots.ts';
import { draftKeyOf, drafts } from '../../features/sync-settings/useDraft.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { copySave } from './copySave.ts';
import { syncAddress } from './syncAddress.ts';

const DiffList = lazyPart(() =>
  import('../../features/sync-settings/review/DiffList.tsx').then((part) => part.DiffList),
);
const LockOutSection = lazyPart(() =>
  import('../../features/sync-settings/review/LockOutSection.tsx').then((part) => part.LockOutSection),
);
const DeploymentPart = lazyPart(() =>
  import('../../features/as-code/DeploymentPart.tsx').then((part) => part.DeploymentPart),
);

interface SyncToolsProps extends ToolsSlotProps {
  readonly scope: SettingsScope;
  readonly organization: Organization | undefined;
}

/** What can be done with the settings of one sync besides editing them. */
export function SyncTools(props: SyncToolsProps) {
  const { scope, organization, onDraft } = props;
  const client = useQueryClient();
  const { data: permissions } = useQuery(permissionsQuery(organization?.id));
  return (
    <>
      {scope.kind === 'group' && organization?.isDefault && onDraft && (
        <MigrateButton {...props} onDraft={onDraft} mayReadFlags={permissions?.get('readDeploymentConfig') === true} />
      )}
      {scope.kind !== 'organization' && organization && onDraft && (
        <CopySettingsButton
          {...props}
          scope={scope}
          organization={organization}
          save={copySave}
          renderChange={(diff, nameOf) => (
            <DiffList
              kind={scope.kind}
              diff={diff}
              targets={{ find: (target) => optionOf(target, nameOf) }}
              shown={6}
            />
          )}
          ownLosses={(there, base, settings) => readOwnLosses(client, there, base, settings)}
          renderLosses={({ losses, organization: { displayName }, nameOf }) => (
            <LockOutSection
              losses={losses}
              place={displayName}
              targets={{ find: (target) => optionOf(target, nameOf) }}
            />
          )}
          renderLink={(other) => (
            <Link to={syncAddress({ ...scope, organizationId: other.id }, [other])}>{other.displayName}</Link>
          )}
        />
      )}
      <AsCodeButton {...props} deployment={scope.kind === 'organization' && onDraft && <WholeDeployment />} />
    </>
  );
}

function optionOf(target: string, nameOf: (target: string) => string | undefined) {
  const label = nameOf(target);
  return label === undefined ? undefined : { target, label, name: label, isAmbiguous: false };
}

/** Whoever may change organization sync may change every organization's sync. */
function WholeDeployment() {
  const client = useQueryClient();
  const { data: organizations = [] } = useQuery(organizationsQuery);
  return (
    <Suspense fallback={null}>
      <DeploymentPart
        onDraft={(scope, saved, settings, label) => {
          const me = client.getQueryData(meQuery.queryKey);
          if (me) drafts.edit(draftKeyOf(me, scope), saved, { settings, label });
        }}
        renderLink={(scope, text) => <Link to={syncAddress(scope, organizations)}>{text}</Link>}
      />
    </Suspense>
  );
}
