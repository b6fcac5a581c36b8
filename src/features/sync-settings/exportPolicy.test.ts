import { describe, expect, it } from 'vitest';
import { emptySettings, type SyncKind, type SyncSettings } from '../../domain/settings.ts';
import { policyFile } from './exportPolicy.ts';

const settings: SyncSettings = {
  field: 'groups',
  mapping: new Map([
    ['eng', ['id-1', 'id-2']],
    ['nothing', []],
    ['__proto__', ['id-3']],
  ]),
  regexFilter: '^eng-',
  autoCreateMissing: true,
  assignDefault: true,
  legacyNameMapping: new Map([['old', 'Old']]),
};
const mapping = `\t"mapping": {
\t\t"__proto__": [
\t\t\t"id-3"
\t\t],
\t\t"eng": [
\t\t\t"id-1",
\t\t\t"id-2"
\t\t],
\t\t"nothing": []
\t}`;

describe('policyFile', () => {
  it.each<[SyncKind, string | undefined, string, string]>([
    [
      'group',
      'engineering',
      'engineering_groups-policy.json',
      `{\n\t"field": "groups",\n${mapping},\n\t"regex_filter": "^eng-",\n\t"auto_create_missing_groups": true\n}\n`,
    ],
    ['role', 'engineering', 'engineering_roles-policy.json', `{\n\t"field": "groups",\n${mapping}\n}\n`],
    [
      'organization',
      undefined,
      'organizations_policy.json',
      `{\n\t"field": "groups",\n${mapping},\n\t"organization_assign_default": true\n}\n`,
    ],
  ])('names and writes the file of %s sync, without what the server refuses', (kind, organization, name, text) => {
    expect(policyFile(kind, organization, settings)).toEqual({ name, text });
  });

  it('writes no filter as null, and an empty one as it is', () => {
    const filterOf = (regexFilter: string | null) =>
      JSON.parse(policyFile('group', 'x', { ...emptySettings, regexFilter }).text).regex_filter;
    expect(filterOf(null)).toBeNull();
    expect(filterOf('')).toBe('');
  });
});
