import { Hono } from 'hono';
import { parseUuid } from '../../src/domain/uuid.ts';
import type { Core } from '../Core.ts';
import { invalidQuery, resourceNotFound, type Validation } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import {
  enterpriseOnly,
  findOrganization,
  findUser,
  organizationParam,
  requireFeature,
  requireSession,
} from '../http/middleware.ts';
import { pageOf, readPage } from '../http/paging.ts';
import { allGroups, findGroup, groupMembers } from '../state/groups.ts';
import type { Group } from '../state/State.ts';
import { groupJson, mayReadGroup, visibleMembers } from './groupJson.ts';
import { groupWriteRoutes } from './groupWriteRoutes.ts';
import { reducedUserJson } from './userJson.ts';
import { byUsername, matchesUser, readUserQuery } from './userQuery.ts';

const listParams: readonly string[] = ['organization', 'has_member', 'group_ids'];

/** Mirrors `enterprise/coderd/groups.go`. */
export function groupRoutes(core: Core): Hono<Env> {
  const feature = requireFeature(core, 'template_rbac', 'Template RBAC');
  const enterprise = enterpriseOnly(core);
  /** `/groups…` asks for the feature before the session. */
  const global = [enterprise, feature, requireSession(core)] as const;
  const inOrganization = [requireSession(core), enterprise, feature, organizationParam(core)] as const;

  function readable(c: ApiContext, group: Group | undefined): Group {
    if (!group || !mayReadGroup(c.get('subject'), group)) throw resourceNotFound();
    return group;
  }

  function list(c: ApiContext, filter: GroupFilter): Response {
    const members = groupMembers(core.state);
    const groups = allGroups(core.state).filter(
      (group) =>
        (filter.organizationId === undefined || group.organizationId === filter.organizationId) &&
        (filter.memberId === undefined || members.get(group.id)?.some(({ id }) => id === filter.memberId)) &&
        (filter.ids === undefined || filter.ids.includes(group.id)) &&
        mayReadGroup(c.get('subject'), group),
    );
    return answer(
      200,
      groups.map((group) => {
        const all = members.get(group.id) ?? [];
        return groupJson(core.state, group, visibleMembers(c.get('subject'), group, all), all.length);
      }),
    );
  }

  function one(c: ApiContext, group: Group): Response {
    const all = groupMembers(core.state).get(group.id) ?? [];
    const members = c.req.query('exclude_members') === 'true' ? [] : visibleMembers(c.get('subject'), group, all);
    return answer(200, groupJson(core.state, group, members, all.length));
  }

  function members(c: ApiContext, group: Group): Response {
    const query = new URL(c.req.url).searchParams;
    const page = readPage(query);
    const matches = readUserQuery(query.get('q') ?? '');
    const all = visibleMembers(c.get('subject'), group, groupMembers(core.state).get(group.id) ?? [])
      .filter((user) => matchesUser(user, matches))
      .sort(byUsername);
    const users = pageOf(all, page, ({ id }) => id).map(reducedUserJson);
    return answer(200, { users: users.length > 0 ? users : null, count: all.length });
  }

  function byId(c: ApiContext): Group {
    const id = parseUuid(c.req.param('group') ?? '');
    return readable(c, id === undefined ? undefined : findGroup(core.state, id));
  }

  function byName(c: ApiContext): Group {
    const name = c.req.param('group');
    const { id } = c.get('organization');
    return readable(
      c,
      allGroups(core.state).find((group) => group.organizationId === id && group.name === name),
    );
  }

  return new Hono<Env>()
    .get('/groups', ...global, (c) => list(c, readFilter(core, c, listParams)))
    .get('/groups/:group', ...global, (c) => one(c, byId(c)))
    .get('/groups/:group/members', ...global, (c) => members(c, byId(c)))
    .get('/organizations/:organization/groups', ...inOrganization, (c) =>
      list(c, { ...readFilter(core, c, ['has_member', 'group_ids']), organizationId: c.get('organization').id }),
    )
    .get('/organizations/:organization/groups/:group', ...inOrganization, (c) => one(c, byName(c)))
    .get('/organizations/:organization/groups/:group/members', ...inOrganization, (c) => members(c, byName(c)))
    .route('/', groupWriteRoutes(core, { global, inOrganization, byId }));
}

interface GroupFilter {
  readonly organizationId?: string | undefined;
  readonly memberId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** Mirrors `coderd/httpapi/queryparams.go`: unknown keys are refused, so a session token in the query is too. */
function readFilter(core: Core, c: ApiContext, known: readonly string[]): GroupFilter {
  const query = new URL(c.req.url).searchParams;
  const validations: Validation[] = [];
  const value = (name: string) => (known.includes(name) ? (query.get(name) ?? '') : '');
  const refuse = (field: string, text: string, why: string) =>
    validations.push({ field, detail: `Query param "${field}" has invalid value: ${JSON.stringify(text)} ${why}` });

  const organizationText = value('organization');
  const organization = organizationText === '' ? undefined : findOrganization(core.state, organizationText);
  const organizationId = organization?.id ?? parseUuid(organizationText);
  if (organizationText !== '' && organizationId === undefined)
    refuse('organization', organizationText, 'organization not found');

  const memberText = value('has_member');
  const memberId =
    memberText === '' ? undefined : (findUser(core.state, memberText, c.get('user'))?.id ?? parseUuid(memberText));
  if (memberText !== '' && memberId === undefined) refuse('has_member', memberText, 'user not found');

  const ids: string[] = [];
  for (const text of value('group_ids').split(',').filter(Boolean)) {
    const id = parseUuid(text.trim());
    if (id === undefined) refuse('group_ids', text, 'must be a valid uuid');
    else ids.push(id);
  }
  for (const name of new Set(query.keys())) {
    if (!known.includes(name))
      validations.push({ field: name, detail: `Query param ${JSON.stringify(name)} is not a valid query param` });
  }
  if (validations.length > 0) throw invalidQuery(validations);
  return { organizationId, memberId, ids: ids.length > 0 ? ids : undefined };
}
