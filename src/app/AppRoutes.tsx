import { Navigate, Route, Routes } from 'react-router';
import { lazyPart } from '../ui/lazyPart.tsx';
import { DeploymentLayout } from './layout/DeploymentLayout.tsx';
import { BareLayout, FrameLayout } from './layout/FrameLayout.tsx';
import { OrganizationLayout } from './layout/OrganizationLayout.tsx';
import { Shell } from './layout/Shell.tsx';
import { HomeRoute } from './routes/HomeRoute.tsx';
import { IdpOrgSyncRoute } from './routes/IdpOrgSyncRoute.tsx';
import { IdpSyncRoute } from './routes/IdpSyncRoute.tsx';
import { NotFoundRoute } from './routes/NotFoundRoute.tsx';

const LoginRoute = lazyPart(() => import('./routes/LoginRoute.tsx').then((module) => module.LoginRoute));
const OrganizationsRoute = lazyPart(() =>
  import('./routes/OrganizationsRoute.tsx').then((module) => module.OrganizationsRoute),
);
const GroupsRoute = lazyPart(() => import('./routes/GroupsRoute.tsx').then((module) => module.GroupsRoute));
const OidcRoute = lazyPart(() => import('./routes/OidcRoute.tsx').then((module) => module.OidcRoute));
const PreviewRoute = lazyPart(() => import('./routes/PreviewRoute.tsx').then((module) => module.PreviewRoute));
const RolesRoute = lazyPart(() => import('./routes/RolesRoute.tsx').then((module) => module.RolesRoute));

/** What is at which address. Coder's dashboard has the same ones. */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<BareLayout />}>
        <Route path="login" element={<LoginRoute />} />
      </Route>
      <Route element={<Shell />}>
        <Route index element={<HomeRoute />} />
        <Route path="organizations/:organization" element={<OrganizationLayout />}>
          <Route index element={<Navigate to="idp-sync" replace />} />
          <Route path="idp-sync" element={<IdpSyncRoute />} />
          <Route path="groups" element={<GroupsRoute />} />
          <Route path="roles" element={<RolesRoute />} />
          <Route path="*" element={<NotFoundRoute />} />
        </Route>
        <Route path="deployment" element={<DeploymentLayout />}>
          <Route index element={<Navigate to="idp-org-sync" replace />} />
          <Route path="idp-org-sync" element={<IdpOrgSyncRoute />} />
          <Route path="oidc" element={<OidcRoute />} />
          <Route path="*" element={<NotFoundRoute />} />
        </Route>
        <Route element={<FrameLayout />}>
          <Route path="organizations" element={<OrganizationsRoute />} />
          <Route path="preview" element={<PreviewRoute />} />
          <Route path="*" element={<NotFoundRoute />} />
        </Route>
      </Route>
    </Routes>
  );
}
