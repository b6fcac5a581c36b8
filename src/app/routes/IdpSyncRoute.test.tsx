import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../testing/renderApp.tsx';

const page = '/organizations/engineering/idp-sync';

async function tabs() {
  const groups = await screen.findByRole('tab', { name: /Group sync settings/ });
  return { groups, roles: screen.getByRole('tab', { name: /Role sync settings/ }) };
}

test('opens on groups; a click adds one entry to the history and keeps the rest of the query', async () => {
  const { user } = await renderApp(`${page}?row=eng`);
  const { groups, roles } = await tabs();
  expect(groups).toHaveAttribute('aria-selected', 'true');
  const before = history.length;
  await user.click(roles);
  await waitFor(() => expect(roles).toHaveAttribute('aria-selected', 'true'));
  expect(new URLSearchParams(location.search).get('tab')).toBe('roles');
  expect(new URLSearchParams(location.search).get('row')).toBe('eng');
  expect(history.length).toBe(before + 1);
  await user.click(roles);
  expect(history.length).toBe(before + 1);
  history.back();
  await waitFor(() => expect(groups).toHaveAttribute('aria-selected', 'true'));
});

test('an unknown tab is groups, and the history is left alone', async () => {
  history.pushState(null, '', '/');
  const before = history.length;
  await renderApp(`${page}?tab=quotas`);
  const { groups } = await tabs();
  expect(groups).toHaveAttribute('aria-selected', 'true');
  expect(location.search).toBe('?tab=quotas');
  expect(history.length).toBe(before + 1);
});

test('arrow keys move between the tabs, Enter and Space open one', async () => {
  const { user } = await renderApp(page);
  const { groups, roles } = await tabs();
  groups.focus();
  await user.keyboard('{ArrowRight}');
  expect(roles).toHaveFocus();
  expect(roles).toHaveAttribute('aria-selected', 'false');
  await user.keyboard(' ');
  await waitFor(() => expect(roles).toHaveAttribute('aria-selected', 'true'));
  await user.keyboard('{Home}');
  expect(groups).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(groups).toHaveAttribute('aria-selected', 'true'));
  await user.keyboard('{ArrowLeft}');
  expect(roles).toHaveFocus();
});

test('a licence without the feature: says that settings are saved, but not applied', async () => {
  await renderApp(page, {
    intercept: (request) => {
      if (!request.url.endsWith('/entitlements')) return undefined;
      const off = { entitlement: 'not_entitled', enabled: false };
      const on = { entitlement: 'entitled', enabled: true };
      return Response.json({
        features: { template_rbac: off, user_role_management: on, multiple_organizations: on },
      });
    },
  });
  expect(await screen.findByText(/^Saved, but not applied at login until .*template_rbac/)).toBeVisible();
});

test('pasted claims follow from tab to tab, and are gone once the page is left', async () => {
  const secret = 'pasted-and-secret-4711';
  const { user, client } = await renderApp(page);
  const input = () => screen.findByLabelText('Claims or token');
  await user.click(await input());
  await user.paste(JSON.stringify({ groups: [secret], roles: ['organization-auditor'] }));
  const { roles } = await tabs();
  await user.click(roles);
  await waitFor(() => expect(roles).toHaveAttribute('aria-selected', 'true'));
  expect(await input()).toHaveValue(JSON.stringify({ groups: [secret], roles: ['organization-auditor'] }));
  expect(await screen.findByRole('list', { name: 'Roles' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Groups' }));
  await screen.findByRole('heading', { level: 1, name: 'Groups' });
  expect(document.documentElement.outerHTML).not.toContain(secret);
  const kept = [{ ...sessionStorage }, { ...localStorage }, location.href, history.state];
  expect(
    JSON.stringify([
      kept,
      client
        .getQueryCache()
        .getAll()
        .map(({ state }) => state.data),
    ]),
  ).not.toContain(secret);
  history.back();
  expect(await input()).toHaveValue('');
});
