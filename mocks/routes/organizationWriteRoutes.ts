import { Hono } from 'hono';
import { organizationRoles } from '../authorization/builtInRoles.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import { goPointer, goSlice, goString, goStruct } from '../go-json/goTypes.ts';
import { ApiError, badRequest, forbidden, internalError, unauthorizedWrite } from '../http/ApiError.ts';
import { answer, goTime } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { enterpriseOnly, organizationParam, requireFeature, requireSession } from '../http/middleware.ts';
import { isDisplayName, isUserName } from '../http/names.ts';
import { failedTag, readBody } from '../http/readBody.ts';
import type { Organization } from '../state/State.ts';
import { type Audited, type AuditFields, audited } from './auditRequest.ts';
import { organizationJson } from './organizationJson.ts';

interface CreateBody {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly icon: string;
}

const createBody = goStruct<CreateBody>(
  'CreateOrganizationRequest',
  { name: '', displayName: '', description: '', icon: '' },
  {
    name: ['name', goString],
    displayName: ['display_name', goString],
    description: ['description', goString],
    icon: ['icon', goString],
  },
);

interface UpdateBody {
  readonly name: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly icon: string | null;
  readonly defaultMemberRoles: readonly string[] | null;
}

const updateBody = goStruct<UpdateBody>(
  'UpdateOrganizationRequest',
  { name: '', displayName: '', description: null, icon: null, defaultMemberRoles: null },
  {
    name: ['name', goString],
    displayName: ['display_name', goString],
    description: ['description', goPointer(goString)],
    icon: ['icon', goPointer(goString)],
    defaultMemberRoles: ['default_org_member_roles', goSlice(goString)],
  },
);

function failedNames(body: { readonly name: string; readonly displayName: string }) {
  return [
    ...(body.name !== '' && !isUserName(body.name) ? [failedTag('name', 'organization_name', body.name)] : []),
    ...(isDisplayName(body.displayName)
      ? []
      : [failedTag('display_name', 'organization_display_name', body.displayName)]),
  ];
}

/** Mirrors `enterprise/coderd/organizations.go`. */
export function organizationWriteRoutes(core: Core): Hono<Env> {
  const gate = [
    requireSession(core),
    enterpriseOnly(core),
    requireFeature(core, 'multiple_organizations', 'Multiple Organizations'),
  ] as const;
  return new Hono<Env>()
    .post('/organizations', ...gate, (c) => audited(core, c, auditSubject('create', null, ''), () => create(core, c)))
    .patch('/organizations/:organization', ...gate, organizationParam(core), (c) => {
      const { id, name } = c.get('organization');
      return audited(core, c, auditSubject('write', id, name), () => update(core, c));
    })
    .delete('/organizations/:organization', ...gate, organizationParam(core), (c) => {
      const { id, name } = c.get('organization');
      return audited(core, c, auditSubject('delete', id, name), () => remove(core, c));
    });
}

/** The creator becomes its first member. Missing permission shows as 500. */
async function create(core: Core, c: ApiContext): Promise<Audited> {
  const body = await readBody(c.req.raw, createBody, (read) => [
    ...(read.name === '' ? [failedTag('name', 'required', '')] : []),
    ...failedNames(read),
  ]);
  if (body.name.toLowerCase() === 'default') {
    throw badRequest('Organization name "default" is reserved.', 'Please choose a different name.');
  }
  if (!mayDo(c.get('subject'), 'create', { type: 'organization' })) throw unauthorizedWrite();
  refuseTakenName(core, body.name);
  const organization = createOrganization(core, body);
  const { user: creator } = c.var;
  const { createdAt, updatedAt } = organization;
  updateUser(core, {
    ...creator,
    memberships: [...creator.memberships, { organizationId: organization.id, roles: [], createdAt, updatedAt }],
  });
  const response = answer(201, organizationJson(organization));
  return { response, before: new Map(), after: auditFields(organization), resourceId: organization.id };
}

async function update(core: Core, c: ApiContext): Promise<Audited> {
  const before = c.get('organization');
  if (!mayDo(c.get('subject'), 'update', { type: 'organization', organizationId: before.id })) throw forbidden();
  const body = await readBody(c.req.raw, updateBody, failedNames);
  if (body.name === 'default') throw badRequest('Organization name "default" is reserved.');
  if (body.name !== '' && body.name.toLowerCase() !== before.name.toLowerCase()) refuseTakenName(core, body.name);
  const after: Organization = {
    ...before,
    name: body.name || before.name,
    displayName: body.displayName || before.displayName,
    description: body.description ?? before.description,
    icon: body.icon ?? before.icon,
    defaultMemberRoles: checkedMemberRoles(core, body.defaultMemberRoles) ?? before.defaultMemberRoles,
    updatedAt: goTime(core.now()),
  };
  core.state.organizations.set(after.id, after);
  return {
    response: answer(200, organizationJson(after)),
    before: auditFields(before),
    after: auditFields(after),
  };
}

async function remove(core: Core, c: ApiContext): Promise<Audited> {
  const before = c.get('organization');
  if (before.isDefault) throw badRequest('Default organization cannot be deleted.');
  if (!mayDo(c.get('subject'), 'delete', { type: 'organization', organizationId: before.id }))
    throw unauthorizedWrite();
  deleteOrganization(core, before);
  const response = answer(200, { message: 'Organization has been deleted.' });
  return { response, before: auditFields(before), after: new Map() };
}

function auditSubject(action: 'create' | 'write' | 'delete', id: string | null, name: string) {
  return { resourceType: 'organization', resourceId: id ?? '', resourceTarget: name, action, organizationId: id };
}

function auditFields(organization: Organization): AuditFields {
  return new Map<string, unknown>([
    ['id', organization.id],
    ['name', organization.name],
    ['display_name', organization.displayName],
    ['description', organization.description],
    ['icon', organization.icon],
    ['default_org_member_roles', organization.defaultMemberRoles],
  ]);
}

function refuseTakenName(core: Core, name: string): void {
  for (const other of core.state.organizations.values()) {
    if (other.deleted || other.name.toLowerCase() !== name.toLowerCase()) continue;
    throw new ApiError(409, { message: 'Organization already exists with that name.' });
  }
}

function createOrganization(core: Core, body: CreateBody): Organization {
  const now = goTime(core.now());
  const organization: Organization = {
    ...body,
    id: crypto.randomUUID(),
    displayName: body.displayName || body.name,
    createdAt: now,
    updatedAt: now,
    isDefault: false,
    deleted: false,
    defaultMemberRoles: ['organization-workspace-access'],
  };
  core.state.organizations.set(organization.id, organization);
  return organization;
}

/** A change away from the default needs an experiment, and takes built-in roles only. */
function checkedMemberRoles(core: Core, roles: readonly string[] | null): readonly string[] | undefined {
  if (roles === null) return undefined;
  const isDefault = roles.length === 1 && roles[0] === 'organization-workspace-access';
  if (!isDefault && !core.state.deployment.experiments.includes('minimum-implicit-member')) {
    throw new ApiError(403, {
      message: 'Changing the default member roles requires the minimum-implicit-member experiment.',
    });
  }
  const unknown = roles.find((name) => !organizationRoles.some((role) => role.name === name));
  if (unknown !== undefined) throw badRequest(`Role ${JSON.stringify(unknown)} is not a built-in organization role.`);
  return roles;
}

/** A trigger of the database refuses while anything but one member and the group "Everyone" is left. */
function deleteOrganization(core: Core, organization: Organization): void {
  const { groups, users, organizations } = core.state;
  const groupCount = Array.from(groups.values()).filter(
    ({ organizationId }) => organizationId === organization.id,
  ).length;
  const members = Array.from(users.values()).filter((user) =>
    user.memberships.some(({ organizationId }) => organizationId === organization.id),
  );
  if (groupCount > 0 || members.length > 1) {
    throw internalError(
      `delete organization: pq: cannot delete organization: organization has ${groupCount} groups and ${members.length - 1} members that must be deleted first`,
    );
  }
  for (const member of members) {
    const memberships = member.memberships.filter(({ organizationId }) => organizationId !== organization.id);
    updateUser(core, { ...member, memberships });
  }
  organizations.set(organization.id, { ...organization, deleted: true });
}
