import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { AsCodeButton } from '../../features/as-code/AsCodeButton.tsx';
import type { ToolsSlotProps } from '../../features/sync-settings/slots.ts';

interface SyncToolsProps extends ToolsSlotProps {
  readonly scope: SettingsScope;
  readonly organization: Organization | undefined;
}

/** What can be done with the settings of one sync besides editing them. */
export function SyncTools(props: SyncToolsProps) {
  return <AsCodeButton {...props} />;
}
