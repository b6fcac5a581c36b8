import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { groupId, organizationId } from '../../../mocks/seed/organizations.ts';
import { createSimulator, type ScenarioName } from '../../../mocks/simulator.ts';
import { loadGroupSync } from '../../../mocks/state/syncSettings.ts';
import { dialog, isReady, isSaved, openSync, save } from '../../features/sync-settings/testing/openSync.tsx';
import { renderApp } from '../testing/renderApp.tsx';

const page = '/organizations/engineering/idp-sync';

function deployment(...names: readonly ScenarioName[]) {
  const simulator = createSimulator();
  for (const name of names) simulator.applyScenario(name);
  return simulator;
}

describe('a build without the enterprise code', () => {
  test.each([page, `${page}?tab=roles`, '/deployment/idp-org-sync'])('says so on %s', async (path) => {
    await renderApp(path, { scenario: 'an AGPL build without enterprise routes' });
    expect(await screen.findByRole('heading', { name: 'This build of Coder has no IdP sync' })).toBeVisible();
    expect(screen.getByText(/An Owner can install the regular build/)).toBeVisible();
    expect(screen.queryByText(/not found/i)).not.toBeInTheDocument();
    expect(screen.queryByText(/^Saved, but not applied/)).not.toBeInTheDocument();
  });

  test('and still shows the roles', async () => {
    await renderApp('/organizations/engineering/roles', { scenario: 'an AGPL build without enterprise routes' });
    expect(await screen.findByRole('table', { name: 'Roles' })).toBeVisible();
  });
});

describe('an older server', () => {
  test('without settings says what is missing', async () => {
    await renderApp(page, { scenario: 'an older server without IdP sync settings' });
    expect(
      await screen.findByRole('heading', { name: 'This deployment’s Coder is too old for this page' }),
    ).toBeVisible();
  });

  test('without claim fields: the form works, and says what isn’t known', async () => {
    await renderApp(page, { scenario: 'an older server without claim fields' });
    expect(await screen.findByText(/older and can’t tell which claims and values logins carried/)).toBeVisible();
    expect(await screen.findByRole('combobox', { name: 'Group sync field' })).not.toHaveAttribute('readonly');
  });

  test('without narrow writes: replaces everything, and says so', async () => {
    const simulator = deployment('an older server without narrow writes');
    const id = organizationId('engineering');
    const mapping = new Map([['eng-backend', [groupId('engineering', 'backend')]]]);
    const before = { ...loadGroupSync(simulator.state, id), mapping, regexFilter: null, autoCreateMissing: false };
    simulator.state.groupSync.set(id, before);
    const { user, written } = await openSync(page, { simulator });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    expect(await isSaved()).toHaveTextContent(/can only replace all settings at once/);
    expect(loadGroupSync(simulator.state, id)).toEqual({ ...before, autoCreateMissing: true });
    expect(written.map(({ path }) => path)).toEqual(['/groups/config', '/groups']);
  });

  test('without narrow writes: legacy mappings aren’t erased without a word', async () => {
    const simulator = deployment('an older server without narrow writes');
    const legacyNameMapping = new Map([['old-name', 'Backend']]);
    const id = organizationId('data');
    simulator.state.groupSync.set(id, { ...loadGroupSync(simulator.state, id), field: 'groups', legacyNameMapping });
    const { user } = await openSync('/organizations/data/idp-sync', { simulator });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    expect(await screen.findByRole('dialog', { name: 'This save erases the legacy mappings' })).toBeVisible();
    expect(loadGroupSync(simulator.state, id).legacyNameMapping).toEqual(legacyNameMapping);
  });
});

describe('settings that still come from the server’s flags', () => {
  const flags = (simulator = createSimulator()) => {
    simulator.state.groupSync.delete(organizationId('coder'));
    const { deployment: now } = simulator.state;
    const groupMapping = new Map([['old-name', 'Everyone']]);
    simulator.state.deployment = { ...now, flags: { ...now.flags, groupField: 'groups', groupMapping } };
    return simulator;
  };

  test('are told as such to an Owner, until the first save', async () => {
    const simulator = flags();
    const first = await renderApp('/organizations/coder/idp-sync', { simulator });
    expect(await screen.findByText('Managed by the server’s flags until first saved')).toBeVisible();
    first.unmount();

    const settings = loadGroupSync(simulator.state, organizationId('coder'));
    simulator.state.groupSync.set(organizationId('coder'), {
      ...settings,
      autoCreateMissing: !settings.autoCreateMissing,
    });
    await renderApp('/organizations/coder/idp-sync', { simulator });
    expect(await screen.findByRole('heading', { name: 'Legacy group mappings' })).toBeVisible();
    expect(screen.queryByText(/server’s flags until first saved/)).not.toBeInTheDocument();
  });

  test('perhaps are, to somebody who can’t read the flags', async () => {
    await renderApp('/organizations/coder/idp-sync', { simulator: flags(), as: 'user-admin' });
    expect(await screen.findByText('Perhaps still managed by the server’s flags')).toBeVisible();
  });
});
