import { Hono } from 'hono';
import { nilUuid, parseUuid } from '../../src/domain/uuid.ts';
import { mayDo } from '../authorization/Subject.ts';
import type { Core } from '../Core.ts';
import { ApiError, forbidden, type Validation } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { findOrganization, requireSession } from '../http/middleware.ts';
import { readPage } from '../http/paging.ts';
import { findGroup } from '../state/groups.ts';
import type { AuditEntry, State } from '../state/State.ts';
import { readSearchTerms, unknownKeys } from './searchTerms.ts';
import { userJson } from './userJson.ts';

const countCap = 2000;
const known = [
  'resource_type',
  'resource_id',
  'resource_target',
  'action',
  'username',
  'email',
  'date_from',
  'date_to',
  'organization',
  'build_reason',
  'request_id',
];
/** Mirrors `coderd/database` ResourceType, as far as the simulator and its clients name them. */
const resourceTypes: readonly string[] = [
  'api_key',
  'convert_login',
  'custom_role',
  'git_ssh_key',
  'group',
  'health_settings',
  'idp_sync_settings_group',
  'idp_sync_settings_organization',
  'idp_sync_settings_role',
  'license',
  'notification_template',
  'notifications_settings',
  'oauth2_provider_app',
  'oauth2_provider_app_secret',
  'organization',
  'organization_member',
  'prebuilds_settings',
  'template',
  'template_version',
  'user',
  'workspace',
  'workspace_agent',
  'workspace_app',
  'workspace_build',
  'workspace_proxy',
];
const actions: readonly string[] = [
  'create',
  'write',
  'delete',
  'start',
  'stop',
  'login',
  'logout',
  'register',
  'request_password_reset',
  'connect',
  'disconnect',
  'open',
  'close',
];

/** Mirrors `coderd/audit.go`. */
export function auditRoutes(core: Core): Hono<Env> {
  return new Hono<Env>().get('/audit', requireSession(core), (c) => {
    const subject = c.get('subject');
    if (
      !mayDo(subject, 'read', { type: 'audit_log' }) &&
      !mayDo(subject, 'read', { type: 'audit_log', anyOrganization: true })
    ) {
      throw forbidden();
    }
    const query = new URL(c.req.url).searchParams;
    const page = readPage(query);
    const matches = readQuery(core, c, query.get('q') ?? '');
    const found = core.state.auditLog
      .filter(
        (entry) =>
          mayDo(subject, 'read', { type: 'audit_log', organizationId: entry.organizationId ?? undefined }) &&
          matches(entry),
      )
      .reverse();
    const logs = found.slice(page.offset, page.offset + (page.limit || 100));
    return answer(200, {
      audit_logs: logs.map((entry) => auditJson(core.state, entry)),
      count: Math.min(found.length, countCap + 1),
      count_cap: countCap,
    });
  });
}

/** Mirrors `coderd/searchquery/search.go` AuditLogs: all of `q` is lower-cased, targets are compared as they are. */
function readQuery(core: Core, c: ApiContext, text: string): (entry: AuditEntry) => boolean {
  const terms = readSearchTerms(text, 'resource_type');
  const validations: Validation[] = [...terms.validations, ...unknownKeys(terms, known)];
  const refuse = (field: string, why: string) =>
    validations.push({ field, detail: `Query param ${JSON.stringify(field)} ${why}` });
  const one = (key: string, check: (value: string) => boolean, why: string) => {
    const values = terms.values.get(key) ?? [];
    const [value = ''] = values;
    if (values.length > 1)
      refuse(
        key,
        `provided more than once, found ${values.length} times. Only provide 1 instance of this query param.`,
      );
    else if (value !== '' && !check(value)) refuse(key, `has invalid value: ${JSON.stringify(value)} ${why}`);
    return value;
  };
  const isUuid = (value: string) => parseUuid(value) !== undefined;
  const isDate = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  const any = () => true;

  const resourceType = one('resource_type', (value) => resourceTypes.includes(value), 'is not a valid value');
  const action = one('action', (value) => actions.includes(value), 'is not a valid value');
  const resourceId = one('resource_id', isUuid, 'must be a valid uuid');
  const requestId = one('request_id', isUuid, 'must be a valid uuid');
  const target = one('resource_target', any, '');
  const email = one('email', any, '');
  const username = one('username', any, '');
  const from = one('date_from', isDate, 'must be a valid date format (2006-01-02)');
  const to = one('date_to', isDate, 'must be a valid date format (2006-01-02)');
  const organizationText = one(
    'organization',
    (value) => findOrganization(core.state, value) !== undefined || isUuid(value),
    'organization not found',
  );
  const buildReason = one('build_reason', any, '');
  if (validations.length > 0) throw new ApiError(400, { message: 'Invalid audit search query.', validations });

  const organizationId = findOrganization(core.state, organizationText)?.id ?? parseUuid(organizationText);
  const wanted = username === 'me' ? c.get('user').username : username;
  const isBy = ({ userId }: AuditEntry, key: 'username' | 'email', value: string) =>
    value === '' || core.state.users.get(userId)?.[key].toLowerCase() === value.toLowerCase();
  return (entry) =>
    // Only builds of workspaces have one.
    buildReason === '' &&
    (resourceType === '' || entry.resourceType === resourceType) &&
    (action === '' || entry.action === action) &&
    (resourceId === '' || entry.resourceId === parseUuid(resourceId)) &&
    (requestId === '' || entry.requestId === parseUuid(requestId)) &&
    (target === '' || entry.resourceTarget === target) &&
    isBy(entry, 'email', email) &&
    isBy(entry, 'username', wanted) &&
    (from === '' || entry.time.slice(0, 10) >= from) &&
    (to === '' || entry.time.slice(0, 10) <= to) &&
    (organizationText === '' || entry.organizationId === organizationId);
}

function auditJson(state: State, entry: AuditEntry): object {
  const organization = entry.organizationId === null ? undefined : state.organizations.get(entry.organizationId);
  const user = state.users.get(entry.userId);
  const diff = Array.from(
    entry.diff,
    ([key, change]) =>
      [
        key,
        {
          ...(change.old !== undefined && { old: change.old }),
          ...(change.new !== undefined && { new: change.new }),
          secret: false,
        },
      ] as const,
  );
  return {
    id: entry.id,
    request_id: entry.requestId,
    time: entry.time,
    ip: entry.ip,
    user_agent: entry.userAgent,
    resource_type: entry.resourceType,
    resource_id: entry.resourceId || nilUuid,
    resource_target: entry.resourceTarget,
    resource_icon: '',
    action: entry.action,
    diff: new Map(diff),
    status_code: entry.statusCode,
    additional_fields: {},
    description: description(entry),
    resource_link:
      entry.resourceType === 'group' && organization
        ? `/organizations/${organization.name}/groups/${entry.resourceTarget}`
        : '',
    is_deleted: entry.resourceType === 'group' && findGroup(state, entry.resourceId) === undefined,
    organization_id: entry.organizationId ?? nilUuid,
    organization: organization && {
      id: organization.id,
      name: organization.name,
      display_name: organization.displayName,
      icon: organization.icon,
    },
    user: user ? userJson(user) : null,
  };
}

const friendlyActions = { create: 'created', write: 'updated', delete: 'deleted' };

/** Mirrors `coderd/audit.go` auditLogDescription. */
function description(entry: AuditEntry): string {
  const what = entry.resourceType.startsWith('idp_sync_settings_')
    ? 'settings'
    : entry.resourceType.replaceAll('_', ' ');
  const done = entry.statusCode >= 400 ? `unsuccessfully attempted to ${entry.action}` : friendlyActions[entry.action];
  return `{user} ${done} ${what} {target}`;
}
