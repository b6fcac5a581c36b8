import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { accountPassword } from '../../../mocks/seed/accounts.ts';
import { createSimulator } from '../../../mocks/simulator.ts';
import { keys } from '../../api/keys.ts';
import { sessionToken } from '../../api/sessionToken.ts';
import { resumeSession } from '../../session/session.ts';
import { renderApp, tokenOf } from '../testing/renderApp.tsx';

type User = Awaited<ReturnType<typeof renderApp>>['user'];

async function fillIn(user: User, email: string, password: string): Promise<void> {
  await user.type(await screen.findByLabelText('Email'), email);
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('a visitor signs in first, and gets to where they wanted to go', async () => {
  const { user } = await renderApp('/organizations/engineering/roles?from=mail', { as: undefined });
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(location.pathname).toBe('/login');
  await fillIn(user, 'owner@example.com', accountPassword);
  expect(await screen.findByRole('heading', { level: 1, name: 'Roles' })).toBeVisible();
  expect(location.pathname + location.search).toBe('/organizations/engineering/roles?from=mail');
  expect(document.title).toBe('Roles – Engineering – Coder IdP Sync');
});

test('a reload keeps the session, unless the person says otherwise', async () => {
  const { user, unmount } = await renderApp('/login', { as: undefined });
  expect(await screen.findByRole('checkbox', { name: /Keep me signed in/ })).toBeChecked();
  await fillIn(user, 'owner@example.com', accountPassword);
  await screen.findByRole('heading', { level: 1, name: 'Organizations' });
  const token = sessionToken.get();
  unmount();
  sessionToken.set(undefined);
  resumeSession();
  expect(sessionToken.get()).toBe(token);

  const other = await renderApp('/login', { as: undefined });
  await other.user.click(await screen.findByRole('checkbox', { name: /Keep me signed in/ }));
  await fillIn(other.user, 'owner@example.com', accountPassword);
  await screen.findByRole('heading', { level: 1, name: 'Organizations' });
  expect(sessionStorage).toHaveLength(0);
});

test('a wrong password is said in the server’s words, and what was typed stays', async () => {
  const { user } = await renderApp('/login', { as: undefined });
  await fillIn(user, 'owner@example.com', 'wrong');
  expect(await screen.findByRole('alert')).toHaveTextContent('Incorrect email or password.');
  expect(screen.getByLabelText('Email')).toHaveValue('owner@example.com');
  expect(screen.getByLabelText('Password')).toHaveFocus();
});

test('an account of the identity provider has no password here', async () => {
  const { user } = await renderApp('/login', { as: undefined });
  await fillIn(user, 'sso-owner@example.com', accountPassword);
  expect(await screen.findByRole('alert')).toHaveTextContent(/signs in through the identity provider.*session token/);
});

test('a deployment that can’t be reached: says so in place of the form, and Retry asks again', async () => {
  let down = true;
  const { user } = await renderApp('/login', {
    as: undefined,
    intercept: () => (down ? Promise.reject(new TypeError('Failed to fetch')) : undefined),
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The deployment can’t be reached');
  expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  down = false;
  await user.click(within(alert).getByRole('button', { name: 'Retry' }));
  await fillIn(user, 'owner@example.com', accountPassword);
  expect(await screen.findByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
});

test('a server that goes away while one signs in is no wrong password', async () => {
  const { user } = await renderApp('/login', {
    as: undefined,
    intercept: ({ method }) => (method === 'POST' ? Promise.reject(new TypeError('Failed to fetch')) : undefined),
  });
  await fillIn(user, 'owner@example.com', accountPassword);
  expect(await screen.findByRole('alert')).toHaveTextContent('The deployment can’t be reached');
});

test.each([
  ['something that isn’t Coder', () => new Response('<!doctype html><title>Welcome to nginx</title>', { status: 404 })],
  ['a login proxy', () => new Response(null, { status: 302, headers: { Location: 'https://sso.example.com/' } })],
])('%s is named, with what to do', async (_what, answer) => {
  await renderApp('/login', { as: undefined, intercept: answer });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('This isn’t Coder’s API');
  expect(alert).toHaveTextContent('CODER_URL');
  expect(within(alert).getByRole('button', { name: 'Retry' })).toBeVisible();
});

test('what the proxy says about the deployment is what the page says', async () => {
  const message = 'The certificate of coder.example.com doesn’t verify: self-signed certificate.';
  const detail = 'If a company CA has signed it, name that CA: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.';
  await renderApp('/login', { as: undefined, intercept: () => Response.json({ message, detail }, { status: 502 }) });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The deployment can’t be reached');
  expect(alert).toHaveTextContent(`${message} ${detail}`);
});

test('a deployment without passwords offers none', async () => {
  await renderApp('/login', { as: undefined, scenario: 'password login is disabled' });
  expect(await screen.findByText(/lets nobody sign in with a password/)).toBeVisible();
  expect(screen.getByLabelText('Session token')).toBeVisible();
  expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Use email and password' })).not.toBeInTheDocument();
});

test('somebody of the identity provider signs in with a session token', async () => {
  const simulator = createSimulator();
  const token = await tokenOf(simulator, 'sso-owner');
  const { user } = await renderApp('/organizations/engineering/groups', { as: undefined, simulator });
  expect(await screen.findByText(/Acme SSO\? Then you have no password here/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Use a session token' }));
  const source = await screen.findByRole('link', { name: /^Get one from / });
  expect(source).toHaveAttribute('href', 'http://localhost/cli-auth');
  expect(source).toHaveAttribute('target', '_blank');
  expect(source).toHaveAttribute('rel', 'noopener noreferrer');
  await user.click(screen.getByLabelText('Session token'));
  await user.paste(`  ${token}\n`);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Selma Owusu' })).toBeVisible();
  expect(sessionToken.get()).toBe(token);
});

test('a token is looked at before it is sent, and a refused one is forgotten', async () => {
  const { user, simulator } = await renderApp('/login', { as: undefined });
  await user.click(await screen.findByRole('button', { name: 'Use a session token' }));
  const before = simulator.requests.length;
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('Paste a session token.')).toBeVisible();
  await user.type(screen.getByLabelText('Session token'), 'eyJhbGciOi.not-one');
  expect(await screen.findByText(/10 letters and digits, a hyphen, and 22 more/)).toBeVisible();
  expect(simulator.requests.slice(before).filter(({ path }) => path !== '/api/v2/buildinfo')).toHaveLength(0);
  await user.clear(screen.getByLabelText('Session token'));
  await user.type(screen.getByLabelText('Session token'), 'abcdefghij-ABCDEFGHIJKLMNOPQRSTUV');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('wrong, has expired, or was revoked');
  expect(document.body.textContent).not.toContain('ABCDEFGHIJKLMNOPQRSTUV');
  expect(sessionToken.get()).toBeUndefined();
  expect(sessionStorage).toHaveLength(0);
});

test('a sign-out that the server doesn’t hear of says so', async () => {
  const { user } = await renderApp('/organizations', {
    intercept: ({ url }) => (url.endsWith('/logout') ? Promise.reject(new TypeError('Failed to fetch')) : undefined),
  });
  await user.click(await screen.findByRole('button', { name: 'Olivia Berger' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByText('You are signed out in this tab only')).toBeVisible();
  expect(sessionToken.get()).toBeUndefined();
});

test('empty fields are named, and nothing is sent', async () => {
  const { user, simulator } = await renderApp('/login', { as: undefined });
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('Enter your email address.')).toBeVisible();
  expect(screen.getByText('Enter your password.')).toBeVisible();
  expect(screen.getByLabelText('Email')).toHaveFocus();
  expect(simulator.requests.filter(({ method }) => method === 'POST')).toHaveLength(0);
});

test('signing out ends the session on the server and here', async () => {
  const { user, simulator } = await renderApp('/organizations');
  await user.click(await screen.findByRole('button', { name: 'Olivia Berger' }));
  const menu = await screen.findByRole('menu');
  expect(within(menu).getByText('owner@example.com')).toBeVisible();
  expect(await within(menu).findByText(/^Coder v2\.\S+ at localhost$/)).toBeVisible();
  await user.click(within(menu).getByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(sessionToken.get()).toBeUndefined();
  expect(simulator.requests).toContainEqual(expect.objectContaining({ method: 'POST', path: '/api/v2/users/logout' }));
});

test('a 401 at any call: signs in over the page, which keeps what was typed, and asks again', async () => {
  let ended = false;
  const { user, client } = await renderApp('/organizations/engineering/groups', {
    intercept: () => {
      if (!ended) return undefined;
      ended = false;
      return Response.json({ message: 'You are signed out or your session has expired.' }, { status: 401 });
    },
  });
  await user.type(await screen.findByRole('searchbox', { name: 'Find a group' }), 'back');
  ended = true;
  await client.refetchQueries({ queryKey: keys.organizations });
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  expect(within(dialog).getByLabelText('Email')).toHaveValue('owner@example.com');
  expect(client.getQueryState(keys.organizations)?.status).toBe('error');
  await user.type(within(dialog).getByLabelText('Password'), accountPassword);
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.getByRole('searchbox', { name: 'Find a group' })).toHaveValue('back');
  await waitFor(() => expect(client.getQueryState(keys.organizations)?.status).toBe('success'));
  expect(location.pathname).toBe('/organizations/engineering/groups');
});

test('somebody else who signs in over the page sees nothing of what was read before', async () => {
  const { user, client } = await renderApp('/organizations/engineering/groups');
  await screen.findByRole('table', { name: 'Groups' });
  sessionToken.reject(sessionToken.get() ?? '');
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  await user.clear(within(dialog).getByLabelText('Email'));
  await user.type(within(dialog).getByLabelText('Email'), 'auditor@example.com');
  await user.type(within(dialog).getByLabelText('Password'), accountPassword);
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('button', { name: 'Aurel Ditmar' })).toBeVisible();
  await waitFor(() => expect(client.isFetching()).toBe(0));
  expect(client.getQueryData(keys.me)).toMatchObject({ username: 'auditor' });
});
