import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import { type Organization, organizationsQuery } from '../../api/organizations.ts';
import { meQuery } from '../../api/session.ts';
import { AsCodeButton } from '../../features/as-code/AsCodeButton.tsx';
import { DeploymentPart } from '../../features/as-code/DeploymentPart.tsx';
import type { ToolsSlotProps } from '../../features/sync-settings/slots.ts';
import { draftKeyOf, drafts } from '../../features/sync-settings/useDraft.ts';
import { syncAddress } from './syncAddress.ts';

interface SyncToolsProps extends ToolsSlotProps {
  readonly scope: SettingsScope;
  readonly organization: Organization | undefined;
}

/** What can be done with the settings of one sync besides editing them. */
export function SyncTools(props: SyncToolsProps) {
  const { scope, onDraft } = props;
  return <AsCodeButton {...props} deployment={scope.kind === 'organization' && onDraft && <WholeDeployment />} />;
}

/** Whoever may change organization sync may change every organization's sync. */
function WholeDeployment() {
  const client = useQueryClient();
  const { data: organizations = [] } = useQuery(organizationsQuery);
  return (
    <DeploymentPart
      onDraft={(scope, saved, settings, label) => {
        const me = client.getQueryData(meQuery.queryKey);
        if (me) drafts.edit(draftKeyOf(me, scope), saved, { settings, label });
      }}
      renderLink={(scope, text) => <Link to={syncAddress(scope, organizations)}>{text}</Link>}
    />
  );
}
