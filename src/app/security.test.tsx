import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { accountPassword } from '../../mocks/seed/accounts.ts';
import { groupId, organizationId } from '../../mocks/seed/organizations.ts';
import { createSimulator, type Simulator } from '../../mocks/simulator.ts';
import { sessionToken } from '../api/sessionToken.ts';
import { addRow, isReady, openSync, pages } from '../features/sync-settings/testing/openSync.tsx';
import { renderApp, tokenOf } from './testing/renderApp.tsx';

const tokenKey = 'coder-idp-sync.session-token';

function small(simulator = createSimulator()): Simulator {
  const id = organizationId('engineering');
  const settings = simulator.state.groupSync.get(id);
  if (!settings) throw new Error('Engineering has no group sync.');
  const mapping = new Map([['eng-backend', [groupId('engineering', 'backend')]]]);
  simulator.state.groupSync.set(id, { ...settings, mapping, regexFilter: null });
  return simulator;
}

function stored(storage: Storage): Map<string, string> {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return new Map(keys.map((key) => [key, storage.getItem(key) ?? '']));
}

test('the token goes out as one header, and is nowhere else', async () => {
  const simulator = small();
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  const { user, unmount } = await renderApp('/organizations/engineering/groups', { as: undefined, simulator });
  const answer = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return answer(url, init);
  });
  await user.type(await screen.findByLabelText('Email'), 'owner@example.com');
  await user.type(screen.getByLabelText('Password'), accountPassword);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('table', { name: 'Groups' });
  const token = sessionToken.get() ?? 'none';
  expect(token).toHaveLength(33);
  const [, secret = ''] = token.split('-');

  for (const { url, init } of sent) {
    expect(url).not.toContain(secret);
    expect(init.credentials).toBe('omit');
    const { 'Coder-Session-Token': header = token, ...others } = { ...(init.headers as Record<string, string>) };
    expect(header).toBe(token);
    expect(JSON.stringify(others) + String(init.body ?? '')).not.toContain(secret);
    expect(Object.keys(others).map((name) => name.toLowerCase())).not.toContain('authorization');
  }
  expect(location.href + JSON.stringify(history.state) + document.cookie).not.toContain(secret);
  expect(document.documentElement.outerHTML).not.toContain(secret);
  expect([...stored(sessionStorage)].filter(([, text]) => text.includes(secret)).map(([key]) => key)).toEqual([
    tokenKey,
  ]);
  expect([...stored(localStorage).values()].join()).not.toContain(secret);
  expect([...stored(localStorage).values()].join() + [...stored(sessionStorage).values()].join()).not.toContain(
    accountPassword,
  );
  unmount();
});

test('a token that isn’t to be kept is in no storage, and no error tells it', async () => {
  const simulator = small();
  const token = await tokenOf(simulator, 'sso-owner');
  const { user } = await renderApp('/organizations/engineering/roles', {
    as: undefined,
    simulator,
    intercept: ({ url, headers }) =>
      url.endsWith('/members/roles')
        ? Response.json({ message: 'Broken.', detail: 'at roles.go' }, { status: 500, headers })
        : undefined,
  });
  await user.click(await screen.findByRole('button', { name: 'Use a session token' }));
  await user.click(screen.getByLabelText('Session token'));
  await user.paste(token);
  await user.click(screen.getByRole('checkbox', { name: /Keep me signed in/ }));
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Couldn’t load the roles');
  expect(sessionToken.get()).toBe(token);
  expect(document.documentElement.outerHTML).not.toContain(token);
  expect(sessionStorage).toHaveLength(0);
  expect([...stored(localStorage).values()].join()).not.toContain(token);
});

test('pasted claims leave the page for nowhere, and a draft keeps settings alone', async () => {
  const { user, asked } = await openSync(pages.groups, { simulator: small() });
  await isReady();
  await user.click(await screen.findByRole('textbox', { name: 'Claims or token' }));
  await user.paste('{"sub":"canary-subject","email":"canary@example.com","groups":["canary-value","eng-backend"]}');
  expect(await screen.findAllByText('canary-value')).not.toHaveLength(0);
  await addRow(user, 'eng-people', 'Platform');
  await screen.findByRole('region', { name: 'Unsaved changes' });
  await vi.waitFor(() =>
    expect([...stored(sessionStorage).keys()].some((key) => key.startsWith('idp-sync-draft:'))).toBe(true),
  );
  const kept = JSON.stringify([...stored(sessionStorage), ...stored(localStorage)]);
  const secret = sessionToken.get()?.split('-')[1] ?? '';
  expect(kept).toContain('eng-people');
  for (const word of ['canary', secret]) {
    expect(kept).not.toContain(word);
    expect(asked.join()).not.toContain(word);
    expect(location.href).not.toContain(word);
  }
});

const hostile = {
  script: '<script>globalThis.hacked = true</script>',
  image: '<img src=x onerror="globalThis.hacked=true">',
  turned: 'safe\u202Egnp.exe',
  closed: '\u2069\u202Eout',
  emoji: '👩‍👩‍👧‍👦🏴‍☠️',
  long: 'ab🚀'.repeat(2_500),
  proto: '__proto__',
} as const;

/** A deployment whose every name is one of somebody who means harm. */
function hostileDeployment(): Simulator {
  const simulator = createSimulator();
  const { state } = simulator;
  const id = organizationId('engineering');
  const [organization, settings] = [state.organizations.get(id), state.groupSync.get(id)];
  const [group] = [...state.groups.values()].filter(({ organizationId: of }) => of === id);
  if (!organization || !settings || !group) throw new Error('Engineering isn’t there.');
  const names = Object.values(hostile);
  state.organizations.set(id, { ...organization, displayName: hostile.turned });
  names.forEach((name, index) => {
    const target = `00000000-0000-4000-8000-00000000000${index}`;
    state.groups.set(target, { ...group, id: target, name: `${name}`, displayName: name, source: 'oidc' });
    state.customRoles.set(`${id}:role-${index}`, {
      organizationId: id,
      name: `role-${index}`,
      displayName: name,
      permissions: [],
    });
  });
  const mapping = new Map(names.map((name, index) => [name, [`00000000-0000-4000-8000-00000000000${index}`, name]]));
  state.groupSync.set(id, { ...settings, mapping, regexFilter: null, field: 'groups' });
  state.roleSync.set(id, { field: 'groups', mapping });
  for (const user of state.users.values()) {
    if (user.loginType === 'oidc' && user.claims) {
      const claims = new Map<string, unknown>([
        ['groups', [...names, ...names.map((name) => `new ${name}`)]],
        [hostile.script, 'x'],
      ]);
      state.users.set(user.id, { ...user, name: hostile.turned, claims: { ...user.claims, merged: claims } });
    }
  }
  return simulator;
}

/** Marks that turn the direction stand only where they can't reach what is around them. */
function loose(root: HTMLElement): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    if (!/[\u202A-\u202E]/.test(text) || node.parentElement?.closest('bdi, script, style')) continue;
    const outside = text.replaceAll(/\u2068[^\u2066-\u2069]*\u2069/g, '');
    if (/[\u202A-\u202E]/.test(outside)) found.push(text.slice(0, 80));
  }
  return found;
}

test.each([
  ['/organizations', 'table', 'Organizations'],
  ['/organizations/engineering/groups', 'table', 'Groups'],
  ['/organizations/engineering/roles', 'table', 'Roles'],
  ['/organizations/engineering/idp-sync', 'region', 'group sync mappings'],
  ['/organizations/engineering/idp-sync?tab=roles', 'region', 'role sync mappings'],
])('names that mean harm are inert on %s', async (path, role, name) => {
  const { user } = await openSync(path, { simulator: hostileDeployment() });
  const place = await screen.findByRole(role, { name: new RegExp(name, 'i') });
  if (path.includes('idp-sync')) {
    const unmapped = within(await screen.findByRole('region', { name: 'Seen without a mapping' }));
    await user.click(unmapped.getByRole('button', { name: 'Map them' }));
    await unmapped.findByRole('table');
  }
  if (path !== '/organizations') expect(await within(place).findAllByText(hostile.script)).not.toHaveLength(0);
  expect(globalThis).not.toHaveProperty('hacked');
  expect(document.body.querySelector('script, img')).toBeNull();
  expect(loose(document.body)).toEqual([]);
  const texts = [...document.body.querySelectorAll('*')].flatMap(({ childNodes }) =>
    [...childNodes].filter(({ nodeType }) => nodeType === 3),
  );
  expect(Math.max(...texts.map(({ textContent }) => textContent?.length ?? 0))).toBeLessThan(500);
});
