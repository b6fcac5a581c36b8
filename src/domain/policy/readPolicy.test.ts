import { describe, expect, it } from 'vitest';
import { emptySettings, type SyncKind, type SyncSettings } from '../settings.ts';
import { readPolicy } from './readPolicy.ts';
import { type NamedTarget, resolvePolicy } from './resolvePolicy.ts';

const platform = '5d0a6b3e-7f0e-4b53-9c1d-2a6f0b7c9e11';
const backend = '5d0a6b3e-7f0e-4b53-9c1d-2a6f0b7c9e12';
const twin = '5d0a6b3e-7f0e-4b53-9c1d-2a6f0b7c9e13';
const directory: readonly NamedTarget[] = [
  { target: platform, name: 'platform', label: 'Platform' },
  { target: backend, name: 'backend', label: 'Same' },
  { target: twin, name: 'twin', label: 'Same' },
];
const current: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  regexFilter: '^x',
  mapping: new Map([['old', [backend]]]),
  legacyNameMapping: new Map([['it-staff', 'it']]),
};

function resolve(text: string, kind: SyncKind = 'group', options: { add?: boolean } = {}) {
  const read = readPolicy(kind, text, { id: 'o', name: 'eng' });
  if (!read.ok) throw new Error(read.error.message);
  return resolvePolicy(kind, read.value.document, current, directory, options.add ? 'add' : 'replace');
}

function problem(text: string, kind: SyncKind = 'group') {
  const read = readPolicy(kind, text, { id: 'o', name: 'eng' });
  return read.ok ? undefined : `${read.error.line}:${read.error.column} ${read.error.message}`;
}

function notes(text: string, kind: SyncKind = 'group') {
  return resolve(text, kind).notes.map(({ line, message }) => (line === undefined ? message : `${line}: ${message}`));
}

const whole = `"field":"groups","mapping":{},"regex_filter":null,"auto_create_missing_groups":false`;

describe('JSON', () => {
  it('forgives comments and trailing commas, and says so', () => {
    const text = `\ufeff{
      // what people are in
      "field": "groups", # the claim
      "mapping": { "a//b": ["${platform}",], /* more
      later */ },
      "regex_filter": "#^x", "auto_create_missing_groups": true,
    }`;
    const { settings } = resolve(text);
    expect(settings).toMatchObject({ field: 'groups', regexFilter: '#^x', autoCreateMissing: true });
    expect([...settings.mapping]).toEqual([['a//b', [platform]]]);
    expect(notes(text)).toEqual([
      '2: Comments were overlooked; the coder command refuses them.',
      'Trailing commas were overlooked.',
    ]);
  });

  it.each([
    [`{"field":"o","mapping":{},"organization_assign_default":true}`, true, []],
    [
      `{"field":"o","mapping":{},"assign_default":true}`,
      true,
      ['1: assign_default was taken for organization_assign_default; the coder command ignores it.'],
    ],
    [`{"field":"o","mapping":null}`, false, ['There is no organization_assign_default: taken for false.']],
  ])('takes both spellings of the default organization: %s', (text, assigned, said) => {
    expect(resolve(text, 'organization').settings.assignDefault).toBe(assigned);
    expect(notes(text, 'organization')).toEqual(said);
  });

  it.each([
    ['{\n  "field": groups\n}', '2:12 Texts need double quotes: groups.'],
    ['{\n  "field": "x"\n  "mapping": {}\n}', '3:3 A comma or } is missing before ".'],
    ['[]', '1:1 The settings have to be a JSON object: { "field": … }.'],
    [`{"field": 5}`, '1:11 field has to be a text.'],
    [`{"field":"x",\n"mapping":{"a":"b"}}`, '2:16 The targets of “a” have to be a list.'],
    [`{"field":"x",\n"mapping":{"a":[null]}}`, '2:17 Each target of “a” has to be a text.'],
    [
      `{"field":"x","mapping":{},"auto_create_missing_groups":"yes"}`,
      '1:56 auto_create_missing_groups has to be true or false.',
    ],
    [
      `{"field":"x","mapping":{},"organization_assign_default":true}`,
      '1:27 These are settings of organization sync (organization_assign_default), not of group sync.',
    ],
  ])('says where it can’t be read: %s', (text, said) => {
    expect(problem(text)).toBe(said);
  });

  it('says two answers to one question', () => {
    const text = '{"field":"o","mapping":{},"organization_assign_default":true,"assign_default":false}';
    expect(problem(text, 'organization')).toBe(
      '1:62 assign_default says something else than organization_assign_default.',
    );
  });

  it('says what the command would do in silence', () => {
    expect(notes(`{"Field":"a","field":"groups","maping":{}}`)).toEqual([
      '1: field stands there twice; the last one counts.',
      '1: maping is no setting, and was left out.',
      'There is no mapping: taken for empty.',
    ]);
  });

  it('keeps legacy mappings as they are, which nobody can write', () => {
    const text = `{${whole},"legacy_group_name_mapping":{"a":"b"}}`;
    expect(resolve(text).settings.legacyNameMapping).toBe(current.legacyNameMapping);
    expect(notes(text)).toEqual([
      '1: Legacy group mappings can’t be written, so those that there are stay as they are.',
    ]);
  });

  it('takes null lists for empty ones, and null for what is not set', () => {
    const { settings } = resolve('{"field":null,"mapping":{"a":null},"regex_filter":null}');
    expect(settings).toMatchObject({ field: '', regexFilter: null, autoCreateMissing: false });
    expect([...settings.mapping]).toEqual([['a', []]]);
  });

  it('says which value of two equal ones counts', () => {
    const text = `{"field":"g","mapping":{"a":["${backend}"],\n"a":["platform"]}}`;
    expect([...resolve(text).settings.mapping]).toEqual([['a', [platform]]]);
    expect(notes(text)).toEqual(['2: “a” stands there twice; the last one counts.']);
  });
});

describe('CSV', () => {
  it.each([
    [
      'value,target\na,platform\na,backend\nb,\n',
      [
        ['a', [platform, backend]],
        ['b', []],
      ],
    ],
    [
      'a\tplatform\r\n"x\ty"\tbackend',
      [
        ['a', [platform]],
        ['x\ty', [backend]],
      ],
    ],
    [
      'CN=x,OU=y;platform\nCN=z,OU=y;backend\n',
      [
        ['CN=x,OU=y', [platform]],
        ['CN=z,OU=y', [backend]],
      ],
    ],
    ['Coder group\tIdP group name\nplatform\ta', [['a', [platform]]]],
    ['\ufeff"say ""hi""","platform"\n\n', [['say "hi"', [platform]]]],
  ])('reads %j', (text, rows) => {
    expect([...resolve(text).settings.mapping]).toEqual(rows);
    expect(resolve(text).settings.field).toBe('groups');
    expect(resolve(text).settings.regexFilter).toBe('^x');
  });

  it.each([
    ['a,platform\nb\n', '2:1 A target is missing: “value,target” is expected, with one of each.'],
    ['a,platform\nb,c,d\n', '2:1 There are 3 columns; two are expected: value and target.'],
    ['a,platform\n"b,c\nd', '2:1 This text is never closed: a " is missing.'],
    ['a,"b"c\n', '1:6 Something follows after a closing quote.'],
  ])('says where it can’t be read: %j', (text, said) => {
    expect(problem(text)).toBe(said);
  });

  it('lists by line what it can’t resolve, and never makes an empty row of it', () => {
    const { settings, unresolved } = resolve('a,platform\nb,Same\nc,nobody\nc,backend\n');
    expect(unresolved.map(({ line, text, candidates }) => [line, text, candidates.map(({ name }) => name)])).toEqual([
      [2, 'Same', ['backend', 'twin']],
      [3, 'nobody', []],
    ]);
    expect([...settings.mapping]).toEqual([
      ['a', [platform]],
      ['c', [backend]],
    ]);
  });

  it('adds to the rows that there are', () => {
    expect([...resolve('old,platform\nnew,PLATFORM\n', 'group', { add: true }).settings.mapping]).toEqual([
      ['old', [backend, platform]],
      ['new', [platform]],
    ]);
  });

  it('says what maps to nothing, and what has spaces', () => {
    expect(notes('a ,platform\nb,\n')).toEqual([
      '1: “a ” starts or ends with a space, which counts.',
      '2: One value has no target: mapped to nothing, so that no group or role of the same name is given either.',
    ]);
  });
});

describe('Terraform', () => {
  const resource = (name: string, id: string) => `resource "coderd_organization_group_sync" "${name}" {
  organization_id = "${id}" // whose
  field = "groups"
  mapping = {
    "a" = ["${platform}", coderd_group.backend.id]
    b : ["platform"],
  }
}`;

  it('reads what people write, and lists references by line', () => {
    const { settings, unresolved } = resolve(resource('x', 'o'));
    expect([...settings.mapping]).toEqual([
      ['a', [platform]],
      ['b', [platform]],
    ]);
    expect(settings.regexFilter).toBeNull();
    expect(unresolved.map(({ line, text }) => [line, text])).toEqual([[5, 'coderd_group.backend.id']]);
  });

  it('takes the resource of this organization out of several', () => {
    expect(
      resolve(`${resource('x', 'other')}\n${resource('y', 'o').replace('"groups"', '"mine"')}`).settings.field,
    ).toBe('mine');
    expect(problem(`${resource('x', 'other')}\n${resource('y', 'third')}`)).toMatch(/^1:1 2 resources could be meant/);
  });

  it.each([
    [
      'resource "coderd_organization" "x" {\n name = "x"\n}',
      '1:1 There is no resource coderd_organization_group_sync in this text.',
    ],
    [
      'resource "coderd_organization_group_sync" "x" {\n field = "$\u007bvar.x}"\n}',
      '2:11 $\u007b starts a template, which can’t be worked out here.',
    ],
    [
      'resource "coderd_organization_group_sync" "x" {\n mapping = merge(a, b)\n}',
      '2:12 A text, a list, true, false or a reference is expected; other expressions can’t be read here.',
    ],
  ])('says where it can’t be read: %s', (text, said) => {
    expect(problem(text)).toBe(said);
  });
});

describe('commands', () => {
  const command = (org: string, field: string) =>
    `coder organizations settings set group-sync --org ${org} <<'JSON'\n{"field":"${field}","mapping":{}}\nJSON\n`;

  it('takes the command of this organization out of a script', () => {
    expect(resolve(`#!/bin/sh\n${command('other', 'no')}${command('eng', 'yes')}`).settings.field).toBe('yes');
    expect(problem(`${command('other', 'no')}${command('third', 'no')}`)).toBe(
      '1:1 No command in this text names this organization.',
    );
    expect(problem(command('eng', 'x').replace('group-sync', 'role-sync'))).toBe(
      '1:1 No command in this text sets group-sync.',
    );
  });

  it('says the line in the whole script', () => {
    expect(problem(`# a\n${command('eng', 'x').replace('"x"', 'x')}`)).toMatch(/^3:10 /);
  });
});

it('says of a file of the whole deployment that a place is missing in it', () => {
  expect(problem('{"version":1,"organizations":[]}')).toBe(
    '1:1 This file of a whole deployment has no settings of this kind for this place.',
  );
});
