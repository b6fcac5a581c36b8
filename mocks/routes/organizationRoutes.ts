import { Hono } from 'hono';
import { organizationRoles } from '../authorization/builtInRoles.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import { goPointer, goSlice, goString, goStruct } from '../go-json/goTypes.ts';
import {
  ApiError,
  badRequest,
  forbidden,
  internalError,
  resourceNotFound,
  unauthorizedWrite,
} from '../http/ApiError.ts';
import { answer, goTime } from '../http/answer.ts';
import type { Env } from '../http/Env.ts';
import { enterpriseOnly, organizationParam, requireFeature, requireSession, userParam } from '../http/middleware.ts';
import { isDisplayName, isOrganizationName } from '../http/names.ts';
import { failedTag, readBody } from '../http/readBody.ts';
import type { Organization } from '../state/State.ts';
import { type AuditFields, audited } from './auditRequest.ts';

export function organizationJson(organization: Organization): object {
  return {
    id: organization.id,
    name: organization.name,
    display_name: organization.displayName,
    icon: organization.icon,
    description: organization.description,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
    is_default: organization.isDefault,
    default_org_member_roles: organization.defaultMemberRoles,
  };
}

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
    ...(body.name !== '' && !isOrganizationName(body.name) ? [failedTag('name', 'organization_name', body.name)] : []),
    ...(isDisplayName(body.displayName)
      ? []
      : [failedTag('display_name', 'organization_display_name', body.displayName)]),
  ];
}

/** Mirrors `coderd/organizations.go` and `enterprise/coderd/organizations.go`. */
export function organizationRoutes(core: Core): Hono<Env> {
  const gate = [
    requireSession(core),
    enterpriseOnly(core),
    requireFeature(core, 'multiple_organizations', 'Multiple Organizations'),
  ] as const;
  return new Hono<Env>()
    .get('/organizations', requireSession(core), (c) =>
      answer(
        200,
        Array.from(core.state.organizations.values())
          .filter(
            ({ id, deleted }) =>
              !deleted && mayDo(c.get('subject'), 'read', { type: 'organization', organizationId: id }),
          )
          .map(organizationJson),
      ),
    )
    .get('/organizations/:organization', requireSession(core), organizationParam(core), (c) =>
      answer(200, organizationJson(c.get('organization'))),
    )
    .get('/users/:user/organizations', requireSession(core), userParam(core), (c) =>
      answer(
        200,
        c
          .get('target')
          .memberships.flatMap(({ organizationId }) => core.state.organizations.get(organizationId) ?? [])
          .filter(
            ({ id, deleted }) =>
              !deleted && mayDo(c.get('subject'), 'read', { type: 'organization', organizationId: id }),
          )
          .map(organizationJson),
      ),
    )
    .get('/users/:user/organizations/:organization', requireSession(core), userParam(core), (c) => {
      const name = c.req.param('organization');
      const organization = Array.from(core.state.organizations.values()).find(
        (one) => one.name === name && !one.deleted,
      );
      const member = c.get('target').memberships.some(({ organizationId }) => organizationId === organization?.id);
      if (!organization || !member) throw resourceNotFound();
      return answer(200, organizationJson(organization));
    })
    .post('/organizations', ...gate, (c) => {
      const subject = auditSubject('create', null, '');
      return audited(core, c, subject, async () => {
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
      });
    })
    .patch('/organizations/:organization', ...gate, organizationParam(core), (c) => {
      const before = c.get('organization');
      return audited(core, c, auditSubject('write', before.id, before.name), async () => {
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
      });
    })
    .delete('/organizations/:organization', ...gate, organizationParam(core), (c) => {
      const before = c.get('organization');
      return audited(core, c, auditSubject('delete', before.id, before.name), async () => {
        if (before.isDefault) throw badRequest('Default organization cannot be deleted.');
        if (!mayDo(c.get('subject'), 'delete', { type: 'organization', organizationId: before.id }))
          throw unauthorizedWrite();
        deleteOrganization(core, before);
        const response = answer(200, { message: 'Organization has been deleted.' });
        return { response, before: auditFields(before), after: new Map() };
      });
    });
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
