import { describe, expect, it } from 'vitest';
import { claimsFromObject } from './claims.ts';
import { compileOrganizationSync, planOrganizations } from './organizations.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

const organizations = [
  { id: 'default', isDefault: true, deleted: false },
  { id: 'emea', isDefault: false, deleted: false },
  { id: 'closed', isDefault: false, deleted: true },
];
const settings: SyncSettings = {
  ...emptySettings,
  field: 'orgs',
  mapping: new Map([
    ['eu', ['emea']],
    ['old', ['closed', 'gone']],
    ['nothing', []],
  ]),
};

function plan(values: unknown, current: readonly string[], changes: Partial<SyncSettings> = {}) {
  const sync = compileOrganizationSync({ ...settings, ...changes }, organizations);
  return planOrganizations(sync, claimsFromObject(values === undefined ? {} : { orgs: values }), current);
}

describe('planOrganizations', () => {
  it('does nothing without a field, not even assign the default organization', () => {
    expect(plan(['eu'], ['closed'], { field: '', assignDefault: true })).toMatchObject({
      enabled: false,
      added: [],
      kept: ['closed'],
      removed: [],
    });
  });

  it('removes from every organization when the claim is missing', () => {
    expect(plan(undefined, ['default', 'emea'])).toMatchObject({ kept: [], removed: ['default', 'emea'] });
  });

  it('keeps the default organization where it is assigned', () => {
    expect(plan(undefined, ['default', 'emea'], { assignDefault: true })).toMatchObject({
      assignedDefault: 'default',
      kept: ['default'],
      removed: ['emea'],
    });
  });

  it('refuses a claim that it cannot read', () => {
    expect(plan('eu,us', ['emea'])).toMatchObject({ error: { code: 'csv_string' }, kept: ['emea'], removed: [] });
  });

  it('gives only what a row names, never an organization of the name of the value', () => {
    const result = plan(['eu', 'default', 'nothing'], []);
    expect(result.added).toEqual(['emea']);
    expect(result.trace.map(({ reason }) => reason)).toEqual(['mapped', 'unmapped', 'mapped-to-nothing']);
  });

  it('drops deleted and unknown organizations, and removes people from deleted ones', () => {
    const result = plan(['old'], ['closed']);
    expect(result).toMatchObject({ added: [], kept: [], missing: ['closed', 'gone'], removed: ['closed'] });
    expect(result.trace[0]?.targets).toEqual([
      { target: 'closed', outcome: 'deleted' },
      { target: 'gone', outcome: 'unknown' },
    ]);
  });
});
