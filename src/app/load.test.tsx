import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { keys } from '../api/keys.ts';
import { renderApp } from './testing/renderApp.tsx';

/** Until nothing has been asked for a while: parts of the page come late, and ask then. */
async function isIdle({ client, simulator }: Awaited<ReturnType<typeof renderApp>>): Promise<void> {
  await screen.findByRole('button', { name: 'Export policy' });
  for (let asked = -1; asked !== simulator.requests.length; ) {
    asked = simulator.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await waitFor(() => expect(client.isFetching()).toBe(0));
  }
}

test.each([
  '/organizations/engineering/idp-sync',
  '/organizations/engineering/idp-sync?tab=roles',
  '/deployment/idp-org-sync',
])('%s opens with at most 8 requests, none of them twice', async (path) => {
  const app = await renderApp('/nowhere');
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(app.client.isFetching()).toBe(0));
  app.unmount();
  const before = app.simulator.requests.length;
  const page = await renderApp(path, { simulator: app.simulator });
  await isIdle(page);
  // Without the sign-in that stands before it.
  const sent = app.simulator.requests.slice(before + 1).map(({ method, path: to }) => `${method} ${to}`);
  expect(sent).toContain('POST /api/v2/authcheck');
  expect(sent.length).toBeLessThanOrEqual(8);
  expect(new Set(sent).size).toBe(sent.length);
});

test('going back and forth between two pages asks for nothing again', async () => {
  const page = await renderApp('/organizations/engineering/idp-sync');
  const { user, simulator } = page;
  await isIdle(page);
  await user.click(screen.getByRole('tab', { name: /Role sync settings/ }));
  await isIdle(page);
  const before = simulator.requests.length;
  await user.click(screen.getByRole('tab', { name: /Group sync settings/ }));
  await user.click(screen.getByRole('tab', { name: /Role sync settings/ }));
  await isIdle(page);
  expect(simulator.requests.slice(before).map(({ path }) => path)).toEqual([]);
});

test('too many requests: waits in sight, and sends nothing before the time that it was told', async () => {
  const answered: string[] = [];
  const page = await renderApp('/organizations/engineering/groups', {
    intercept: (request) => {
      if (!request.url.endsWith('/groups')) return undefined;
      answered.push(request.url);
      return Response.json(
        { message: 'You’ve been rate limited.' },
        { status: 429, headers: { 'Retry-After': answered.length === 1 ? '2' : '60' } },
      );
    },
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Too many requests');
  expect(alert).toHaveTextContent(/Trying again in \d s\./);
  await page.user.click(screen.getByRole('button', { name: 'Retry' }));
  await page.client.refetchQueries({ queryKey: keys.session });
  expect(await screen.findByRole('alert')).toHaveTextContent(/Trying again in \d s\./);
  expect(answered).toHaveLength(1);
  await waitFor(() => expect(answered).toHaveLength(2), { timeout: 4000 });
  expect(await screen.findByText(/Trying again in (60|59) s\./)).toBeVisible();
  await page.client.refetchQueries({ queryKey: keys.session });
  expect(answered).toHaveLength(2);
});

test('a low limit of the server is no reason to hammer it', async () => {
  const page = await renderApp('/organizations/engineering/roles', { scenario: 'a low rate limit' });
  const roles = () => page.simulator.requests.filter(({ path }) => path.endsWith('/members/roles')).length;
  await screen.findByRole('table', { name: 'Roles' });
  for (let turn = 0; turn < 12; turn += 1) await page.client.refetchQueries({ queryKey: keys.session });
  // Five are answered, one is refused, and then it is waited.
  expect(roles()).toBe(6);
  expect(screen.getByRole('table', { name: 'Roles' })).toBeVisible();
});

test('a 403 at a later call: what may be done is asked again, and the page follows', async () => {
  let isTaken = false;
  const page = await renderApp('/organizations/engineering/idp-sync', {
    as: 'org-admin',
    intercept: (request) =>
      isTaken && request.url.endsWith('/settings/idpsync/groups')
        ? Response.json({ message: 'Forbidden.' }, { status: 403 })
        : undefined,
  });
  await isIdle(page);
  isTaken = true;
  const { state } = page.simulator;
  const [admin] = [...state.users.values()].filter(({ username }) => username === 'org-admin');
  if (!admin) throw new Error('There is no org-admin.');
  state.users.set(admin.id, { ...admin, memberships: admin.memberships.map((one) => ({ ...one, roles: [] })) });
  page.client.setQueriesData({ queryKey: keys.permissions }, (before: unknown) => before, {
    updatedAt: Date.now() - 60_000,
  });
  await page.client.refetchQueries({ queryKey: ['session', 'settings'] });
  expect(await screen.findByRole('heading', { name: 'You can’t see the sync settings of Engineering' })).toBeVisible();
});
