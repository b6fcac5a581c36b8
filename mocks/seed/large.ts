import type { Group, State, User } from '../state/State.ts';
import { organizationId } from './organizations.ts';
import { seedId } from './seedId.ts';

const rowCount = 10_000;
const groupCount = 10_000;
const valueCount = 5_000;
const valuesEach = 40;

/** Engineering grown until a page that isn't made for it stands still. Every second row has a value that was seen. */
export function largeState(state: State): State {
  const engineering = organizationId('engineering');
  const here = Array.from(state.groups.values()).filter((group) => group.organizationId === engineering);
  const grown: Group[] = [];
  for (let number = here.length; number < groupCount; number += 1) {
    grown.push({
      id: seedId('group', 1000 + number),
      organizationId: engineering,
      name: `team-${padded(number)}`,
      displayName: number % 3 === 0 ? '' : `Team ${number}`,
      avatarUrl: '',
      quotaAllowance: 0,
      source: number % 10 === 0 ? 'oidc' : 'user',
    });
  }
  for (const group of grown) state.groups.set(group.id, group);

  const settings = state.groupSync.get(engineering);
  if (!settings) return state;
  const mapping = new Map(settings.mapping ?? []);
  for (let number = 0; mapping.size < rowCount; number += 1) {
    const group = grown[(number * 7919) % grown.length];
    if (group) mapping.set(`ldap-${padded(number)}`, [group.id]);
  }
  state.groupSync.set(engineering, { ...settings, mapping });
  spreadValues(state, engineering);
  return state;
}

/** Gives the claims of Engineering's people enough values between them. */
function spreadValues(state: State, engineering: string): void {
  const carriers = Array.from(state.users.values()).filter(
    (user) =>
      Array.isArray(user.claims?.merged?.get('groups')) &&
      user.memberships.some(({ organizationId: id }) => id === engineering),
  );
  const each = Math.max(valuesEach, Math.ceil(valueCount / carriers.length));
  let number = 0;
  for (const user of carriers) {
    const values = Array.from({ length: each }, () => `ldap-${padded((number++ * 2) % (valueCount * 2))}`);
    state.users.set(user.id, withGroups(user, values));
  }
}

function withGroups(user: User, values: readonly string[]): User {
  if (!user.claims) return user;
  const grow = (claims: ReadonlyMap<string, unknown> | null) => {
    const groups = claims?.get('groups');
    return claims && Array.isArray(groups) ? new Map(claims).set('groups', [...groups, ...values]) : claims;
  };
  const { idToken, userInfo, merged } = user.claims;
  return { ...user, claims: { idToken: grow(idToken), userInfo: grow(userInfo), merged: grow(merged) } };
}

function padded(number: number): string {
  return String(number).padStart(5, '0');
}
