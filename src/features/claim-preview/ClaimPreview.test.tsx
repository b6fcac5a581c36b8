import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { groupId, organizationId } from '../../../mocks/seed/organizations.ts';
import type { Organization } from '../../api/organizations.ts';
import type { RenderAppOptions } from '../../app/testing/renderApp.tsx';
import { renderPart } from '../../app/testing/renderPart.tsx';
import { emptySettings, type SyncKind, type SyncSettings } from '../../domain/settings.ts';
import { ClaimPreview } from './ClaimPreview.tsx';

interface Props {
  readonly saved: SyncSettings;
  readonly onShowRow: (key: string) => void;
  readonly onVerdict: (line: string) => void;
  readonly onChooseField: (field: string) => void;
}

const engineering: Organization = {
  id: organizationId('engineering'),
  name: 'engineering',
  displayName: 'Engineering',
  isDefault: false,
  defaultMemberRoles: [],
};
const member = { orgs: ['eng'] };

const groupSync: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  regexFilter: '^[a-z]',
  mapping: new Map([
    ['eng-platform', [groupId('engineering', 'platform')]],
    ['eng-nothing', []],
    ['eng-gone', ['f1bbcd88-5eed-4f00-8000-000000000007']],
    ['eng-ml', [groupId('data', 'ml-platform')]],
  ]),
};
const platform = [groupId('engineering', 'platform')];
const roleSync: SyncSettings = { ...emptySettings, field: 'roles' };
const organizationSync: SyncSettings = {
  ...emptySettings,
  field: 'orgs',
  assignDefault: true,
  mapping: new Map([['eng', [engineering.id]]]),
};

type Rendered = Awaited<ReturnType<typeof renderPreview>>;

async function renderPreview(kind: SyncKind, draft: SyncSettings, options: RenderAppOptions & Partial<Props> = {}) {
  const { saved = draft, onShowRow, onVerdict, onChooseField, ...rest } = options;
  const props = { kind, saved, ...(kind !== 'organization' && { organization: engineering }) };
  const callbacks = {
    ...(onShowRow && { onShowRow }),
    ...(onVerdict && { onVerdict }),
    ...(onChooseField && { onChooseField }),
  };
  const app = await renderPart(<ClaimPreview {...props} {...callbacks} draft={draft} />, rest);
  const edit = (next: SyncSettings) => app.rerender(<ClaimPreview {...props} {...callbacks} draft={next} />);
  return { ...app, edit, input: screen.getByLabelText('Claims or token') };
}

async function paste({ user, input }: Rendered, claims: object | string) {
  await user.clear(input);
  await user.click(input);
  await user.paste(typeof claims === 'string' ? claims : JSON.stringify(claims));
}

async function verdict(text: string | RegExp) {
  const region = within(screen.getByRole('region', { name: 'Preview' }));
  await waitFor(() => expect(region.getByRole('status')).toHaveTextContent(text));
}

function list(name: string) {
  return within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
}

test('claims of a new member: groups with their reasons, and the way of each value', async () => {
  const onVerdict = vi.fn();
  const app = await renderPreview('group', groupSync, { onVerdict });
  expect(screen.getByText(/Nobody chosen: a new member/)).toBeVisible();
  await paste(app, {
    ...member,
    groups: ['eng-platform', 'frontend', 'eng-nothing', 'eng-gone', 'eng-ml', 'nobody', 'ENG', 'nobody', 'Everyone'],
  });
  await verdict('This login works: 3 groups added');
  await waitFor(() => expect(onVerdict).toHaveBeenLastCalledWith('+3'));
  expect(list('Groups')).toEqual([
    'added: +Platformrow eng-platform',
    'added: +Frontendsame name',
    'added: +ML Platform of Data Sciencerow eng-ml',
    'ignored: ∅f1bbcd88…row eng-gone, but it doesn’t exist',
  ]);
  expect(list('Why, value by value')).toEqual([
    '→eng-platformpasses the filter → row 4 → joins Platform mapped',
    '→frontendpasses the filter → no row → a group of this name → joins Frontend matched-by-name',
    '∅eng-nothingpasses the filter → row 3 → row is empty: gives no group mapped-to-nothing',
    '∅eng-gonepasses the filter → row 1 → ignored: deleted group f1bbcd88… mapped / unknown',
    '⚠eng-mlpasses the filter → row 2 → joins ML Platform of Data Science mapped / foreign',
    '∅nobody ×2passes the filter → no row → no group of this name → ends here unmapped',
    '∅ENGstopped by the regex filter ^[a-z] filtered-out',
    '∅Everyonestopped by the regex filter ^[a-z] filtered-out',
  ]);
});

test('it follows the draft and shows where the saved settings differ', async () => {
  const app = await renderPreview('group', groupSync);
  await paste(app, { ...member, groups: ['eng-platform', 'frontend', 'brand-new'] });
  await verdict('This login works: 2 groups added');
  app.edit({ ...groupSync, regexFilter: '^(eng|brand)-', autoCreateMissing: true });
  await verdict('This login works: 1 group added, 1 created');
  await verdict('With the saved settings: 2 groups added');
  expect(list('Groups')).toEqual([
    'added: +Platformrow eng-platform',
    'not given as saved, created and joined with the draft: · →✦brand-newno row, no group',
    'added as saved, not given with the draft: + →·Frontendno longer given',
  ]);
  expect(list('Why, value by value')[1]).toBe(
    '∅frontendstopped by the regex filter ^(eng|brand)- filtered-out' +
      'saved: passes the filter → no row → a group of this name → joins Frontend matched-by-name',
  );

  app.edit({ ...groupSync, regexFilter: '^eng-(' });
  await verdict('The server refuses this regex filter');
  await verdict('error parsing regexp: missing closing ): `^eng-(`');
  app.edit({ ...groupSync, field: '' });
  await verdict('Group sync is off: its field is empty. Nothing changes');
});

test('with a person, what they have is kept or removed', async () => {
  const app = await renderPreview('group', { ...groupSync, regexFilter: null });
  const person = [...app.simulator.state.users.values()].find(({ username }) => username === 'sso-owner')!;
  const held = ['frontend', 'backend'].map((name) => groupId('engineering', name));
  app.simulator.state.users.set(person.id, { ...person, groupIds: held });
  await choosePerson(app, 'sso-owner', 'Selma Owusu');
  expect(screen.getByText('Compared with what sso-owner@example.com has now.')).toBeVisible();
  await paste(app, { ...member, groups: ['eng-platform', 'frontend'] });
  await verdict('This login works: 1 group added, 1 removed');
  expect(list('Groups')).toEqual([
    'added: +Platformrow eng-platform',
    'kept: =Frontendsame name',
    'removed: −Backendno value gives it',
  ]);
  await app.user.click(screen.getByRole('button', { name: 'Use the claims of their last login' }));
  expect(await screen.findByText(/^Claims of a last login, merged/)).toBeVisible();
  expect(screen.getByText(/^As of their last login/)).toBeVisible();
});

test('without the right to read somebody’s claims: what is missing', async () => {
  const app = await renderPreview('group', groupSync, { as: 'org-admin' });
  await choosePerson(app, 'sso-owner', 'Selma Owusu');
  expect(
    await screen.findByText(
      /^You can’t load the claims of other people\. This needs the permission debug_info:read\. You can ask an Owner\./,
    ),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Use the claims of their last login' })).not.toBeInTheDocument();
});

test('whether one may read somebody’s claims can’t be found out: that, and a way to try again', async () => {
  let isDown = true;
  const app = await renderPreview('group', groupSync, {
    intercept: (request) =>
      isDown && request.url.endsWith('/authcheck')
        ? Response.json({ message: 'Out of order.' }, { status: 500 })
        : undefined,
  });
  await choosePerson(app, 'sso-owner', 'Selma Owusu');
  const retry = await screen.findByRole('button', { name: 'Retry' });
  isDown = false;
  await app.user.click(retry);
  expect(await screen.findByRole('button', { name: 'Use the claims of their last login' })).toBeEnabled();
});

test('what the draft mends is still said of what is saved', async () => {
  const saved = { ...groupSync, regexFilter: '^ops' };
  const app = await renderPreview('group', { ...groupSync, regexFilter: null }, { saved });
  await paste(app, { ...member, groups: ['eng-platform'] });
  const before = within(await screen.findByRole('list', { name: 'As saved, without your changes' }));
  expect(before.getByText(/There is a row for “eng-platform”, but the regex filter stops the value/)).toBeVisible();
  expect(screen.queryByRole('list', { name: 'About the claim' })).not.toBeInTheDocument();
});

test('names in claims that mean harm are inert', async () => {
  const bad = `\u202E${'x'.repeat(10_000)}`;
  const app = await renderPreview('group', { ...groupSync, field: bad });
  await paste(app, { [`${bad}\n`]: ['a'], groups: ['b'] });
  const verdictLine = await screen.findByText(/is not in this login/);
  expect(verdictLine.textContent?.length).toBeLessThan(400);
  expect(verdictLine.textContent).toMatch(/“\u2068\u202E[^\u2066-\u2069]*\u2069”/);
});

test('of a paste that is long only the start is shown, and all of it is read', async () => {
  const app = await renderPreview('group', groupSync);
  const text = (group: string) => JSON.stringify({ ...member, fill: 'x'.repeat(110_000), groups: [group] });
  await app.user.click(app.input);
  await app.user.paste(text('eng-platform'));
  await verdict('This login works: 1 group added');
  expect(app.input).toHaveAttribute('readonly');
  expect(document.body.outerHTML).not.toContain('x'.repeat(3000));
  expect(screen.getByText(/Claims as JSON · 110 kB, of which the start is shown/)).toBeVisible();
  await app.user.click(app.input);
  await app.user.paste(text('nobody'));
  await verdict('This login works, but gives no groups');
  await app.user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(app.input).toHaveValue('');
  expect(app.input).not.toHaveAttribute('readonly');
});

test('somebody who doesn’t sign in over OIDC', async () => {
  const app = await renderPreview('role', roleSync);
  await choosePerson(app, 'org-admin', 'Oksana Admiraal');
  expect(screen.getByText('Oksana Admiraal doesn’t sign in over OIDC, so sync never runs for them.')).toBeVisible();
  await paste(app, { ...member, roles: ['organization-auditor'] });
  await verdict('This login works: 1 role added, 1 removed');
  expect(list('Roles')).toEqual([
    'added: +Organization Auditorvalue organization-auditor, no row',
    'removed: −Organization Adminno value gives it',
  ]);
});

async function choosePerson({ user }: Rendered, search: string, name: string) {
  const picker = screen.getByRole('combobox', { name: 'Compare with' });
  await user.click(picker);
  await user.type(picker, search);
  await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

test('one’s own claims, with oneself to compare with', async () => {
  const app = await renderPreview('group', groupSync, {
    intercept: (request) => {
      if (!request.url.endsWith('/users/oidc-claims')) return undefined;
      return Response.json({ claims: { ...member, groups: ['eng-platform'], ['__proto__']: ['x'] } });
    },
  });
  await app.user.click(screen.getByRole('button', { name: 'Use my own claims' }));
  expect(await screen.findByText(/^Your own claims, merged/)).toBeVisible();
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Compare with' })).toHaveValue('Olivia Berger'));
  await verdict(/login works/);
});

test('who has no claims of their own is told why', async () => {
  const app = await renderPreview('group', groupSync);
  await app.user.click(screen.getByRole('button', { name: 'Use my own claims' }));
  expect(await screen.findByText(/You don’t sign in over OIDC/)).toBeVisible();
  await paste(app, '{}');
  expect(screen.queryByText(/You don’t sign in over OIDC/)).not.toBeInTheDocument();
});

test('a missing claim says who loses what, and which name could be meant', async () => {
  const app = await renderPreview('group', groupSync);
  await paste(app, { ...member, Groups: ['eng-platform'] });
  await verdict('The claim “groups” is not in this login: whoever lacks it leaves every group here but Everyone');
  expect(list('About the claim').join()).toContain('“Groups”');
});

test('the right claim is one click away, and a row is shown', async () => {
  const onChooseField = vi.fn();
  const onShowRow = vi.fn();
  const app = await renderPreview('group', groupSync, { onChooseField, onShowRow });
  await paste(app, { ...member, memberOf: ['eng-platform'] });
  const findings = within(await screen.findByRole('list', { name: 'About the claim' }));
  expect(findings.getByText(/leaves every group but Everyone/)).toBeVisible();
  await app.user.click(findings.getByRole('button', { name: /Read memberOf instead/ }));
  expect(onChooseField).toHaveBeenCalledExactlyOnceWith('memberOf');
  await paste(app, { ...member, groups: ['eng-gone'] });
  await app.user.click(await screen.findByRole('button', { name: /Go to row eng-gone/ }));
  expect(onShowRow).toHaveBeenCalledWith('eng-gone');
});

test('a log line tells whether the claim was there', async () => {
  const app = await renderPreview('group', groupSync);
  await paste(app, 'got oidc claims source=id_token claim_fields="[Groups sub]" blank=[]');
  expect(await screen.findByText('The login didn’t carry “groups”')).toBeVisible();
  await paste(app, 'got oidc claims source=id_token claim_fields="[groups sub]" blank=[]');
  expect(await screen.findByText('The login carried “groups”')).toBeVisible();
  await paste(app, 'groups returned in oidc claims len=1 groups="[eng-platform]"');
  await waitFor(() => expect(list('Groups')).toContain('added: +Platformrow eng-platform'));
});

test('a refused scope: what the server has to ask for', async () => {
  const app = await renderPreview('group', groupSync);
  await paste(app, "AADSTS650053: The app asked for scope 'groups' that doesn't exist on the resource.");
  expect(await screen.findByText(/CODER_OIDC_SCOPES=openid,profile,email,offline_access,GroupMember/)).toBeVisible();
});

test('people’s last logins tell without a paste', async () => {
  const { user } = await renderPreview('group', { ...groupSync, field: 'memberof' });
  await user.click(await screen.findByRole('button', { name: 'Check people’s last logins' }));
  const region = await screen.findByRole('region', { name: 'From people’s last logins' });
  expect(await within(region).findByText(/The login carries nothing named “memberof”/)).toBeVisible();
});

test('claims that can’t be read: skipped for groups, refused for organizations', async () => {
  const app = await renderPreview('group', groupSync);
  await paste(app, { ...member, groups: 'a,b' });
  await verdict('This login works, but group sync is skipped');
  expect(list('About the claim').join()).toContain('one text with a comma in it');
  await paste(app, { orgs: 7, groups: [] });
  await verdict('Login refused: the organization claim can’t be read');
});

test('somebody who is outside of the organization after the login', async () => {
  const app = await renderPreview('group', groupSync);
  await paste(app, { orgs: ['data'], groups: ['eng-platform'] });
  await verdict('the person isn’t in Engineering after it. As a member: 1 group added');
  await verdict('Organization sync maps no value of “orgs” to it.');
});

test('roles: a value that passes through, and one that refuses the login', async () => {
  const app = await renderPreview('role', roleSync);
  await paste(app, { ...member, roles: ['organization-auditor', 'organization-member'] });
  await verdict('This login works: 1 role added');
  expect(list('Why, value by value')[0]).toBe(
    '⚠organization-auditorno row → taken for a role name → gets Organization Auditor passed-through',
  );
  await paste(app, { ...member, roles: ['organization-service-account'] });
  await verdict('Login refused: sync may not give organization-service-account');
  expect(screen.queryByRole('list', { name: 'Roles' })).not.toBeInTheDocument();
});

test('organizations: the default one, and a claim that fails the login', async () => {
  const app = await renderPreview('organization', organizationSync);
  await paste(app, { orgs: ['eng', 'Eng'] });
  await verdict('This login works: 2 organizations added');
  expect(list('Organizations').toSorted()).toEqual(['added: +Acmedefault organization', 'added: +Engineeringrow eng']);
  expect(list('Why, value by value')[1]).toBe('∅Engno row → ends here unmappednearly eng, but matching is exact');
  await paste(app, { orgs: { a: 1 } });
  await verdict('Login refused: the organization claim can’t be read');
});

test('a licence without it applies nothing', async () => {
  const app = await renderPreview('role', roleSync, { scenario: 'not licensed' });
  await paste(app, { roles: ['organization-auditor'] });
  await verdict('Role sync isn’t in the licence: nothing changes');
});

test('a row is shown from the trace', async () => {
  const onShowRow = vi.fn();
  const app = await renderPreview('group', groupSync, { onShowRow });
  await paste(app, { ...member, groups: ['eng-platform'] });
  await app.user.click(await screen.findByRole('button', { name: 'Show row 4, eng-platform' }));
  expect(onShowRow).toHaveBeenCalledExactlyOnceWith('eng-platform');
});

test('a target asks for the values that lead to it, and gives them back', async () => {
  const app = await renderPreview('group', {
    ...groupSync,
    mapping: new Map([...groupSync.mapping, ['pf', platform]]),
  });
  await paste(app, { ...member, groups: ['eng-platform', 'frontend', 'pf', 'nobody'] });
  await app.user.click(await screen.findByRole('button', { name: 'Platform' }));
  expect(screen.getByText(/^2 values lead to/)).toBeVisible();
  expect(list('Why, value by value').map((line) => line?.slice(0, 5))).toEqual(['→eng-', '→pfpa']);
  await app.user.click(screen.getByRole('button', { name: 'Show all values' }));
  expect(list('Why, value by value')).toHaveLength(4);
  await app.user.click(screen.getByRole('button', { name: 'End nowhere 1' }));
  expect(list('Why, value by value')[0]).toMatch(/^∅nobody/);
});

test('a copy for a ticket holds the steps, and nobody’s name', async () => {
  const app = await renderPreview('group', { ...groupSync, regexFilter: null }, { saved: groupSync });
  await choosePerson(app, 'sso-owner', 'Selma Owusu');
  const groups = ['eng-platform', 'of-ada@acme.example', 'sub-4711', 'sso-owner-team'];
  await paste(app, { ...member, email: 'Ada@acme.example', sub: '4711', name: 'Ada L', groups });
  await verdict('This login works');
  await app.user.click(screen.getByRole('button', { name: 'Copy for a ticket' }));
  expect(await screen.findByText(/^Copied\./)).toBeVisible();
  const text = await navigator.clipboard.readText();
  expect(text).toContain('Group sync of Engineering (reads the claim “groups”)');
  expect(text).toContain('  eng-platform: row 4 → stays in Platform [mapped]');
  expect(text).toContain('  of-•••: no row → no group of this name → ends here [unmapped, ends nowhere]');
  expect(text).not.toMatch(/ada|4711|sso-owner|Selma/i);

  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  await app.user.click(screen.getByRole('button', { name: 'Copy for a ticket' }));
  expect(await screen.findByLabelText('Text for a ticket')).toHaveValue(text);
});

test('thousands of values come a part at a time', async () => {
  const app = await renderPreview('group', { ...groupSync, regexFilter: null });
  const groups = Array.from({ length: 5000 }, (_, index) => `value-${index}`);
  await paste(app, { ...member, groups: [...groups, 'frontend'] });
  await verdict('This login works: 1 group added');
  expect(list('Why, value by value')).toHaveLength(30);
  await app.user.click(screen.getByRole('button', { name: 'Show 90 of 4,971 more' }));
  expect(list('Why, value by value')).toHaveLength(120);
  await app.user.click(screen.getByRole('button', { name: 'End nowhere 5,000' }));
  expect(screen.getByRole('button', { name: 'End nowhere 5,000' })).toHaveAttribute('aria-pressed', 'true');
});

test('a broken paste names line and column, tied to the field', async () => {
  const app = await renderPreview('group', groupSync);
  await paste(app, '{\n  "groups": ["a" "b"]\n}');
  expect(await screen.findByText(/Line 2, column 18: A comma or \] is missing/)).toBeVisible();
  expect(app.input).toBeInvalid();
  expect(app.input).toHaveAccessibleDescription(/Line 2, column 18/);
  await app.user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(app.input).toHaveValue('');
  expect(screen.getByText(/See what a login would do here/)).toBeVisible();
});

test('what is pasted goes nowhere', async () => {
  const secret = 'pasted-and-secret-4711';
  const app = await renderPreview('group', groupSync);
  const fetched = vi.spyOn(globalThis, 'fetch');
  const stored = vi.spyOn(Storage.prototype, 'setItem');
  const payload = Buffer.from(JSON.stringify({ ...member, groups: [secret, 'eng-platform'] })).toString('base64url');
  const token = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${payload}.c2ln`;
  await paste(app, `Bearer ${token}`);
  expect(await screen.findByText(/signature not verified/)).toBeVisible();
  await verdict('This login works: 1 group added');
  await choosePerson(app, 'sso-owner', 'Selma Owusu');
  app.edit({ ...groupSync, regexFilter: 'x' });
  await verdict('With the saved settings');

  const leaks = (text: string) => text.includes(secret) || text.includes(payload.slice(0, 40));
  expect(fetched.mock.calls.length).toBeGreaterThan(0);
  expect(fetched.mock.calls.map((call) => JSON.stringify(call)).filter(leaks)).toEqual([]);
  expect(stored.mock.calls.map((call) => JSON.stringify(call)).filter(leaks)).toEqual([]);
  expect(leaks(JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]))).toBe(false);
  const cached = app.client.getQueryCache().getAll();
  expect(cached.length).toBeGreaterThan(0);
  expect(leaks(JSON.stringify(cached.map(({ queryKey, state }) => [queryKey, state.data])))).toBe(false);
});
