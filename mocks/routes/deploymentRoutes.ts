import { Hono } from 'hono';
import { mayDo } from '../authorization/Subject.ts';
import type { Core } from '../Core.ts';
import { freeJson } from '../go-json/goJson.ts';
import { badRequest, forbidden, internalError } from '../http/ApiError.ts';
import { answer, goTime } from '../http/answer.ts';
import type { Env } from '../http/Env.ts';
import { buildVersion, enterpriseOnly, findUser, requireSession } from '../http/middleware.ts';
import { deploymentOptions, oidcConfig } from './deploymentOptions.ts';

/** Every feature that a licence can hold. Mirrors `codersdk/deployment.go` FeatureNames. */
const featureNames: readonly string[] = [
  'access_control',
  'advanced_template_scheduling',
  'appearance',
  'audit_log',
  'browser_only',
  'connection_log',
  'control_shared_ports',
  'custom_roles',
  'external_provisioner_daemons',
  'external_token_encryption',
  'high_availability',
  'managed_agent_limit',
  'multiple_external_auth',
  'multiple_organizations',
  'scim',
  'task_batch_actions',
  'template_rbac',
  'user_limit',
  'user_role_management',
  'workspace_batch_actions',
  'workspace_external_agent',
  'workspace_prebuilds',
  'workspace_proxy',
];

/** Mirrors `coderd/deployment.go`, `coderd/experiments.go`, `enterprise/coderd/coderd.go` and the debug routes. */
export function deploymentRoutes(core: Core): Hono<Env> {
  return new Hono<Env>()
    .get('/buildinfo', (c) => {
      const { origin } = new URL(c.req.url);
      return answer(200, {
        external_url: 'https://github.com/coder/coder/commit/69f9b0e53',
        version: buildVersion,
        dashboard_url: origin,
        telemetry: false,
        workspace_proxy: false,
        agent_api_version: '1.0',
        provisioner_api_version: '1.6',
        upgrade_message: '',
        deployment_id: 'f2b6d0c4-7a1e-4b53-9c1d-0a6f0b7c9e01',
      });
    })
    .get('/entitlements', enterpriseOnly(core), () => answer(200, entitlementsJson(core)))
    .get('/experiments', requireSession(core), () => answer(200, core.state.deployment.experiments))
    .get('/experiments/available', requireSession(core), () => answer(200, { safe: [] }))
    .get('/deployment/config', requireSession(core), (c) => {
      if (!mayDo(c.get('subject'), 'read', { type: 'deployment_config' })) throw forbidden();
      const { flags } = core.state.deployment;
      return answer(200, {
        config: { oidc: oidcConfig(flags, core.state.deployment), api_rate_limit: core.state.deployment.apiRateLimit },
        options: deploymentOptions(flags),
      });
    })
    .get('/debug/:user/debug-link', requireSession(core), (c) => {
      if (!mayDo(c.get('subject'), 'read', { type: 'debug_info' })) throw forbidden();
      const text = c.req.param('user');
      const user = findUser(core.state, text, c.get('user'));
      if (!user)
        throw badRequest('"user" must be an existing uuid or username.', `queried user=${JSON.stringify(text)}`);
      if (user.loginType !== 'oidc') throw badRequest('User is not an OIDC user.');
      if (!user.claims) throw internalError('sql: no rows in result set');
      return answer(200, {
        id_token_claims: freeJson(user.claims.idToken),
        user_info_claims: freeJson(user.claims.userInfo),
        merged_claims: freeJson(user.claims.merged),
      });
    });
}

function entitlementsJson(core: Core): object {
  const { features, entitlementWarnings } = core.state.deployment;
  const hasLicense = features.length > 0;
  const actual = Array.from(core.state.users.values()).filter(({ status }) => status === 'active').length;
  const feature = (name: string) => {
    const enabled = features.includes(name);
    const base = { entitlement: enabled ? 'entitled' : 'not_entitled', enabled };
    return name === 'user_limit' ? { ...base, ...(enabled && { limit: 20_000 }), actual } : base;
  };
  return {
    features: new Map(featureNames.map((name) => [name, feature(name)])),
    warnings: entitlementWarnings,
    errors: [],
    has_license: hasLicense,
    trial: false,
    require_telemetry: false,
    refreshed_at: goTime(core.now()),
  };
}
