import * as z from 'zod';

// What clients in Go and TypeScript decode answers into (`codersdk`), written from the API's description and not from the
// simulator: an unknown key or another type fails.

const id = z.guid();
const time = z.iso.datetime({ offset: true });
const text = z.string();
const name = z.string().min(1);

export const message = z.strictObject({ message: name });
export const messageWithDetail = z.strictObject({ message: name, detail: name });
export const sessionToken = z.strictObject({ session_token: z.string().regex(/^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/) });
export const newKey = z.strictObject({ key: z.string().regex(/^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/) });

export const buildInfo = z.strictObject({
  external_url: z.url(),
  version: z.string().regex(/^v\d+\.\d+\.\d+/),
  dashboard_url: z.url(),
  telemetry: z.boolean(),
  workspace_proxy: z.boolean(),
  agent_api_version: name,
  provisioner_api_version: name,
  upgrade_message: text,
  deployment_id: id,
  webpush_public_key: z.optional(name),
});

const status = z.enum(['active', 'dormant', 'suspended']);
const loginType = z.enum(['', 'password', 'github', 'oidc', 'token', 'none', 'oauth2_provider_app']);

export const user = z.strictObject({
  id,
  username: name,
  name: z.optional(name),
  avatar_url: z.optional(name),
  email: z.email(),
  created_at: time,
  updated_at: time,
  last_seen_at: time,
  status,
  login_type: loginType,
  organization_ids: z.array(id),
  roles: z.array(z.strictObject({ name, display_name: name })),
  has_ai_seat: z.boolean(),
  is_service_account: z.optional(z.boolean()),
  theme_preference: z.optional(text),
});

const organization = z.strictObject({
  id,
  name,
  display_name: text,
  icon: text,
  description: text,
  created_at: time,
  updated_at: time,
  is_default: z.boolean(),
  default_org_member_roles: z.array(name),
});
export const oneOrganization = organization;
export const organizations = z.array(organization).min(1);

const member = z.strictObject({
  id,
  username: name,
  name: z.optional(name),
  avatar_url: z.optional(name),
  email: z.email(),
  created_at: time,
  updated_at: time,
  last_seen_at: time,
  status,
  login_type: loginType,
});
export const groups = z
  .array(
    z.strictObject({
      id,
      name,
      display_name: text,
      organization_id: id,
      members: z.array(member),
      total_member_count: z.int().nonnegative(),
      avatar_url: text,
      quota_allowance: z.int(),
      source: z.enum(['user', 'oidc']),
      organization_name: name,
      organization_display_name: text,
    }),
  )
  .min(1);

const permissions = z.array(z.strictObject({ negate: z.boolean(), resource_type: name, action: name }));
export const roles = z
  .array(
    z.strictObject({
      name,
      organization_id: id,
      display_name: text,
      site_permissions: permissions,
      user_permissions: permissions,
      organization_permissions: permissions,
      organization_member_permissions: z.nullable(permissions),
      assignable: z.boolean(),
      built_in: z.boolean(),
    }),
  )
  .min(7);

const targets = (target: z.ZodType) => z.record(text, z.nullable(z.array(target)));
export const groupSync = z.strictObject({
  field: text,
  mapping: targets(id),
  regex_filter: z.nullable(text),
  auto_create_missing_groups: z.boolean(),
  legacy_group_name_mapping: z.optional(z.record(text, text)),
});
export const roleSync = z.strictObject({ field: text, mapping: targets(text) });
export const organizationSync = z.strictObject({
  field: text,
  mapping: targets(id),
  organization_assign_default: z.boolean(),
});

const feature = z.strictObject({
  entitlement: z.enum(['entitled', 'grace_period', 'not_entitled']),
  enabled: z.boolean(),
  limit: z.optional(z.int()),
  actual: z.optional(z.int()),
});
export const entitlements = z.strictObject({
  features: z
    .record(name, feature)
    .refine((features) =>
      ['template_rbac', 'user_role_management', 'multiple_organizations', 'custom_roles', 'audit_log'].every(
        (key) => key in features,
      ),
    ),
  warnings: z.array(text),
  errors: z.array(text),
  has_license: z.boolean(),
  trial: z.boolean(),
  require_telemetry: z.boolean(),
  refreshed_at: time,
});
export const strings = z.array(text);
export const authMethods = z.strictObject({
  password: z.strictObject({ enabled: z.boolean() }),
  github: z.strictObject({ enabled: z.boolean(), default_provider_configured: z.boolean() }),
  oidc: z.strictObject({ enabled: z.boolean(), signInText: text, iconUrl: text }),
  terms_of_service_url: z.optional(text),
});
const banner = z.strictObject({
  enabled: z.boolean(),
  message: z.optional(text),
  background_color: z.optional(text),
});
export const appearance = z.strictObject({
  application_name: text,
  logo_url: text,
  docs_url: text,
  service_banner: banner,
  announcement_banners: z.array(banner),
  support_links: z.array(z.strictObject({ name, target: name, icon: name, location: z.optional(text) })),
});
export const userAppearance = z.strictObject({ theme_preference: text, terminal_font: text });
export const regions = z.strictObject({
  regions: z
    .array(
      z.strictObject({
        id,
        name,
        display_name: text,
        icon_url: text,
        healthy: z.boolean(),
        path_app_url: z.url(),
        wildcard_hostname: text,
      }),
    )
    .min(1),
});
