import type { AuditChange, AuditEntry } from '../state/State.ts';
import { groupId, type OrganizationName, organizationId } from './organizations.ts';
import { seedId } from './seedId.ts';

const targets = { group: 'Organization Group Sync', role: 'Organization Role Sync', organization: 'Organization Sync' };

interface Change {
  readonly time: string;
  readonly kind: keyof typeof targets;
  readonly organization?: OrganizationName;
  readonly by: number;
  readonly diff: Readonly<Record<string, AuditChange>>;
  readonly statusCode?: number;
}

function rows(entries: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(entries));
}

const changes: readonly Change[] = [
  {
    time: '2026-01-12T10:04:11Z',
    kind: 'organization',
    by: 1,
    diff: {
      field: { old: '', new: 'orgs' },
      mapping: { old: rows({}), new: rows({ eng: [organizationId('engineering')] }) },
    },
  },
  {
    time: '2026-01-12T10:31:40Z',
    kind: 'group',
    organization: 'engineering',
    by: 3,
    diff: {
      field: { old: '', new: 'groups' },
      mapping: { new: rows({ 'eng-backend': [groupId('engineering', 'backend')] }) },
    },
  },
  {
    time: '2026-01-14T15:22:05Z',
    kind: 'group',
    organization: 'engineering',
    by: 3,
    diff: { regex_filter: { old: {}, new: {} } },
  },
  {
    time: '2026-02-02T08:17:59Z',
    kind: 'role',
    organization: 'engineering',
    by: 3,
    diff: { field: { old: '', new: 'roles' }, mapping: { new: rows({ 'eng-lead': ['organization-admin'] }) } },
  },
  { time: '2026-02-02T08:40:12Z', kind: 'role', organization: 'engineering', by: 6, statusCode: 403, diff: {} },
  {
    time: '2026-03-09T13:05:30Z',
    kind: 'group',
    organization: 'data',
    by: 2,
    diff: { auto_create_missing_groups: { old: false, new: true } },
  },
  { time: '2026-03-20T09:48:02Z', kind: 'group', organization: 'engineering', by: 4, statusCode: 400, diff: {} },
  {
    time: '2026-05-18T16:12:44Z',
    kind: 'organization',
    by: 2,
    diff: { assign_default: { old: false, new: true } },
  },
];

/** How the settings came to be what they are, oldest first. */
export const auditLog: readonly AuditEntry[] = changes.map((change, index) => ({
  id: seedId('audit', index + 1),
  requestId: seedId('request', index + 1),
  time: change.time,
  ip: '10.1.2.3',
  userAgent: 'Mozilla/5.0',
  resourceType: `idp_sync_settings_${change.kind}`,
  resourceId: '51a51c00-0000-0000-0000-000000000000',
  resourceTarget: targets[change.kind],
  action: 'write',
  diff: new Map(Object.entries(change.diff)),
  statusCode: change.statusCode ?? 200,
  organizationId: change.organization ? organizationId(change.organization) : null,
  userId: seedId('user', change.by),
}));
