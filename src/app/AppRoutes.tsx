import { Navigate, Route, Routes } from 'react-router';
import { lazyPart } from '../ui/lazyPart.tsx';
import { BareLayout, FrameLayout } from './layout/FrameLayout.tsx';
import { OrganizationLayout } from './layout/OrganizationLayout.tsx';
import { Shell } from './layout/Shell.tsx';
import { IdpSyncRoute } from './routes/IdpSyncRoute.tsx';

const DeploymentLayout = lazyPart(() =>
  import('./layout/DeploymentLayout.tsx').then((module) => module.DeploymentLayout),
);
const HomeRoute = lazyPart(() => import('./routes/HomeRoute.tsx').then((module) => module.HomeRoute));
const IdpOrgSyncRoute = lazyPart(() => import('./routes/IdpOrgSyncRoute.tsx').then((module) => module.IdpOrgSyncRoute));
const NotFoundRoute = lazyPart(() => import('./routes/NotFoundRoute.tsx').then((module) => module.NotFoundRoute));
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
