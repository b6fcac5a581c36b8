import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { groupId, organizationId } from '../../../../mocks/seed/organizations.ts';
import { createSimulator } from '../../../../mocks/simulator.ts';
import { loadGroupSync } from '../../../../mocks/state/syncSettings.ts';
import { draftBar, isSaved, openSync, pages, save } from '../testing/openSync.tsx';

const engineering = organizationId('engineering');

/** Engineering with one row, and logins that carry a value of each sort. */
function withValues(values: readonly string[], change: object = {}) {
  const simulator = createSimulator();
  const group = () => loadGroupSync(simulator.state, engineering);
  const mapping = new Map([['eng-build', [groupId('engineering', 'build-infra')]]]);
  simulator.state.groupSync.set(engineering, { ...group(), mapping, regexFilter: null, ...change });
  for (const user of simulator.state.users.values()) {
    if (!user.claims) continue;
    const isHere = user.memberships.some((membership) => membership.organizationId === engineering);
    const claims = new Map<string, unknown>([['groups', isHere ? values : []]]);
    simulator.state.users.set(user.id, {
      ...user,
      claims: { ...user.claims, idToken: claims, userInfo: new Map(), merged: claims },
    });
  }
  return { simulator, rows: () => group().mapping ?? new Map() };
}

const values = ['eng-build', 'backend', '/Frontend', 'serch', 'nobody-knows', 'a,b'];

async function openList(name: string) {
  const panel = within(await screen.findByRole('region', { name: 'Seen without a mapping' }));
  await panel.findByText(/people’s last logins:/);
  return { panel, open: panel.getByRole('button', { name }) };
}

const row = (value: string) => screen.getByRole('row', { name: new RegExp(`^(Map )?${value}`) });

it('says what happens to each value, guesses, and adds what is ticked as one change that can be undone', async () => {
  const { simulator, rows } = withValues(values);
  const { user } = await openSync(pages.groups, { simulator });
  const { panel, open } = await openList('Map them');
  expect(await screen.findByText(/5 have no mapping/)).toBeVisible();
  await user.click(open);
  const table = within(await panel.findByRole('table', { name: 'Values without a mapping' }));
  await table.findByText('Same name');
  const texts = table.getAllByRole('row').map(({ textContent }) => textContent);
  expect(texts).toEqual([
    'AddIdP groupCoder group',
    '/FrontendIgnoredFrontendSame but for case, spaces or signsChange',
    expect.stringMatching(/^a,bIgnoredLooks like a list.*Map$/),
    'backendJoins Backend by its nameBackendSame nameChangeBlock',
    'nobody-knowsIgnoredNo guessChoose',
    'serchIgnoredSearchSimilar name: check itChange',
  ]);
  expect(table.getByRole('checkbox', { name: 'a,b: no target' })).toBeDisabled();
  expect(table.getAllByRole('checkbox', { checked: false })).toHaveLength(5);
  expect(panel.getByRole('button', { name: 'Add 0 rows' })).toBeDisabled();

  await user.click(panel.getByRole('button', { name: 'Tick all 2 good guesses' }));
  expect(table.getByRole('checkbox', { name: 'Map /Frontend to Frontend' })).toBeChecked();
  expect(table.getByRole('checkbox', { name: 'Map serch to Search' })).not.toBeChecked();
  expect(
    panel.getByText('1 changes which groups people get at their next login. 1 only says what happens by name today.'),
  ).toBeVisible();

  await user.click(table.getByRole('button', { name: 'Choose group for nobody-knows' }));
  await user.click(await screen.findByRole('combobox', { name: 'Coder group for nobody-knows' }));
  await user.paste('Platform');
  await user.click(await screen.findByRole('option', { name: /^Platform/ }));
  await user.click(table.getByRole('button', { name: 'Done' }));
  expect(table.getByRole('checkbox', { name: 'Map nobody-knows to Platform' })).toBeChecked();
  await user.click(panel.getByRole('button', { name: 'Add 3 rows' }));

  expect(await screen.findByText('3 unsaved changes: 3 mappings added')).toBeVisible();
  expect(table.queryByText('nobody-knows')).not.toBeInTheDocument();
  await user.click((await draftBar()).getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('No unsaved changes')).toBeVisible();
  expect(await table.findByText('nobody-knows')).toBeVisible();
  expect(panel.getByRole('button', { name: 'Add 0 rows' })).toBeDisabled();
  await user.click((await draftBar()).getByRole('button', { name: 'Redo' }));
  await save(user);
  await isSaved();
  expect(Object.fromEntries(rows())).toEqual({
    'eng-build': [groupId('engineering', 'build-infra')],
    '/Frontend': [groupId('engineering', 'frontend')],
    backend: [groupId('engineering', 'backend')],
    'nobody-knows': [groupId('engineering', 'platform')],
  });
});

it('is narrowed by a search and to what has a target, and ticks only what is shown', async () => {
  const { simulator } = withValues(values);
  const { user } = await openSync(pages.groups, { simulator });
  const { panel, open } = await openList('Map them');
  await user.click(open);
  const table = within(await panel.findByRole('table'));
  await table.findByText('Same name');
  await user.click(panel.getByRole('radio', { name: 'Without (2)' }));
  expect(table.getAllByRole('row')).toHaveLength(3);
  expect(panel.getByRole('button', { name: 'Tick all good guesses' })).toBeDisabled();
  await user.click(panel.getByRole('radio', { name: 'With a target (3)' }));
  await user.click(panel.getByRole('searchbox', { name: 'Search values' }));
  await user.paste('front');
  await user.click(await panel.findByRole('button', { name: 'Tick the good guess' }));
  expect(panel.getByRole('button', { name: 'Add 1 row' })).toBeEnabled();
});

it('knows legacy names, the filter and new groups', async () => {
  const { simulator } = withValues(['old-name', 'Stopped', 'fresh'], {
    regexFilter: '^[a-z]',
    autoCreateMissing: true,
    legacyNameMapping: new Map([['old-name', 'backend']]),
  });
  const { user } = await openSync(pages.groups, { simulator });
  const { panel, open } = await openList('Map them');
  await user.click(open);
  await panel.findByText('Stopped by the filter');
  expect(row('fresh')).toHaveTextContent('Creates a group of this name');
  expect(row('backend')).toHaveTextContent('Renamed by the server’s flags from old-name. Joins Backend by its name');
});

it('blocks a role that is given by its name', async () => {
  const { user } = await openSync(pages.roles);
  const { panel, open } = await openList('Map them');
  await user.click(open);
  await user.click(await panel.findByRole('button', { name: 'Map organization-auditor to nothing' }));
  expect(await screen.findByText('1 unsaved change: 1 mapping added')).toBeVisible();
});

it('lists the values of organization sync', async () => {
  const { user } = await openSync(pages.organizations);
  const { panel, open } = await openList('Map them');
  await user.click(open);
  expect((await panel.findAllByText('Ignored')).length).toBeGreaterThan(0);
});

it('shows the list without ticks to those who may only read', async () => {
  const { simulator } = withValues(values);
  const { user } = await openSync(pages.groups, { simulator, as: 'reader' });
  const { panel, open } = await openList('Show them');
  await user.click(open);
  const table = within(await panel.findByRole('table'));
  expect(await table.findByText('Same name')).toBeVisible();
  expect(table.queryByRole('checkbox')).not.toBeInTheDocument();
  expect(table.queryByRole('button')).not.toBeInTheDocument();
  expect(panel.queryByRole('button', { name: /^Add/ })).not.toBeInTheDocument();
});
