import { describe, expect, it } from 'vitest';
import { checkAllowList } from './allowList.ts';
import { claimsFromObject } from './claims.ts';

const allowList = ['coder-users', 'coder-admins'];

describe('checkAllowList', () => {
  it('lets everybody in without a list or without a field', () => {
    expect(checkAllowList([], 'groups', claimsFromObject({ groups: 1 }))).toEqual({ allowed: true });
    expect(checkAllowList(allowList, '', claimsFromObject({}))).toEqual({ allowed: true });
  });

  it('needs one exact match', () => {
    expect(checkAllowList(allowList, 'groups', claimsFromObject({ groups: ['x', 'coder-admins'] }))).toEqual({
      allowed: true,
    });
    expect(checkAllowList(allowList, 'groups', claimsFromObject({ groups: ['Coder-Admins'] }))).toEqual({
      allowed: false,
      status: 403,
      reason: 'not_listed',
    });
  });

  it.each([[[]], [null], ['']])('lists nobody for %j', (groups) => {
    expect(checkAllowList(allowList, 'groups', claimsFromObject({ groups }))).toMatchObject({ reason: 'not_listed' });
  });

  it('tells a missing claim and an unreadable one apart', () => {
    expect(checkAllowList(allowList, 'groups', claimsFromObject({}))).toEqual({
      allowed: false,
      status: 403,
      reason: 'no_claim',
    });
    expect(checkAllowList(allowList, 'groups', claimsFromObject({ groups: 'coder-users,x' }))).toEqual({
      allowed: false,
      status: 400,
      reason: 'claim_error',
      error: { code: 'csv_string' },
    });
  });
});
