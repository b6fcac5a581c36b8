import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { groupId, organizationId } from '../../../mocks/seed/organizations.ts';
import { createSimulator, type ScenarioName } from '../../../mocks/simulator.ts';
import { loadGroupSync, loadOrganizationSync } from '../../../mocks/state/syncSettings.ts';
import { sessionToken } from '../../api/sessionToken.ts';
import {
  addRow,
  deleteRow,
  dialog,
  draftBar,
  isReady,
  isSaved,
  openSync,
  pages,
  replaceText,
  save,
} from './testing/openSync.tsx';

const engineering = organizationId('engineering');
const acme = organizationId('coder');

/** A table of two dozen rows takes long in jsdom. */
const fewRows = { 'eng-backend': 'backend', 'eng-build': 'build-infra', 'Eng-Mobile': 'mobile' };

function prepared(...scenarios: readonly ScenarioName[]) {
  const simulator = createSimulator();
  store(simulator, {
    mapping: new Map(Object.entries(fewRows).map(([value, name]) => [value, [groupId('engineering', name)]])),
  });
  for (const scenario of scenarios) simulator.applyScenario(scenario);
  const rows = (id = engineering) => loadGroupSync(simulator.state, id).mapping ?? new Map();
  return { simulator, rows, group: () => loadGroupSync(simulator.state, engineering) };
}

/** Changes what is stored, as a tool beside the page would. */
function store(simulator: ReturnType<typeof createSimulator>, change: object): void {
  const before = loadGroupSync(simulator.state, engineering);
  simulator.state.groupSync.set(engineering, { ...before, ...change });
}

describe('what loses settings in the dashboard of today', () => {
  it('1: a load that fails gives no form, so nothing can be overwritten', async () => {
    const { simulator } = prepared('organization settings answer 500');
    const before = loadOrganizationSync(simulator.state);
    const { user, written } = await openSync(pages.organizations, { simulator });
    expect(await screen.findByRole('heading', { name: 'Couldn’t load the organization sync settings' })).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Add IdP organization' })).not.toBeInTheDocument();
    simulator.applyScenario('everything works again');
    await user.click(screen.getByRole('button', { name: /Retry/ }));
    expect(await screen.findByRole('combobox', { name: 'Organization sync field' })).toHaveValue('orgs');
    expect(loadOrganizationSync(simulator.state)).toEqual(before);
    expect(written).toEqual([]);
  });

  it.each(['group settings answer with garbage', 'group settings answer with a web page'] as const)(
    '1: so does an answer that isn’t settings: %s',
    async (scenario) => {
      const { simulator } = prepared(scenario);
      await openSync(pages.groups, { simulator });
      expect(await screen.findByText(/Couldn’t load the group sync settings/)).toBeVisible();
      expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    },
  );

  it('2: adding a value that has a row adds to it, and says so beforehand', async () => {
    const { simulator, rows } = prepared();
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    await replaceText(user, screen.getByRole('combobox', { name: 'IdP group name' }), 'eng-backend');
    expect(await screen.findByText(/has a row: Backend\. What you choose is added to it\./)).toBeVisible();
    await addRow(user, 'eng-backend', 'Platform');
    await save(user);
    await isSaved();
    const both = [groupId('engineering', 'backend'), groupId('engineering', 'platform')];
    expect(rows().get('eng-backend')).toEqual(both);
    expect(written).toEqual([
      { path: '/groups/mapping', body: { Add: [{ Given: 'eng-backend', Gets: both[1] }], Remove: [] } },
    ]);
  });

  it('3: what another admin adds after the page was loaded stays', async () => {
    const { simulator, rows, group } = prepared();
    const { user } = await openSync(pages.groups, { simulator });
    await isReady();
    const before = rows();
    simulator.applyScenario('another admin adds a row meanwhile');
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    expect(await isSaved()).toHaveTextContent('1 change that somebody else made meanwhile is in it too.');
    expect(group().autoCreateMissing).toBe(true);
    expect(rows()).toEqual(new Map([...before, ['eng-security', [groupId('engineering', 'identity')]]]));
    expect(screen.getByRole('row', { name: /^eng-security/ })).toBeVisible();
  });

  it('4: legacy mappings stay through each save that doesn’t have to replace everything', async () => {
    const { simulator, rows } = prepared();
    const legacy = loadGroupSync(simulator.state, acme).legacyNameMapping;
    const { user, written } = await openSync(pages.acme, { simulator });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await addRow(user, 'new-people', 'Legal');
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    await isSaved();
    expect(written.map(({ path }) => path)).toEqual(['/groups/config', '/groups/mapping']);
    expect(legacy.size).toBe(5);
    expect(loadGroupSync(simulator.state, acme)).toMatchObject({ autoCreateMissing: true, legacyNameMapping: legacy });
    expect(rows(acme).get('new-people')).toEqual([groupId('coder', 'legal')]);
    expect(screen.getByRole('heading', { name: 'Legacy group mappings' })).toBeVisible();
  });

  it.each(['groups', 'roles', 'organizations'] as const)(
    '5: a null list is an empty row that can be mended: %s',
    async (page) => {
      const { simulator } = prepared();
      const withNull = <T,>(mapping: ReadonlyMap<string, T> | null) => new Map([...(mapping ?? []), ['a-null', null]]);
      const { state } = simulator;
      store(simulator, { mapping: withNull(loadGroupSync(state, engineering).mapping) });
      state.roleSync.set(engineering, {
        field: 'roles',
        mapping: withNull(state.roleSync.get(engineering)?.mapping ?? null),
      });
      const organizationSync = loadOrganizationSync(state);
      state.organizationSync = { ...organizationSync, mapping: withNull(organizationSync.mapping) };
      const { user, written } = await openSync(pages[page], { simulator });
      const kind = page.slice(0, -1);
      const row = await screen.findByRole('row', { name: new RegExp(`^a-null.*No ${kind}`) });
      expect(row).toBeVisible();
      await deleteRow(user, 'a-null');
      await save(user);
      await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
      await isSaved(kind);
      expect(written).toHaveLength(1);
      expect(written[0]?.body.mapping).not.toHaveProperty('a-null');
    },
  );

  it('6: odd UUIDs are shown, saved beside, and never dropped', async () => {
    const { simulator, rows } = prepared();
    const odd = [
      '00000000-0000-0000-0000-000000000000',
      '0198c0de-0000-7000-8000-000000000001',
      'ffffffff-ffff-6fff-0fff-ffffffffffff',
    ];
    store(simulator, { mapping: new Map([...rows(), ['eng-odd', odd]]) });
    const { user } = await openSync(pages.groups, { simulator });
    await isReady();
    const row = screen.getByRole('row', { name: /^eng-odd/ });
    for (const id of odd) expect(row).toHaveTextContent(id);
    await addRow(user, 'eng-new', 'Platform');
    await save(user);
    await isSaved();
    expect(rows().get('eng-odd')).toEqual(odd);
    expect(rows().get('eng-new')).toEqual([groupId('engineering', 'platform')]);
    await deleteRow(user, 'eng-new');
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(rows().has('eng-new')).toBe(false));
    expect(rows().get('eng-odd')).toEqual(odd);
  });

  it('7: what is half typed is part of the draft in sight, and a broken filter holds the save up', async () => {
    const { simulator, group } = prepared();
    const before = group();
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    await replaceText(user, screen.getByRole('textbox', { name: 'Regex filter' }), '([');
    expect(await screen.findByText(/The server refuses this filter: error parsing regexp/)).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await deleteRow(user, 'eng-build');
    expect((await draftBar()).getByText(/^3 unsaved changes: filter, auto create, 1 mapping removed$/)).toBeVisible();
    await save(user);
    expect(screen.getByRole('textbox', { name: 'Regex filter' })).toHaveFocus();
    expect(written).toEqual([]);
    expect(group()).toEqual(before);
  });

  it('8: an add that fails stays in sight and in the draft; discarded, it never comes back', async () => {
    const { simulator, rows, group } = prepared('the next save answers 500');
    const { user } = await openSync(pages.groups, { simulator });
    await isReady();
    await addRow(user, 'eng-new', 'Platform');
    await save(user);
    expect(await screen.findByText(/Failed to update IdP group sync settings/)).toBeVisible();
    expect(screen.getByRole('row', { name: /^eng-new/ })).toHaveTextContent('New');
    await user.click((await draftBar()).getByRole('button', { name: 'Discard' }));
    expect(screen.queryByRole('row', { name: /^eng-new/ })).not.toBeInTheDocument();
    await addRow(user, 'eng-other', 'Platform');
    await save(user);
    await isSaved();
    expect(rows().has('eng-new')).toBe(false);
    expect(rows().has('eng-other')).toBe(true);
    expect(group().field).toBe('groups');
  });

  it('9: white space at the ends isn’t kept, unless logins carry it', async () => {
    const { simulator, rows, group } = prepared();
    const { user } = await openSync(pages.groups, { simulator });
    await isReady();
    await addRow(user, '  eng-new ', 'Platform');
    const field = screen.getByRole('combobox', { name: 'Group sync field' });
    await replaceText(user, field, ' groups  ');
    expect(await screen.findByText(/No login has carried a value in this claim/)).toBeVisible();
    await user.tab();
    expect(field).toHaveValue('groups');
    await save(user);
    await isSaved();
    expect(group().field).toBe('groups');
    expect(rows().get('eng-new')).toEqual([groupId('engineering', 'platform')]);
    expect(rows().has('  eng-new ')).toBe(false);
  });

  it('10: Enter takes what is marked in the list, letter by letter as it stands there', async () => {
    const { user } = await openSync(pages.groups);
    await isReady();
    const value = screen.getByRole('combobox', { name: 'IdP group name' });
    await user.click(value);
    await user.paste('eng-fronte');
    expect(await screen.findByRole('option', { name: /eng-frontend/ })).toBeInTheDocument();
    const marked = () => document.getElementById(value.getAttribute('aria-activedescendant') ?? '');
    const text = marked()?.textContent;
    expect(text).toMatch(/^eng-frontend$/i);
    await user.keyboard('{Enter}');
    expect(value).toHaveValue(text);
    await user.clear(value);
    await user.paste('ENG-FRONTEND');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(marked()).toHaveTextContent('Use ENG-FRONTEND');
    await user.keyboard('{Enter}');
    expect(value).toHaveValue('ENG-FRONTEND');
  });

  it.each([null, ''])('11: no filter stays what it is, null or empty: %o', async (regexFilter) => {
    const { simulator, group } = prepared();
    store(simulator, { regexFilter });
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    const filter = screen.getByRole('textbox', { name: 'Regex filter' });
    fireEvent.change(filter, { target: { value: 'x' } });
    fireEvent.change(filter, { target: { value: '' } });
    expect(screen.queryByText(/unsaved change/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    await isSaved();
    expect(written).toEqual([
      {
        path: '/groups/config',
        body: { field: 'groups', regex_filter: regexFilter, auto_create_missing_groups: true },
      },
    ]);
    expect(group().regexFilter).toBe(regexFilter);
  });

  it('12: what is exported where legacy mappings are is taken back by the server', async () => {
    const { simulator } = prepared();
    const files: Blob[] = [];
    URL.createObjectURL = (blob) => {
      files.push(blob as Blob);
      return 'blob:x';
    };
    URL.revokeObjectURL = () => undefined;
    const { user } = await openSync(pages.acme, { simulator });
    await isReady();
    await user.click(screen.getByRole('button', { name: 'Export policy' }));
    const policy = JSON.parse((await files[0]?.text()) ?? '');
    expect(policy).toEqual({ field: 'groups', mapping: {}, regex_filter: '.*', auto_create_missing_groups: false });
    const path = `/api/v2/organizations/${acme}/settings/idpsync/groups`;
    const headers = { 'Coder-Session-Token': sessionToken.get() ?? '' };
    const answer = await fetch(path, { method: 'PATCH', headers, body: JSON.stringify(policy) });
    expect(answer.status).toBe(200);
  });
});
