import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderApp } from '../../../app/testing/renderApp.tsx';

type App = Awaited<ReturnType<typeof openPage>>;

async function openPage(options: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp('/preview', options);
  const input = await screen.findByLabelText('Claims or token');
  return { ...app, input };
}

async function paste({ user, input }: App, claims: object) {
  await user.clear(input);
  await user.click(input);
  await user.paste(JSON.stringify(claims));
}

Element.prototype.scrollIntoView = () => undefined;

const works = { orgs: ['eng'], groups: ['eng-platform', 'nobody'], roles: ['organization-auditor'] };

test('a login in the server’s order: organizations, then what each of them gives', async () => {
  const app = await openPage();
  await paste(app, works);
  expect(await screen.findByText(/This login works\. The person is in/)).toBeVisible();
  const steps = screen
    .getAllByRole('region')
    .map((region) => region.getAttribute('aria-label'))
    .filter(Boolean);
  expect(steps.slice(0, 3)).toEqual(['Allow list', 'Site roles', 'Organizations']);
  const engineering = within(screen.getByRole('region', { name: 'In Engineering' }));
  expect(engineering.getAllByRole('list', { name: 'Why, value by value' }).length).toBeGreaterThan(0);
});

test.each([
  ['an organization claim that can’t be read', { orgs: 7 }, 'Failed to process OAuth login.'],
  ['an unverified address', { email_verified: false, email: 'a@b.c' }, /Verify the "a@b.c" email address/],
])('a refused login says so first: %s', async (_, claims, title) => {
  const app = await openPage();
  await paste(app, claims);
  expect(await screen.findByText('This login is refused. Nothing is changed.')).toBeVisible();
  expect(screen.getByText(title)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Organizations' })).not.toBeInTheDocument();
});

test('the source that won each key, by the server’s flags', async () => {
  const app = await openPage();
  const link = {
    id_token_claims: { orgs: ['eng'], groups: ['a'] },
    user_info_claims: { groups: [] },
    merged_claims: null,
  };
  await paste(app, link);
  const table = await screen.findByRole('table', { name: 'Where each claim is from' });
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows).toEqual(['ClaimTaken from', 'orgsID token', 'groupsuserinfo (in both)']);
});

test('whoever may not read the flags sets them by hand', async () => {
  const app = await openPage({ as: 'org-admin' });
  await paste(app, works);
  const allowList = await screen.findByRole('textbox', { name: 'Allow list' });
  expect(
    screen.getByText(/^You can’t see the server’s flags\. This needs the permission deployment_config:read\./),
  ).toBeVisible();
  await app.user.type(allowList, 'coder-users');
  expect(screen.getByText(/The server doesn’t start: the allow list has no claim to read/)).toBeVisible();
  await app.user.type(screen.getByRole('textbox', { name: 'Group claim' }), 'groups');
  expect(await screen.findByText('Not a member of an allowed group')).toBeVisible();
  await app.user.type(allowList, ', nobody');
  expect(await screen.findByText(/“ nobody” has a space/)).toBeVisible();
  await app.user.clear(allowList);
  await app.user.type(allowList, 'coder-users,nobody');
  expect(await screen.findByText(/This login works/)).toBeVisible();
});

test('email domains, site roles and the source of claims are set by hand, too', async () => {
  const app = await openPage({ as: 'org-admin' });
  const link = {
    id_token_claims: { ...works, email: 'ada@acme.dev', teams: ['it'] },
    user_info_claims: { teams: ['ops'] },
    merged_claims: null,
  };
  await paste(app, link);
  const domains = await screen.findByRole('textbox', { name: 'Email domains' });
  await app.user.type(domains, 'example.com');
  expect(await screen.findByText(/Your email "ada@acme.dev" is not from an authorized domain!/)).toBeVisible();
  await app.user.type(domains, ',@ACME.dev');
  await app.user.type(screen.getByRole('textbox', { name: 'Site role claim' }), 'teams');
  const mapping = screen.getByRole('textbox', { name: 'Site role mapping' });
  await app.user.click(mapping);
  await app.user.paste('{"it": "auditor"}');
  expect(await screen.findByText('The value of “it” has to be a list of texts.')).toBeVisible();
  await app.user.clear(mapping);
  await app.user.click(mapping);
  await app.user.paste('{"it": ["auditor"]}');
  await screen.findByText(/This login works/);
  const siteRoles = () => within(screen.getByRole('region', { name: 'Site roles' }));
  expect(siteRoles().queryByText(/auditor/)).not.toBeInTheDocument();
  await app.user.click(screen.getByRole('radio', { name: 'ID token' }));
  expect((await siteRoles().findAllByText(/auditor/)).length).toBeGreaterThan(0);
});

test('says what to mend, sync by sync, and takes the right field into the draft', async () => {
  const app = await openPage();
  await paste(app, { orgs: ['eng'], Groups: ['eng-platform'], roles: ['organization-auditor'] });
  const groups = within(await screen.findByRole('list', { name: 'Group sync of Engineering' }));
  expect(groups.getByText(/The login carries nothing named “groups”/)).toBeVisible();
  const roles = within(screen.getByRole('list', { name: 'Role sync of Engineering' }));
  expect(roles.getByText(/“organization-auditor” has no row, but there is a role of that name/)).toBeVisible();
  await app.user.click(await groups.findByRole('button', { name: 'Read Groups instead' }));
  expect(await screen.findByText(/in your draft/)).toHaveTextContent(
    'Group sync of Engineering reads Groups in your draft.',
  );
  const draft = within(screen.getByRole('region', { name: 'With your unsaved changes' }));
  expect(draft.getByText('Group sync of Engineering')).toBeVisible();
  expect(draft.getByText(/This login works/)).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'As saved' })).getByText(/This login works/)).toBeVisible();
  const engineering = within(screen.getByRole('region', { name: 'In Engineering' }));
  expect(engineering.getByRole('heading', { name: /In Engineering differs from saved$/ })).toBeVisible();
  expect(engineering.getByRole('list', { name: 'Groups' })).toHaveTextContent(
    'not given as saved, added with the draft: · →+Platformrow eng-platform',
  );
  await app.user.click(screen.getByRole('button', { name: 'Copy for a ticket' }));
  await screen.findByText(/^Copied\./);
  const text = await navigator.clipboard.readText();
  expect(text).toContain('In Engineering, group sync (draft reads the claim “Groups”, saved reads the claim “groups”)');
  expect(text).toMatch(/ {4}draft: passes the filter → row \d+ → joins Platform \[mapped\]\n {4}saved: not read\n/);
  await waitFor(() =>
    expect(screen.queryByRole('list', { name: 'Group sync of Engineering' })).not.toBeInTheDocument(),
  );
  fireEvent.change(app.input, { target: { value: '{"orgs": ["data"]}' } });
  expect(await screen.findByText('Your unsaved changes make no difference to this login.')).toBeVisible();
  await app.user.click(screen.getByRole('link', { name: 'Look at it and save' }));
  expect(await screen.findByRole('combobox', { name: 'Group sync field' })).toHaveValue('Groups');
  expect(await screen.findByText('1 unsaved change: field')).toBeVisible();
  await app.user.click(screen.getByRole('button', { name: 'Discard' }));
});

test('whoever may change nothing is offered no other field', async () => {
  const nothing = (request: Request) => (request.url.endsWith('/authcheck') ? Response.json({}) : undefined);
  const app = await openPage({ intercept: nothing });
  await paste(app, { orgs: ['eng'], Groups: ['eng-platform'] });
  const groups = within(await screen.findByRole('list', { name: 'Group sync of Engineering' }));
  expect(groups.getByText(/The login carries nothing named “groups”/)).toBeVisible();
  expect(groups.queryByRole('button')).not.toBeInTheDocument();
});

test('a row is one link away, and doesn’t stand in the address', async () => {
  const app = await openPage();
  await paste(app, works);
  const engineering = within(await screen.findByRole('region', { name: 'In Engineering' }));
  await app.user.click(await engineering.findByRole('link', { name: /^Show row \d+, eng-platform$/ }));
  const row = await screen.findByTestId('group-eng-platform');
  await waitFor(() => expect(row).toHaveAttribute('data-shown'));
  expect(location.pathname + location.search).toBe('/organizations/engineering/idp-sync?tab=groups');
});

test('a row of organization sync is shown, too', async () => {
  const app = await openPage();
  await paste(app, works);
  await app.user.click(await screen.findByRole('link', { name: /^Show row \d+, eng$/ }));
  await waitFor(async () => expect(await screen.findByTestId('idp-org-eng')).toHaveAttribute('data-shown'));
});

test('without drafts there is one answer', async () => {
  const app = await openPage();
  await paste(app, works);
  await screen.findByText(/This login works/);
  expect(screen.queryByRole('region', { name: 'As saved' })).not.toBeInTheDocument();
  expect(screen.queryByText('saved → draft')).not.toBeInTheDocument();
});

test('a paste leaves no trace after leaving', async () => {
  const secret = 'pasted-and-secret-4711';
  const logged = ['log', 'info', 'debug'] as const;
  const spies = logged.map((name) => vi.spyOn(console, name));
  const stored = vi.spyOn(Storage.prototype, 'setItem');
  const pushed = vi.spyOn(history, 'pushState');
  const replaced = vi.spyOn(history, 'replaceState');
  const app = await openPage();
  const fetched = vi.spyOn(globalThis, 'fetch');
  await paste(app, { ...works, groups: [secret], email: `${secret}@example.org` });
  expect(await screen.findByText(/This login works/)).toBeVisible();
  await app.user.click(screen.getByRole('link', { name: 'Coder IdP Sync, home' }));
  await waitFor(() => expect(screen.queryByLabelText('Claims or token')).not.toBeInTheDocument());

  const calls = [...spies, stored, pushed, replaced, fetched].flatMap(({ mock }) => mock.calls);
  expect(fetched.mock.calls.length).toBeGreaterThan(0);
  expect(calls.map((call) => JSON.stringify(call)).filter((call) => call.includes(secret))).toEqual([]);
  expect(document.documentElement.outerHTML).not.toContain(secret);
  expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href, history.state])).not.toContain(
    secret,
  );
  expect(
    JSON.stringify(
      app.client
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state.data]),
    ),
  ).not.toContain(secret);
});
