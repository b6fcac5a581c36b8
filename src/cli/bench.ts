import { type Claims, claimsFromObject } from '../domain/claims.ts';
import { diagnoseClaim } from '../domain/diagnoseClaim.ts';
import { countChanges, diffSettings } from '../domain/diffSettings.ts';
import type { Memberships } from '../domain/directory.ts';
import { compileFilter } from '../domain/goRegex.ts';
import { mergeSettings } from '../domain/mergeSettings.ts';
import { type CompiledLogin, compileLogin, planLogin } from '../domain/planLogin.ts';
import { planWrite } from '../domain/planWrite.ts';
import { readPaste } from '../domain/readPaste.ts';
import { emptySettings, type SyncSettings } from '../domain/settings.ts';

const rowCount = 1_000;
const groupCount = 1_000;
const valuesPerPerson = 20;
const organizationId = uuid(0);

/** Made-up, but of the right form. */
function uuid(number: number): string {
  return `5d0a6b3e-7f0e-4b53-9c1d-${number.toString(16).padStart(12, '0')}`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** One organization that takes groups and roles from the claim `groups`; half of the values below have a row. */
function login(regexFilter: string | null): CompiledLogin {
  const groupSync: SyncSettings = {
    ...emptySettings,
    field: 'groups',
    regexFilter,
    mapping: new Map(range(rowCount).map((row) => [`eng-${row}`, [uuid(1 + (row % groupCount))]])),
  };
  const roleSync: SyncSettings = {
    ...emptySettings,
    field: 'roles',
    mapping: new Map([['platform', ['organization-admin']]]),
  };
  return compileLogin(
    {
      flags: { groupField: '', allowList: [], siteRoleField: '', siteRoleMapping: new Map(), siteRoleDefaults: [] },
      entitled: { group: true, role: true, organization: true },
      organizations: [
        {
          id: organizationId,
          isDefault: true,
          deleted: false,
          roles: ['organization-admin'],
          defaultMemberRoles: [],
        },
      ],
      groups: range(groupCount).map((index) => ({ id: uuid(1 + index), name: `group-${index}`, organizationId })),
      organizationSync: { ...emptySettings, field: 'groups', assignDefault: true },
      groupSync: new Map([[organizationId, groupSync]]),
      roleSync: new Map([[organizationId, roleSync]]),
    },
    compileFilter,
  );
}

interface Person {
  readonly claims: Claims;
  readonly memberships: Memberships;
}

/** @param valueAt gives the n-th claim value of all people together */
function people(count: number, valueAt: (index: number) => string): readonly Person[] {
  return range(count).map((person) => ({
    claims: claimsFromObject({
      sub: `person-${person}`,
      groups: range(valuesPerPerson).map((index) => valueAt(person * valuesPerPerson + index)),
      roles: ['platform'],
    }),
    memberships: {
      organizationIds: [organizationId],
      groupIds: range(10).map((index) => uuid(1 + ((person * 7 + index * 3) % groupCount))),
      roles: new Map([[organizationId, ['organization-admin']]]),
      siteRoles: [],
    },
  }));
}

/** Best of a few rounds, in milliseconds: what the code needs when nothing else takes the core. */
function bestOf(rounds: number, run: () => void): number {
  return Math.min(
    ...range(rounds).map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

/** People share their values, as they do in a company. */
const shared = people(20_000, (index) => `eng-${(index * 31) % (2 * rowCount)}`);

function report(name: string, figure: string): void {
  console.log(`${name.padEnd(58)}${figure.padStart(22)}`);
}

function perSecond(count: number, milliseconds: number): string {
  return `${Math.round((count / milliseconds) * 1_000).toLocaleString('en')} people/s`;
}

for (const [name, filter] of [
  ['no filter', null],
  ['filter ^eng-[0-9]+$', '^eng-[0-9]+$'],
] as const) {
  const compiled = login(filter);
  const evaluate = (group: readonly Person[]) => {
    for (const { claims, memberships } of group) planLogin(compiled, memberships, claims);
  };
  report(
    `planLogin, warm, ${name}`,
    perSecond(
      shared.length,
      bestOf(7, () => evaluate(shared)),
    ),
  );

  let serial = 0;
  const rounds = range(5).map(() => people(4_000, () => `eng-${serial++}`));
  report(
    `planLogin, cold, ${name}`,
    perSecond(
      4_000,
      bestOf(rounds.length, () => evaluate(rounds.pop() ?? [])),
    ),
  );
}

const rows = range(10_000);
const base: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  mapping: new Map(rows.map((row) => [`eng-${row}`, [uuid(row), uuid(row + 1)]])),
};

/** Renames, changes, removes or adds every tenth row; `offset` decides which. */
function edited(offset: number): SyncSettings {
  const mapping = new Map(base.mapping);
  for (const row of rows.filter((index) => index % 10 === offset)) {
    const value = `eng-${row}`;
    if (row % 4 < 2) mapping.set(value, [uuid(row), uuid(row + 2)]);
    else mapping.delete(value);
    if (row % 4 > 2) mapping.set(`new-${row}`, [uuid(row), uuid(row + 1)]);
  }
  return { ...base, mapping };
}

const theirs = edited(3);
const mine = edited(4);
const changes = countChanges(diffSettings(base, mine)).toLocaleString('en');
const milliseconds = (run: () => void) => `${bestOf(15, run).toFixed(1)} ms`;
report(
  `diffSettings, 10,000 rows, ${changes} changes`,
  milliseconds(() => diffSettings(base, mine)),
);
report(
  'mergeSettings, 10,000 rows',
  milliseconds(() => mergeSettings(base, theirs, mine)),
);
report(
  'planWrite, 10,000 rows',
  milliseconds(() => planWrite('group', base, mine)),
);

const claimsOf5000 = JSON.stringify({ groups: range(5_000).map((index) => `eng-${index}`) });
const claimsOf1Mb = JSON.stringify({ groups: ['eng-1'], other: 'x'.repeat(1_000_000) });
for (const [name, text] of [
  ['5,000 values', claimsOf5000],
  ['1 MB of claims', claimsOf1Mb],
  ['a token of 1 MB', `eyJhbGciOiJub25lIn0.${btoa(claimsOf1Mb).replace(/=+$/, '')}.x`],
] as const) {
  report(
    `readPaste and diagnoseClaim, ${name}`,
    milliseconds(() => {
      const read = readPaste(text);
      if (!read.ok) throw new Error(read.error.message);
      diagnoseClaim('groups', read.value);
    }),
  );
}
