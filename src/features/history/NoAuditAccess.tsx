import type { SettingsScope } from '../../api/keys.ts';
import { causeWords } from '../../session/causeWords.ts';
import { LockIcon } from '../../ui/icons.tsx';
import { PageState } from '../../ui/PageState.tsx';

interface NoAuditAccessProps {
  readonly scope: SettingsScope;
  readonly place: string;
}

/** Stands in place of a history that the person may not read: what is missing, and who has it. */
export function NoAuditAccess({ scope, place }: NoAuditAccessProps) {
  const { title, detail } = causeWords({
    kind: 'missing-permission',
    permission: scope.kind === 'organization' ? 'readAuditLog' : 'readOrganizationAuditLog',
    of: { name: place, displayName: place },
  });
  return (
    <PageState icon={<LockIcon />} title={title}>
      {detail}
    </PageState>
  );
}
