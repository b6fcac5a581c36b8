import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { groupId, organizationId } from '../../mocks/seed/organizations.ts';
import { createSimulator, type Simulator } from '../../mocks/simulator.ts';
import { loadGroupSync } from '../../mocks/state/syncSettings.ts';
import { openSync } from '../features/sync-settings/testing/openSync.tsx';
import { tokenOf } from './testing/renderApp.tsx';

// What a person can do on each page is exactly what the server lets them do: each control is held against the answer to
// the request that it leads to, from a deployment of its own.

const accounts = ['owner', 'user-admin', 'org-admin', 'org-user-admin', 'reader', 'member', 'auditor'] as const;
const engineering = organizationId('engineering');
const backend = groupId('engineering', 'backend');

function small(): Simulator {
  const simulator = createSimulator();
  for (const id of [engineering, organizationId('coder')]) {
    const mapping = new Map([['eng-backend', [backend]]]);
    simulator.state.groupSync.set(id, { ...loadGroupSync(simulator.state, id), mapping, regexFilter: null });
  }
  return simulator;
}

type Send = (method: string, path: string, body?: object) => Promise<boolean>;

/** Whether the server does what is asked, for this account. */
async function serverFor(account: string): Promise<Send> {
  const simulator = small();
  const token = await tokenOf(simulator, account);
  return async (method, path, body) => {
    const answer = await simulator.fetch(
      new Request(`http://localhost/api/v2${path}`, {
        method,
        headers: { 'Coder-Session-Token': token },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return answer.ok;
  };
}

const isThere = (role: string, name: string | RegExp) => screen.queryAllByRole(role, { name }).length > 0;
const emptyRole = {
  site_permissions: [],
  user_permissions: [],
  organization_permissions: [],
  organization_member_permissions: [],
};

async function open(path: string, account: string) {
  const page = await openSync(path, { simulator: small(), as: account });
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(page.client.isFetching()).toBe(0));
  return page;
}

/** What can be done with one group or role, in its sheet. */
async function sheetOf(
  user: Awaited<ReturnType<typeof open>>['user'],
  name: string | RegExp,
): Promise<readonly string[]> {
  const [row] = screen.queryAllByRole('button', { name });
  if (!row) return [];
  await user.click(row);
  const sheet = await screen.findByRole('dialog', { name });
  return within(sheet)
    .queryAllByRole('button')
    .map((button) => button.textContent ?? '');
}

describe.each(accounts)('%s', (account) => {
  test.each([
    [
      'group',
      '/organizations/engineering/idp-sync',
      `/organizations/${engineering}/settings/idpsync/groups`,
      'engineering',
    ],
    [
      'role',
      '/organizations/engineering/idp-sync?tab=roles',
      `/organizations/${engineering}/settings/idpsync/roles`,
      'engineering',
    ],
    [
      'group',
      '/organizations/coder/idp-sync',
      `/organizations/${organizationId('coder')}/settings/idpsync/groups`,
      'coder',
    ],
    ['organization', '/deployment/idp-org-sync', '/settings/idpsync/organization', undefined],
  ])('%s sync at %s', async (kind, address, path, organization) => {
    const server = await serverFor(account);
    const query = [`resource_type:idp_sync_settings_${kind}`, organization && `organization:${organization}`];
    const [reads, writes, audits] = [
      await server('GET', path),
      await server('PATCH', `${path}/mapping`, {}),
      await server('GET', `/audit?${new URLSearchParams({ q: query.filter(Boolean).join(' '), limit: '1' })}`),
    ];
    const { user } = await open(address, account);
    expect(
      await screen.findByRole(reads ? 'button' : 'heading', { name: reads ? 'Export policy' : /^You can’t see / }),
    ).toBeVisible();
    expect(isThere('button', 'Export policy')).toBe(reads);
    if (!reads) {
      expect(screen.queryByRole('textbox')).toBeNull();
      return;
    }
    if (writes) await screen.findByRole('form', { name: /^Add IdP/ });
    else expect(await screen.findByText(/^You can’t change /)).toBeVisible();
    const field = await screen.findByLabelText(/sync field$/);
    await waitFor(() => expect(field.hasAttribute('readonly')).toBe(!writes));
    expect(isThere('button', /^Add IdP/)).toBe(writes);
    expect(isThere('button', /^Delete /)).toBe(writes);
    for (const one of screen.queryAllByRole('switch'))
      expect(one.matches(':disabled, [aria-disabled=true]')).toBe(!writes);
    await user.click(screen.getByRole('button', { name: 'History' }));
    await screen.findByRole('dialog', { name: /^History of / });
    const denied = screen.findByRole(
      'heading',
      { name: 'You can’t read this history' },
      { timeout: audits ? 500 : 8000 },
    );
    expect(
      await denied.then(
        () => false,
        () => true,
      ),
    ).toBe(audits && (kind !== 'organization' || account !== 'org-admin'));
  });

  test('groups of Engineering', async () => {
    const server = await serverFor(account);
    const allowed = {
      list: await server('GET', `/organizations/${engineering}/groups`),
      update: await server('PATCH', `/groups/${backend}`, { display_name: 'Back end' }),
      create: await server('POST', `/organizations/${engineering}/groups`, { name: 'probe' }),
      delete: await server('DELETE', `/groups/${backend}`),
    };
    const { user } = await open('/organizations/engineering/groups', account);
    if (!allowed.list) {
      expect(isThere('table', 'Groups')).toBe(false);
      return;
    }
    expect(isThere('button', 'Create group')).toBe(allowed.create);
    const actions = await sheetOf(user, 'Backend');
    expect(actions.includes('Edit')).toBe(allowed.update);
    expect(actions.includes('Delete group')).toBe(allowed.delete);
  });

  test('roles of Engineering', async () => {
    const server = await serverFor(account);
    const roles = `/organizations/${engineering}/members/roles`;
    const allowed = {
      list: await server('GET', roles),
      update: await server('PUT', roles, { ...emptyRole, name: 'release-manager', display_name: 'Release' }),
      create: await server('POST', roles, { ...emptyRole, name: 'probe' }),
      delete: await server('DELETE', `${roles}/release-manager`),
    };
    const { user } = await open('/organizations/engineering/roles', account);
    if (!allowed.list) {
      expect(isThere('table', 'Roles')).toBe(false);
      return;
    }
    await screen.findByRole('table', { name: 'Roles' });
    expect(isThere('button', 'Create custom role')).toBe(allowed.create);
    const actions = await sheetOf(user, /^Release Manager/);
    expect(actions.includes('Edit')).toBe(allowed.update);
    expect(actions.includes('Delete role')).toBe(allowed.delete);
  });

  test('the flags of the server', async () => {
    const server = await serverFor(account);
    const reads = await server('GET', '/deployment/config');
    await open('/deployment/oidc', account);
    if (reads) expect(await screen.findByText('CODER_OIDC_GROUP_FIELD')).toBeVisible();
    else expect(await screen.findByRole('heading', { name: 'You can’t see the server’s flags' })).toBeVisible();
    expect(screen.queryByText('CODER_OIDC_GROUP_FIELD') !== null).toBe(reads);
  });

  test('the way to the deployment, and the organizations', async () => {
    const server = await serverFor(account);
    const reads =
      (await server('GET', '/settings/idpsync/organization')) || (await server('GET', '/deployment/config'));
    const { user, simulator } = await open('/organizations', account);
    await user.click(screen.getByRole('button', { name: 'Admin settings' }));
    await screen.findByRole('menuitem', { name: 'Organizations' });
    if (reads) await screen.findByRole('menuitem', { name: 'Deployment' });
    expect(isThere('menuitem', 'Deployment')).toBe(reads);
    for (const { id, name, displayName, deleted } of simulator.state.organizations.values()) {
      if (deleted) continue;
      const sees = await server('GET', `/organizations/${id}`);
      const links = screen
        .queryAllByRole('link')
        .filter((link) => link.getAttribute('href')?.includes(`/organizations/${name}/`));
      expect([displayName, links.length > 0]).toEqual([displayName, sees]);
    }
  });
});
