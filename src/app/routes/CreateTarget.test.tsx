import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../testing/renderApp.tsx';

const page = '/organizations/security/idp-sync';
Element.prototype.scrollIntoView = () => undefined;

test('the group that a row misses is made in place, and the row goes on', async () => {
  const { user, simulator } = await renderApp(page);
  const form = await screen.findByRole('form', { name: 'Add IdP group' });
  await user.click(within(form).getByLabelText('IdP group name'));
  await user.paste('sec-forensics');
  const picker = within(form).getByRole('combobox', { name: 'Coder group' });
  await user.click(picker);
  await user.paste('Forensics');
  await user.click(await screen.findByRole('option', { name: 'Create group “Forensics”…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Create a group in Security & Compliance' });
  expect(within(dialog).getByLabelText('Name')).toHaveValue('Forensics');
  await user.click(within(dialog).getByText('Create group'));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(within(form).getByLabelText('IdP group name')).toHaveValue('sec-forensics');
  expect(await within(form).findByText('Forensics')).toBeVisible();
  await waitFor(() => expect(picker).toHaveFocus());
  await user.click(within(form).getByText('Add IdP group'));
  expect(await screen.findByTestId('group-sec-forensics')).toHaveTextContent('Forensics');
  expect([...simulator.state.groups.values()].map(({ name }) => name)).toContain('Forensics');
});

test('the role that a row misses is made in place', async () => {
  const { user } = await renderApp(`${page}?tab=roles`);
  const form = await screen.findByRole('form', { name: 'Add IdP role' });
  await user.click(within(form).getByRole('combobox', { name: 'Coder role' }));
  await user.paste('Incident commander');
  await user.click(await screen.findByRole('option', { name: 'Create role “Incident commander”…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Create a custom role in Security & Compliance' });
  expect(within(dialog).getByLabelText('Name')).toHaveValue('incident-commander');
  expect(within(dialog).getByLabelText('Display name')).toHaveValue('Incident commander');
  await user.click(within(dialog).getByText('Create custom role'));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(within(form).getByText('Incident commander')).toBeVisible();
});

test('nothing is offered that exists, or that somebody may not make', async () => {
  const owner = await renderApp(page);
  const form = await screen.findByRole('form', { name: 'Add IdP group' });
  await owner.user.click(within(form).getByRole('combobox', { name: 'Coder group' }));
  await owner.user.paste('appsec');
  expect(await screen.findByRole('option', { name: /Application Security/ })).toBeVisible();
  expect(screen.queryByRole('option', { name: /^Create group/ })).not.toBeInTheDocument();
  owner.unmount();

  const { user } = await renderApp('/organizations/engineering/idp-sync?tab=roles', { as: 'org-user-admin' });
  const roles = await screen.findByRole('form', { name: 'Add IdP role' });
  await user.click(within(roles).getByRole('combobox', { name: 'Coder role' }));
  await user.paste('incident');
  expect(await screen.findByText('No more roles to select')).toBeVisible();
});

test('a link to a claim value goes to its row, or starts one', async () => {
  const { unmount } = await renderApp(`${page}?tab=groups&value=sec-app`);
  expect(await screen.findByTestId('group-sec-app')).toHaveAttribute('data-shown', 'true');
  expect(location.search).toBe('?tab=groups');
  unmount();
  await renderApp(`${page}?tab=groups&value=sec-new`);
  const form = await screen.findByRole('form', { name: 'Add IdP group' });
  await waitFor(() => expect(within(form).getByLabelText('IdP group name')).toHaveValue('sec-new'));
  expect(location.search).toBe('?tab=groups');
});
