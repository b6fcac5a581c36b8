import { Hono } from 'hono';
import { parseUuid } from '../../src/domain/uuid.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import { goInt, goPointer, goSlice, goString, goStruct } from '../go-json/goTypes.ts';
import { ApiError, badRequest, unauthorizedWrite } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { ApiContext, ApiMiddleware, Env } from '../http/Env.ts';
import { isDisplayName, isGroupName } from '../http/names.ts';
import { failedTag, readBody } from '../http/readBody.ts';
import { groupMembers, isEveryone } from '../state/groups.ts';
import type { Group } from '../state/State.ts';
import { type AuditFields, audited } from './auditRequest.ts';
import { groupJson, visibleMembers } from './groupJson.ts';

const createBody = goStruct(
  'CreateGroupRequest',
  { name: '', displayName: '', avatarUrl: '', quotaAllowance: 0 },
  {
    name: ['name', goString],
    displayName: ['display_name', goString],
    avatarUrl: ['avatar_url', goString],
    quotaAllowance: ['quota_allowance', goInt],
  },
);

interface PatchBody {
  readonly addUsers: readonly string[] | null;
  readonly removeUsers: readonly string[] | null;
  readonly name: string;
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
  readonly quotaAllowance: number | null;
}

const patchBody = goStruct<PatchBody>(
  'PatchGroupRequest',
  { addUsers: null, removeUsers: null, name: '', displayName: null, avatarUrl: null, quotaAllowance: null },
  {
    addUsers: ['add_users', goSlice(goString)],
    removeUsers: ['remove_users', goSlice(goString)],
    name: ['name', goString],
    displayName: ['display_name', goPointer(goString)],
    avatarUrl: ['avatar_url', goPointer(goString)],
    quotaAllowance: ['quota_allowance', goPointer(goInt)],
  },
);

function failedNames(name: string, displayName: string | null) {
  return [
    ...(name !== '' && !isGroupName(name) ? [failedTag('name', 'group_name', name)] : []),
    ...(isDisplayName(displayName ?? '') ? [] : [failedTag('display_name', 'group_display_name', displayName ?? '')]),
  ];
}

interface GroupMiddleware {
  readonly global: readonly [ApiMiddleware, ApiMiddleware, ApiMiddleware];
  readonly inOrganization: readonly [ApiMiddleware, ApiMiddleware, ApiMiddleware, ApiMiddleware];
  /** `{group}` of the path. */
  readonly byId: (c: ApiContext) => Group;
}

/** Creating, changing and deleting groups. Missing permission shows as 500. Mirrors `enterprise/coderd/groups.go`. */
export function groupWriteRoutes(core: Core, { global, inOrganization, byId }: GroupMiddleware): Hono<Env> {
  function refuseUnlessAllowed(c: ApiContext, action: string, { organizationId }: Pick<Group, 'organizationId'>): void {
    if (!mayDo(c.get('subject'), action, { type: 'group', organizationId })) throw unauthorizedWrite();
  }

  function written(c: ApiContext, status: number, group: Group): Response {
    const all = groupMembers(core.state).get(group.id) ?? [];
    return answer(status, groupJson(core.state, group, visibleMembers(c.get('subject'), group, all), all.length));
  }

  return new Hono<Env>()
    .post('/organizations/:organization/groups', ...inOrganization, (c) => {
      const { id: organizationId } = c.get('organization');
      return audited(core, c, auditSubject('create', { id: '', name: '', organizationId }), async () => {
        const body = await readBody(c.req.raw, createBody, (read) => [
          ...(read.name === '' ? [failedTag('name', 'required', '')] : []),
          ...failedNames(read.name, read.displayName),
        ]);
        refuseEveryone(body.name);
        refuseUnlessAllowed(c, 'create', { organizationId });
        if (nameTaken(core, organizationId, body.name)) {
          throw new ApiError(409, { message: `A group named ${JSON.stringify(body.name)} already exists.` });
        }
        const group: Group = { ...body, id: crypto.randomUUID(), organizationId, source: 'user' };
        core.state.groups.set(group.id, group);
        const response = written(c, 201, group);
        return { response, before: new Map(), after: auditFields(core, group), resourceId: group.id };
      });
    })
    .patch('/groups/:group', ...global, (c) => {
      const before = byId(c);
      return audited(core, c, auditSubject('write', before), async () => {
        const body = await readBody(c.req.raw, patchBody, (read) => failedNames(read.name, read.displayName));
        const beforeFields = auditFields(core, before);
        const after = changedGroup(core, before, body);
        refuseUnlessAllowed(c, 'update', before);
        if (!isEveryone(after)) core.state.groups.set(after.id, after);
        changeMembers(core, after.id, body);
        return { response: written(c, 200, after), before: beforeFields, after: auditFields(core, after) };
      });
    })
    .delete('/groups/:group', ...global, (c) => {
      const group = byId(c);
      return audited(core, c, auditSubject('delete', group), async () => {
        if (isEveryone(group)) throw badRequest('"Everyone" is a reserved group and cannot be deleted!');
        refuseUnlessAllowed(c, 'delete', group);
        const before = auditFields(core, group);
        core.state.groups.delete(group.id);
        for (const user of groupMembers(core.state).get(group.id) ?? []) {
          updateUser(core, { ...user, groupIds: user.groupIds.filter((id) => id !== group.id) });
        }
        return { response: answer(200, { message: 'Successfully deleted group!' }), before, after: new Map() };
      });
    });
}

function refuseEveryone(name: string): void {
  if (name === 'Everyone') throw badRequest('"Everyone" is a reserved keyword and cannot be used for a group name.');
}

function nameTaken(core: Core, organizationId: string, name: string): boolean {
  return Array.from(core.state.groups.values()).some(
    (one) => one.organizationId === organizationId && one.name === name,
  );
}

/** The group as the body wants it, after all checks. @throws {ApiError} 400, 409, 412 */
function changedGroup(core: Core, group: Group, body: PatchBody): Group {
  const name = body.name === group.name ? '' : body.name;
  const users = [...(body.addUsers ?? []), ...(body.removeUsers ?? [])];
  if (isEveryone(group)) {
    if (name !== '') throw badRequest('Cannot rename the "Everyone" group!');
    if (body.displayName) throw badRequest('Cannot update the Display Name for the "Everyone" group!');
    if (users.length > 0) throw badRequest('Cannot add or remove users from the "Everyone" group!');
    if (body.avatarUrl || body.quotaAllowance) throw badRequest('Cannot update the "Everyone" group!');
  }
  refuseEveryone(name);
  for (const text of users) {
    const id = parseUuid(text);
    if (id === undefined) throw badRequest(`ID ${JSON.stringify(text)} must be a valid user UUID.`);
    const member = core.state.users
      .get(id)
      ?.memberships.some(({ organizationId }) => organizationId === group.organizationId);
    if (!member) {
      throw new ApiError(412, {
        message: `User must be a member of organization ${JSON.stringify(group.organizationId)}`,
      });
    }
  }
  if (name !== '' && nameTaken(core, group.organizationId, name)) {
    throw new ApiError(409, { message: `A group with name ${JSON.stringify(name)} already exists.` });
  }
  return {
    ...group,
    name: name || group.name,
    displayName: body.displayName ?? group.displayName,
    avatarUrl: body.avatarUrl ?? group.avatarUrl,
    quotaAllowance: body.quotaAllowance ?? group.quotaAllowance,
  };
}

function changeMembers(core: Core, groupId: string, { addUsers, removeUsers }: PatchBody): void {
  const change = (text: string, next: (ids: readonly string[]) => readonly string[]) => {
    const user = core.state.users.get(parseUuid(text) ?? '');
    if (user) updateUser(core, { ...user, groupIds: next(user.groupIds) });
  };
  for (const id of addUsers ?? []) change(id, (ids) => [...ids.filter((one) => one !== groupId), groupId]);
  for (const id of removeUsers ?? []) change(id, (ids) => ids.filter((one) => one !== groupId));
}

function auditSubject(action: 'create' | 'write' | 'delete', group: Pick<Group, 'id' | 'name' | 'organizationId'>) {
  const { id, name, organizationId } = group;
  return { resourceType: 'group', resourceId: id, resourceTarget: name, action, organizationId };
}

function auditFields(core: Core, group: Group): AuditFields {
  return new Map<string, unknown>([
    ['id', group.id],
    ['name', group.name],
    ['display_name', group.displayName],
    ['avatar_url', group.avatarUrl],
    ['quota_allowance', group.quotaAllowance],
    ['members', (groupMembers(core.state).get(group.id) ?? []).map(({ id }) => id)],
  ]);
}
