import Box from '@mui/material/Box';
import { Link } from 'react-router';
import type { Organization } from '../../api/organizations.ts';
import { causeWords } from '../../session/causeWords.ts';
import { OrganizationIcon } from '../../ui/icons.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { organizationAddress } from './addresses.ts';
import { Page } from './Page.tsx';

interface UnknownOrganizationProps {
  readonly name: string;
  readonly organizations: readonly Organization[];
}

const shown = 10;

/** The address names no organization that this person can see; names those that there are. */
export function UnknownOrganization({ name, organizations }: UnknownOrganizationProps) {
  const { title, detail } = causeWords({ kind: 'unknown-organization', name });
  return (
    <Page
      title="Unknown organization"
      above={[{ label: 'Admin settings' }, { label: 'Organizations', to: '/organizations' }]}
    >
      <PageState icon={<OrganizationIcon />} title={title}>
        {detail}
        {organizations.length > 0 && (
          <Box
            component="ul"
            aria-label="Organizations that you can see"
            sx={{ pl: 2.5, my: 1.5, '& li': { lineHeight: '28px' }, '& a': { display: 'inline-block', minWidth: 24 } }}
          >
            {organizations.slice(0, shown).map((organization) => (
              <li key={organization.id}>
                <Link to={organizationAddress(organization, 'idp-sync')}>{organization.displayName}</Link>
              </li>
            ))}
          </Box>
        )}
        {organizations.length > shown && <Link to="/organizations">All {organizations.length} organizations</Link>}
      </PageState>
    </Page>
  );
}
