import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { organizationId } from '../../../mocks/seed/organizations.ts';
import { renderApp } from '../testing/renderApp.tsx';

const page = '/organizations';
const table = () => screen.findByRole('table', { name: 'Organizations' });

async function rowOf(name: string) {
  const row = within(await table())
    .getByText(name)
    .closest('tr');
  if (row === null) throw new Error(`No row of ${name}`);
  return row;
}

const cell = (row: HTMLElement, index: number) => row.children[index]?.textContent;

test('each organization says how its syncs stand, as its own page counts them', async () => {
  await renderApp(page);
  const row = await rowOf('Engineering');
  await waitFor(() => expect(cell(row, 1)).toBe('groups25 mappings6 problems'));
  await waitFor(() => expect(cell(row, 2)).toBe('roles10 mappings5 problems'));
  expect(cell(row, 3)).toBe('169');
  expect(cell(row, 4)).toMatch(/ago.*Oksana Admiraal/);
  expect(within(row).getAllByRole('link', { name: 'Role sync of Engineering: roles' })[0]).toHaveAttribute(
    'href',
    '/organizations/engineering/idp-sync?tab=roles',
  );
  const off = await rowOf('Contractors & Partners');
  await waitFor(() => expect(cell(off, 1)).toBe('Off'));
  const misspelt = await rowOf('Security & Compliance');
  await waitFor(() => expect(cell(misspelt, 2)).toBe('Roles1 mappingclaim never seen'));
  expect(screen.getByRole('region', { name: 'Organization sync of the deployment' })).toHaveTextContent(
    /orgs.*2 problems/,
  );
});

test('problems first, and the address says so', async () => {
  const { user } = await renderApp(page);
  expect(await screen.findByText('4 organizations have problems')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Problems first' }));
  const names = () =>
    [...document.querySelectorAll('tbody tr td:first-of-type a:first-of-type')].map((a) => a.textContent);
  await waitFor(() => expect(names()[0]).toBe('Engineering'));
  expect(location.search).toBe('?order=problems');
  await user.click(within(await table()).getByRole('button', { name: 'Organization' }));
  await waitFor(() => expect(names()[0]).toBe('Acme'));
  expect(location.search).toBe('');
});

test('500 organizations: only what is in sight is asked for', async () => {
  const { simulator, user } = await renderApp(page, { scenario: 'five hundred organizations' });
  expect(await screen.findByText('500 of 500')).toBeVisible();
  const settings = () => simulator.requests.filter(({ path }) => path.includes('/settings/idpsync/')).length;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(settings()).toBeLessThan(100);
  await user.type(screen.getByRole('searchbox', { name: 'Find an organization' }), 'team-499');
  expect(await screen.findByText('1 of 500')).toBeVisible();
  expect(await screen.findByText('Team 499')).toBeVisible();
});

test('somebody who may read some of them sees those, after one question about all', async () => {
  const { simulator } = await renderApp(page, { as: 'org-admin' });
  const row = await rowOf('Engineering');
  await waitFor(() => expect(cell(row, 1)).toBe('groups25 mappings6 problems'));
  expect(cell(await rowOf('Acme'), 1)).toBe('Not for you to see');
  expect(screen.queryByText('Organization sync of the deployment')).not.toBeInTheDocument();
  expect(simulator.requests.filter(({ path }) => path.endsWith('/authcheck')).length).toBeLessThanOrEqual(2);
  const asked = simulator.requests.filter(({ path }) => path.includes('/settings/idpsync/'));
  expect(asked.every(({ path }) => path.includes(organizationId('engineering')))).toBe(true);
});

test.each([
  ['user-admin', true],
  ['reader', true],
  ['auditor', false],
  ['template-admin', false],
  ['member', false],
] as const)('%s: sees how the syncs stand: %s', async (as, sees) => {
  await renderApp(page, { as });
  await table();
  expect(screen.queryByText('You can’t see how the syncs stand') === null).toBe(sees);
  expect(screen.queryByRole('columnheader', { name: 'Group sync' }) !== null).toBe(sees);
});

test('settings that can’t be read say so in their cell', async () => {
  const { simulator, unmount } = await renderApp('/nowhere');
  unmount();
  simulator.applyScenario('group settings answer 500');
  await renderApp(page, { simulator });
  const row = await rowOf('Engineering');
  await waitFor(() => expect(cell(row, 1)).toBe('Couldn’t be read'));
  await waitFor(() => expect(cell(row, 2)).toMatch(/^roles/));
});

test('without a licence for groups the settings are still told, and that they aren’t applied', async () => {
  const { simulator, unmount } = await renderApp('/nowhere');
  unmount();
  simulator.applyScenario('not licensed');
  await renderApp(page, { simulator });
  const row = await rowOf('Engineering');
  await waitFor(() => expect(cell(row, 1)).toMatch(/^groups25 mappings/));
  expect(screen.getByText(/^Group sync and role sync are not applied at login/)).toBeVisible();
});
