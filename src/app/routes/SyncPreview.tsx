import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import { type Organization, organizationsQuery } from '../../api/organizations.ts';
import { ClaimPreview } from '../../features/claim-preview/ClaimPreview.tsx';
import type { HeldClaims } from '../../features/claim-preview/useClaimSource.ts';
import { KeepTest } from '../../features/claim-tests/KeepTest.tsx';
import { sidesOf } from '../../features/claim-tests/sidesOf.ts';
import { TestsLine } from '../../features/claim-tests/TestsLine.tsx';
import type { PreviewSlotProps } from '../../features/sync-settings/slots.ts';
import { claimTestsAddress } from '../layout/addresses.ts';

interface SyncPreviewProps extends PreviewSlotProps {
  readonly scope: SettingsScope;
  readonly organization: Organization | undefined;
  readonly held: HeldClaims | undefined;
}

/** The preview beside one sync, with the claim tests. */
export function SyncPreview({ scope, organization, held, ...props }: SyncPreviewProps) {
  const { saved, draft } = props;
  const { data: organizations = [] } = useQuery(organizationsQuery);
  const { kind, organizationId } = scope;
  const sides = useMemo(() => sidesOf({ kind, organizationId }, saved, draft), [kind, organizationId, saved, draft]);
  return (
    <ClaimPreview
      {...props}
      {...(organization && { organization })}
      {...(held && { held })}
      wholeLogin={<Link to="/preview">Preview a whole login, in all organizations</Link>}
      keepTest={(claims, person) => (
        <KeepTest
          claims={claims}
          memberOf={organizations
            .filter(
              ({ id, isDefault }) => person?.organizationIds.includes(id) ?? (isDefault || id === organization?.id),
            )
            .map(({ name }) => name)}
          sides={sides}
        />
      )}
      tests={<TestsLine sides={sides} link={<Link to={claimTestsAddress}>Claim tests</Link>} />}
    />
  );
}
