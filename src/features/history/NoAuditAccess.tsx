import type { SettingsScope } from '../../api/keys.ts';
import { LockIcon } from '../../ui/icons.tsx';
import { PageState } from '../../ui/PageState.tsx';

interface NoAuditAccessProps {
  readonly scope: SettingsScope;
  readonly place: string;
}

/** Stands in place of a history that the person may not read: what is missing, and who has it. */
export function NoAuditAccess({ scope, place }: NoAuditAccessProps) {
  return (
    <PageState icon={<LockIcon />} title="You can’t read this history">
      It comes from the deployment’s audit log, which needs the permission audit_log:read. You can ask an Owner or
      Auditor
      {scope.kind === 'organization'
        ? '. Nobody else sees changes of organization sync.'
        : `, or an Organization Admin or Organization Auditor of ${place}. A User Admin doesn’t have it.`}
    </PageState>
  );
}
