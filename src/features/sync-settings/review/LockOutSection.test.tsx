import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createSimulator } from '../../../../mocks/simulator.ts';
import { type RenderAppOptions, renderApp } from '../../../app/testing/renderApp.tsx';

const roles = '/organizations/engineering/idp-sync?tab=roles';
const organizations = '/deployment/idp-org-sync';

/** Opens a page, and counts what it writes. */
async function open(path: string, options: RenderAppOptions) {
  const written: string[] = [];
  const app = await renderApp(path, {
    ...options,
    intercept: (request) => {
      if (request.method === 'PATCH') written.push(new URL(request.url).pathname);
      return options.intercept?.(request);
    },
  });
  await screen.findByRole('button', { name: 'Export policy' });
  return { ...app, written };
}

async function save(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: 'Save' }));
}

async function review() {
  return within(await screen.findByRole('dialog', { name: /^Review changes/ }));
}

/** Drafts outlive a test, as they outlive a page. */
async function discard(user: UserEvent) {
  await user.click((await review()).getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Discard' }));
}

async function deleteRow(user: UserEvent, value: string) {
  await user.click(await screen.findByRole('button', { name: `Delete ${value}` }));
}

test('the row that makes oneself an admin: said in plain words, and saved only when the name is typed', async () => {
  const { user, written } = await open(roles, { as: 'sso-org-admin' });
  await deleteRow(user, 'eng-lead');
  await save(user);
  const dialog = await review();
  expect(
    dialog.getByText('After your next login you would no longer be Organization Admin of Engineering.'),
  ).toBeVisible();
  const button = dialog.getByRole('button', { name: 'Save changes' });
  expect(button).toBeDisabled();
  await user.type(dialog.getByLabelText('Type Engineering to save it all the same'), 'Engine');
  expect(button).toBeDisabled();
  await user.type(dialog.getByLabelText('Type Engineering to save it all the same'), 'ering');
  expect(written).toEqual([]);
  await user.click(button);
  expect(await screen.findByText(/IdP role sync settings updated/)).toBeVisible();
  expect(written).toHaveLength(1);
});

test('another row takes nothing from oneself', async () => {
  const { user } = await open(roles, { as: 'sso-org-admin' });
  await deleteRow(user, 'temp');
  await save(user);
  const dialog = await review();
  expect(dialog.getByRole('button', { name: 'Save changes' })).toBeEnabled();
  expect(dialog.queryByText(/takes something away from you/)).not.toBeInTheDocument();
  await discard(user);
});

test('somebody who doesn’t sign in over OIDC isn’t synced, and isn’t warned', async () => {
  const asked: string[] = [];
  const { user } = await open(roles, {
    as: 'org-admin',
    intercept: (request) => void asked.push(new URL(request.url).pathname),
  });
  await deleteRow(user, 'eng-lead');
  await save(user);
  const dialog = await review();
  expect(dialog.getByRole('button', { name: 'Save changes' })).toBeEnabled();
  expect(dialog.queryByText(/your/i)).not.toBeInTheDocument();
  expect(asked).not.toContain('/api/v2/users/oidc-claims');
  await discard(user);
});

test('own claims that can’t be read don’t hold up the save, and the review says so', async () => {
  const { user, written } = await open(roles, {
    as: 'sso-org-admin',
    intercept: (request) =>
      request.url.endsWith('/oidc-claims') ? Response.json({ message: 'broken' }, { status: 500 }) : undefined,
  });
  await deleteRow(user, 'eng-lead');
  await save(user);
  const dialog = await review();
  expect(dialog.getByText('What this does to your own login couldn’t be checked.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Save changes' }));
  await waitFor(() => expect(written).toHaveLength(1));
});

test('a claim that the person hasn’t got: in no organization', async () => {
  const { user } = await open(organizations, { as: 'sso-owner' });
  await user.click(screen.getByRole('switch', { name: 'Assign Default Organization' }));
  const field = screen.getByLabelText('Organization sync field');
  await user.clear(field);
  await user.type(field, 'teams');
  await save(user);
  const dialog = await review();
  expect(dialog.getByText('After your next login you would be in no organization.')).toBeVisible();
  expect(dialog.getByLabelText('Type the deployment to save it all the same')).toBeVisible();
  await discard(user);
});

test('the row of the own organization: that one is left', async () => {
  const { user } = await open(organizations, { as: 'sso-owner' });
  await deleteRow(user, 'eng');
  await save(user);
  const dialog = await review();
  expect(
    dialog.getByText(
      'After your next login you would no longer be in Engineering, nor have your roles and groups there.',
    ),
  ).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Save changes' })).toBeDisabled();
  await discard(user);
});

test('a claim that can’t be read: the own login would be refused', async () => {
  const { user } = await open(organizations, { as: 'sso-owner' });
  const field = screen.getByLabelText('Organization sync field');
  await user.clear(field);
  await user.type(field, 'email_verified');
  await save(user);
  const dialog = await review();
  expect(dialog.getByText(/Your own login would be refused: your claim/)).toHaveTextContent(
    /email_verified is neither a text nor a list of texts\./,
  );
  await discard(user);
});

test('where the licence lets no sync run, nothing is lost', async () => {
  const simulator = createSimulator();
  simulator.applyScenario('not licensed');
  const { user } = await open(roles, { as: 'sso-org-admin', simulator });
  await deleteRow(user, 'eng-lead');
  await save(user);
  const dialog = await review();
  expect(dialog.getByRole('button', { name: 'Save changes' })).toBeEnabled();
  await discard(user);
});
