import { ApiError, type Validation } from '../http/ApiError.ts';
import type { User } from '../state/State.ts';
import { readSearchTerms, unknownKeys } from './searchTerms.ts';

const known = [
  'search',
  'name',
  'status',
  'role',
  'login_type',
  'service_account',
  'last_seen_before',
  'last_seen_after',
  'created_before',
  'created_after',
  'github_com_user_id',
] as const;
const allowed: Readonly<Record<string, readonly string[]>> = {
  status: ['active', 'dormant', 'suspended'],
  login_type: ['', 'password', 'oidc', 'github', 'token', 'none', 'oauth2_provider_app'],
};

/** What `q` of the user lists asks for. */
export interface UserQuery {
  readonly search: string;
  readonly name: string;
  readonly lists: ReadonlyMap<'status' | 'role' | 'login_type', readonly string[]>;
  readonly times: ReadonlyMap<string, number>;
  /** Keys that no one of the simulated people can match. */
  readonly impossible: boolean;
}

/**
 * Mirrors `coderd/searchquery/search.go` Users.
 *
 * @throws {ApiError} 400
 */
export function readUserQuery(text: string): UserQuery {
  const terms = readSearchTerms(text, 'search');
  const validations: Validation[] = [...terms.validations, ...unknownKeys(terms, known)];
  const last = (key: string) => terms.values.get(key)?.at(-1) ?? '';
  const lists = new Map<'status' | 'role' | 'login_type', readonly string[]>();
  for (const key of ['status', 'role', 'login_type'] as const) {
    const values = (terms.values.get(key) ?? []).flatMap((value) => value.split(',')).map((value) => value.trim());
    const wrong = values.find((value) => allowed[key] && !allowed[key].includes(value));
    if (wrong !== undefined) {
      validations.push({
        field: key,
        detail: `Query param ${JSON.stringify(key)} has invalid value: ${JSON.stringify(wrong)} is not a valid value`,
      });
    }
    if (values.length > 0) lists.set(key, values);
  }
  const times = new Map<string, number>();
  for (const key of ['last_seen_before', 'last_seen_after', 'created_before', 'created_after']) {
    const value = last(key);
    if (value === '') continue;
    const time = Date.parse(value.toUpperCase());
    if (Number.isNaN(time)) {
      validations.push({
        field: key,
        detail: `Query param ${JSON.stringify(key)} must be a valid date format (2006-01-02T15:04:05.999999999Z07:00)`,
      });
    } else times.set(key, time);
  }
  if (validations.length > 0) throw new ApiError(400, { message: 'Invalid user search query.', validations });
  const impossible = last('service_account') === 'true' || !['', '0'].includes(last('github_com_user_id'));
  return { search: last('search'), name: last('name'), lists, times, impossible };
}

/** Mirrors `coderd/database/queries/users.sql` GetUsers. */
export function matchesUser(user: User, query: UserQuery): boolean {
  const { search, lists, times } = query;
  const within = (key: 'status' | 'login_type', value: string) => lists.get(key)?.includes(value) ?? true;
  const roles = lists.get('role');
  const before = (key: string, time: string) => Date.parse(time) <= (times.get(key) ?? Number.POSITIVE_INFINITY);
  const after = (key: string, time: string) => Date.parse(time) >= (times.get(key) ?? Number.NEGATIVE_INFINITY);
  return (
    !query.impossible &&
    (search === '' || user.email.toLowerCase().includes(search) || user.username.toLowerCase().includes(search)) &&
    user.name.toLowerCase().includes(query.name) &&
    within('status', user.status) &&
    within('login_type', user.loginType) &&
    (roles === undefined || roles.some((role) => role === 'member' || user.siteRoles.includes(role))) &&
    before('last_seen_before', user.lastSeenAt) &&
    after('last_seen_after', user.lastSeenAt) &&
    before('created_before', user.createdAt) &&
    after('created_after', user.createdAt)
  );
}

export function byUsername(a: User, b: User): number {
  const [left, right] = [a.username.toLowerCase(), b.username.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
