import { describe, expect, it } from 'vitest';
import { loginRules } from '../login/loginRules.ts';
import { accounts } from './accounts.ts';
import { brokenClaims } from './brokenClaims.ts';
import { companyState } from './company.ts';
import { groupId, organizationId } from './organizations.ts';
import { platformAdminCount } from './people.ts';

const engineering = organizationId('engineering');
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the company', () => {
  const state = companyState();
  const users = Array.from(state.users.values());

  it('is the same each time', () => {
    expect(companyState()).toEqual(state);
  });

  it('has 6 organizations, 60 groups and 400 people with valid, different ids', () => {
    expect(Array.from(state.organizations.values()).filter(({ deleted }) => !deleted)).toHaveLength(6);
    expect(state.groups.size).toBe(60);
    expect(users).toHaveLength(400);
    const ids = [...state.organizations.keys(), ...state.groups.keys(), ...state.users.keys()];
    expect(ids.filter((id) => !uuid.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(users.map(({ username }) => username)).size).toBe(400);
    for (const { username, name } of users) expect(`${username} ${name}`).toMatch(/^[a-z]+([.-][a-z]+)* \S+ \S+$/);
  });

  it('has accounts', () => {
    for (const { id, email } of accounts) expect(state.users.get(id)?.email).toBe(email);
  });

  it('has people with platform-admins who are not in Platform, and the filter lets them pass', () => {
    const platform = groupId('engineering', 'platform');
    const carriers = users.filter(({ claims }) => {
      const groups = claims?.merged?.get('groups');
      return Array.isArray(groups) && groups.includes('platform-admins');
    });
    expect(carriers).toHaveLength(platformAdminCount);
    expect(carriers.map(({ username }) => username)).toContain('priya.raman');
    expect(carriers.filter(({ groupIds }) => groupIds.includes(platform))).toEqual([]);
    const groupSync = loginRules(state).groups.get(engineering);
    expect(groupSync?.resolve('platform-admins').trace.reason).toBe('unmapped');
    expect(users.some(({ groupIds }) => groupIds.includes(platform))).toBe(true);
  });

  it('has rows with problems in Engineering', () => {
    const groupSync = loginRules(state).groups.get(engineering);
    const outcome = (value: string) => {
      const trace = groupSync?.resolve(value).trace;
      return [trace?.reason, ...(trace?.targets ?? []).map((target) => target.outcome)];
    };
    expect(state.groupSync.get(engineering)?.mapping?.size).toBe(25);
    expect(outcome('eng-billing')).toEqual(['mapped', 'unknown']);
    expect(outcome('eng-ml')).toEqual(['mapped', 'foreign']);
    expect(outcome('eng-everyone')).toEqual(['mapped-to-nothing']);
    expect(outcome('Eng-Mobile')).toEqual(['filtered-out']);
    expect(outcome('/engineering/storage')).toEqual(['filtered-out']);
    expect(outcome('architects')).toEqual(['matched-by-name', 'given']);
  });

  it('has somebody for each kind of broken claim', () => {
    const values = users.flatMap(({ claims }) => [claims?.idToken?.get('groups'), claims?.userInfo?.get('groups')]);
    expect(new Set(brokenClaims.map(({ code }) => code)).size).toBeGreaterThan(12);
    for (const { identity } of brokenClaims) {
      if (identity?.groups !== undefined) expect(values).toContainEqual(identity.groups);
    }
  });
});
