import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '../../../mocks/simulator.ts';
import { type RenderAppOptions, renderApp } from '../../app/testing/renderApp.tsx';

/** The tools of the form come with code of their own. */
const patience = { timeout: 30_000 };

async function openCopy(path = '/organizations/security/idp-sync', options: RenderAppOptions = {}) {
  sessionStorage.clear();
  const app = await renderApp(path, { as: 'user-admin', ...options });
  await app.user.click(await screen.findByRole('button', { name: 'Copy to…' }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: /^Copy (group|role) sync of/ }, patience));
  return { ...app, dialog };
}

function groupSyncOf({ state }: Simulator, name: string) {
  const organization = [...state.organizations.values()].find((one) => one.name === name);
  return state.groupSync.get(organization?.id ?? '');
}

const writes = ({ requests }: Simulator) => requests.filter(({ method }) => method === 'PATCH').map(({ path }) => path);

describe('copying to other organizations', () => {
  it('matches by name, lists what has no match, and saves one by one after one review', async () => {
    const simulator = createSimulator();
    const emea = groupSyncOf(simulator, 'emea');
    const { dialog, user } = await openCopy('/organizations/emea/idp-sync', { simulator });
    await user.click(await dialog.findByRole('checkbox', { name: 'Security & Compliance' }));
    await user.click(dialog.getByRole('checkbox', { name: 'Contractors & Partners' }));
    await user.click(dialog.getByRole('button', { name: 'Review' }));
    expect(
      await dialog.findByRole('heading', { name: 'Changes in 2 organizations, nothing is saved yet' }),
    ).toBeInTheDocument();
    const contractors = within(dialog.getByRole('region', { name: 'Contractors & Partners' }));
    expect(contractors.getByText(/nothing of that name here/)).toHaveTextContent('emea-sales → sales-engineers');
    expect(writes(simulator)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Save in 2 organizations' }));
    expect(await dialog.findByRole('heading', { name: 'Saved in 2 organizations' })).toBeInTheDocument();
    expect(groupSyncOf(simulator, 'contractors')).toMatchObject({ field: 'groups' });
    // A value that gives nothing goes along; one whose groups aren't there doesn't become one.
    expect([...(groupSyncOf(simulator, 'contractors')?.mapping?.keys() ?? [])]).toEqual(['emea-old']);
    expect([...(groupSyncOf(simulator, 'security')?.mapping?.keys() ?? [])]).toContain('sec-app');
    expect(groupSyncOf(simulator, 'emea')).toBe(emea);
  });

  it('makes missing groups first, once, also if saving fails after that', async () => {
    const simulator = createSimulator();
    let failing = true;
    const { dialog, user } = await openCopy('/organizations/security/idp-sync', {
      simulator,
      intercept: (request) =>
        failing && request.method === 'PATCH' ? new Response('{"message":"Busy."}', { status: 503 }) : undefined,
    });
    await user.click(await dialog.findByRole('checkbox', { name: 'Contractors & Partners' }));
    await user.click(dialog.getByRole('switch', { name: 'Create missing groups' }));
    await user.click(dialog.getByRole('button', { name: 'Review' }));
    expect(await dialog.findByText('To be made: appsec, compliance, secops')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Save in 1 organization' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Not saved');
    failing = false;
    await user.click(dialog.getByRole('button', { name: 'Go on with 1 organization' }));
    expect(await dialog.findByRole('heading', { name: 'Saved in 1 organization' })).toBeInTheDocument();
    const groups = [...simulator.state.groups.values()].filter(({ name }) => name === 'secops');
    expect(groups).toHaveLength(2);
    const mapping = groupSyncOf(simulator, 'contractors')?.mapping;
    expect(groups.map(({ id }) => id)).toContain(mapping?.get('sec-ops')?.[0]);
  });

  it('gives an exact account if one fails, and goes on with what is left', async () => {
    const simulator = createSimulator();
    let failing = true;
    const data = [...simulator.state.organizations.values()].find(({ name }) => name === 'data')?.id;
    const { dialog, user } = await openCopy('/organizations/security/idp-sync', {
      simulator,
      intercept: (request) =>
        failing && request.method === 'PATCH' && request.url.includes(`${data}`)
          ? new Response('{"message":"An internal server error occurred.","detail":"disk full"}', { status: 500 })
          : undefined,
    });
    await user.click(await dialog.findByRole('button', { name: 'Choose all' }));
    await user.click(dialog.getByRole('radio', { name: 'Leave theirs' }));
    await user.click(dialog.getByRole('button', { name: 'Review' }));
    await user.click(await dialog.findByRole('button', { name: /^Save in \d organizations$/ }));
    expect(
      await dialog.findByRole('heading', { name: /^Saved in \d of \d organizations; 1 are as they were/ }),
    ).toBeInTheDocument();
    const failed = within(dialog.getByRole('region', { name: 'Data Science' }));
    expect(failed.getByRole('alert')).toHaveTextContent('Not saved');
    expect(failed.getByRole('alert')).toHaveTextContent('disk full');
    const before = writes(simulator).length;
    failing = false;
    await user.click(dialog.getByRole('button', { name: 'Go on with 1 organization' }));
    expect(await dialog.findByRole('heading', { name: /^Saved in \d organizations$/ })).toBeInTheDocument();
    expect(writes(simulator).length).toBe(before + 1);
    expect(groupSyncOf(simulator, 'data')?.regexFilter).toBeNull();
  });

  it('doesn’t write over what somebody else has changed since the review', async () => {
    const simulator = createSimulator();
    const { dialog, user } = await openCopy('/organizations/security/idp-sync', { simulator });
    await user.click(await dialog.findByRole('checkbox', { name: 'Engineering' }));
    await user.click(dialog.getByRole('button', { name: 'Review' }));
    await dialog.findByRole('button', { name: 'Save in 1 organization' });
    simulator.applyScenario('another admin adds a row meanwhile');
    await user.click(dialog.getByRole('button', { name: 'Save in 1 organization' }));
    expect(await dialog.findByText('Not saved: somebody else has changed it meanwhile')).toBeInTheDocument();
    expect(writes(simulator)).toEqual([]);
  });

  it('where it takes one’s own role, is left out until the name of the organization is typed', async () => {
    const simulator = createSimulator();
    const { state } = simulator;
    const id = (name: string) => [...state.organizations.values()].find((one) => one.name === name)?.id ?? '';
    const sora = [...state.users.values()].find(({ username }) => username === 'sso-org-admin')!;
    state.users.set(sora.id, { ...sora, siteRoles: ['user-admin'] });
    state.roleSync.set(id('security'), { field: 'no-such-claim', mapping: new Map([['x', ['organization-auditor']]]) });
    const { dialog, user } = await openCopy('/organizations/security/idp-sync?tab=roles', {
      simulator,
      as: 'sso-org-admin',
    });
    await user.click(await dialog.findByRole('checkbox', { name: 'Engineering' }));
    await user.click(dialog.getByRole('checkbox', { name: 'Data Science' }));
    await user.click(dialog.getByRole('button', { name: 'Review' }));
    const engineering = within(await dialog.findByRole('region', { name: 'Engineering' }));
    expect(await engineering.findByText(/you would no longer be Organization Admin of Engineering/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save in 1 organization' }));
    expect(
      await dialog.findByRole('heading', { name: /^Saved in 1 of 2 organizations; 1 are as they were/ }),
    ).toBeInTheDocument();
    expect(writes(simulator)).toHaveLength(1);
    expect(dialog.getByRole('button', { name: 'Go on with 0 organizations' })).toBeDisabled();
    await user.type(engineering.getByLabelText('Type Engineering to save here all the same'), 'Engineering');
    await user.click(dialog.getByRole('button', { name: 'Go on with 1 organization' }));
    expect(await dialog.findByRole('heading', { name: 'Saved in 2 organizations' })).toBeInTheDocument();
    expect(writes(simulator)).toHaveLength(2);
  });

  it('offers only organizations whose sync one may change', async () => {
    const { dialog } = await openCopy('/organizations/engineering/idp-sync?tab=roles', { as: 'org-admin' });
    expect(await dialog.findByText('There is no other organization whose sync you may change.')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Review' })).toBeDisabled();
  });
});
