import Button from '@mui/material/Button';
import { Link, useLocation } from 'react-router';
import { PageState } from '../../ui/PageState.tsx';
import { Page } from '../layout/Page.tsx';

/** No page has this address. */
export function NotFoundRoute() {
  const { pathname } = useLocation();
  return (
    <Page title="Page not found">
      <PageState
        title="There is nothing at this address"
        actions={
          <Button variant="contained" component={Link} to="/organizations">
            Go to organizations
          </Button>
        }
      >
        <code>{pathname}</code>
      </PageState>
    </Page>
  );
}
