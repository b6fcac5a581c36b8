import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { groupId, organizationId } from '../../../mocks/seed/organizations.ts';
import { createSimulator } from '../../../mocks/simulator.ts';
import { loadGroupSync } from '../../../mocks/state/syncSettings.ts';
import { renderApp } from '../../app/testing/renderApp.tsx';
import {
  addRow,
  deleteRow,
  dialog,
  draftBar,
  isGone,
  isReady,
  isSaved,
  openSync,
  pages,
  replaceText,
  save,
} from './testing/openSync.tsx';

const engineering = organizationId('engineering');
const acme = organizationId('coder');
const unsaved = (text: string) => screen.findByText(text);
const bar = () => screen.queryByRole('region', { name: 'Unsaved changes' });

/** Engineering with three rows: a table of two dozen takes long in jsdom. */
function small() {
  const simulator = createSimulator();
  const group = () => loadGroupSync(simulator.state, engineering);
  const names = { 'eng-backend': 'backend', 'eng-build': 'build-infra', 'eng-search': 'search' };
  const mapping = new Map(Object.entries(names).map(([value, name]) => [value, [groupId('engineering', name)]]));
  simulator.state.groupSync.set(engineering, { ...group(), mapping });
  return { simulator, group, rows: () => group().mapping ?? new Map() };
}

describe('a draft', () => {
  it('of each organization and kind stays through tabs, organizations and leaving, and nobody else sees it', async () => {
    const { simulator } = small();
    const { user, unmount } = await openSync(pages.groups, { simulator });
    await isReady();
    await deleteRow(user, 'eng-build');
    await unsaved('1 unsaved change: 1 mapping removed');
    await user.click(screen.getByRole('tab', { name: /Role sync settings/ }));
    const field = await screen.findByRole('combobox', { name: 'Role sync field' });
    expect(bar()).not.toBeInTheDocument();
    await replaceText(user, field, 'teams');
    await unsaved('1 unsaved change: field');
    await user.click(screen.getByRole('tab', { name: /Group sync settings/ }));
    await unsaved('1 unsaved change: 1 mapping removed');
    expect(screen.queryByRole('row', { name: /^eng-build/ })).not.toBeInTheDocument();
    unmount();

    await renderApp('/organizations/data/idp-sync', { simulator });
    await isReady();
    expect(bar()).not.toBeInTheDocument();
    cleanup();
    await renderApp(pages.roles, { simulator });
    await unsaved('1 unsaved change: field');
    expect(await screen.findByText(/Your unsaved draft of .* is back/)).toBeVisible();
    cleanup();
    await renderApp(pages.roles, { simulator, as: 'user-admin' });
    expect(await screen.findByRole('combobox', { name: 'Role sync field' })).toHaveValue('roles');
    expect(bar()).not.toBeInTheDocument();
  });

  it('is undone and redone by buttons and keys, but not while another text is typed or a dialog shows it', async () => {
    const { simulator } = small();
    const { user } = await openSync(pages.groups, { simulator });
    await isReady();
    await deleteRow(user, 'eng-build');
    await deleteRow(user, 'eng-search');
    await user.click((await draftBar()).getByRole('button', { name: 'Undo' }));
    await unsaved('1 unsaved change: 1 mapping removed');
    await user.keyboard('{Control>}z{/Control}');
    await unsaved('No unsaved changes');
    expect(screen.getByRole('row', { name: /^eng-build/ })).toBeVisible();
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await user.keyboard('{Control>}y{/Control}');
    await unsaved('2 unsaved changes: 2 mappings removed');
    expect((await draftBar()).getByRole('button', { name: 'Redo' })).toBeDisabled();

    await user.click(screen.getByRole('searchbox', { name: 'Search mappings' }));
    await user.keyboard('{Control>}z{/Control}');
    await unsaved('2 unsaved changes: 2 mappings removed');
    await save(user);
    const review = await dialog(/^Review changes/);
    review.getByRole('button', { name: 'Save changes' }).focus();
    await user.keyboard('{Control>}z{/Control}');
    await unsaved('2 unsaved changes: 2 mappings removed');
    await user.click(review.getByRole('button', { name: 'Cancel' }));
    await user.click((await draftBar()).getByRole('button', { name: 'Discard' }));
    expect(await screen.findByText('Draft discarded.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await unsaved('2 unsaved changes: 2 mappings removed');
  });

  it('holds up a link and the closing of the tab until one has decided', async () => {
    const { simulator } = small();
    const { user } = await openSync(pages.groups, { simulator });
    await isReady();
    const close = () => fireEvent(window, new Event('beforeunload', { cancelable: true }));
    expect(close()).toBe(true);
    await deleteRow(user, 'eng-build');
    await unsaved('1 unsaved change: 1 mapping removed');
    expect(close()).toBe(false);
    const link = () => screen.getByRole('link', { name: 'Roles' });
    await user.click(link());
    await user.click((await dialog('Leave with unsaved changes?')).getByRole('button', { name: 'Stay' }));
    await isGone('Leave with unsaved changes?');
    expect(location.pathname).toBe(pages.groups);
    await user.click(link());
    await user.click((await dialog('Leave with unsaved changes?')).getByRole('button', { name: 'Discard and leave' }));
    await waitFor(() => expect(location.pathname).toBe('/organizations/engineering/roles'));
    window.history.back();
    await isReady();
    expect(await screen.findByRole('row', { name: /^eng-build/ })).toBeVisible();
    expect(close()).toBe(true);
  });
});

describe('a save', () => {
  it('that only adds is one click, and sends only that', async () => {
    const { simulator, rows } = small();
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    await addRow(user, 'eng-people', 'Platform');
    await save(user);
    await isSaved();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const platform = groupId('engineering', 'platform');
    expect(written).toEqual([
      { path: '/groups/mapping', body: { Add: [{ Given: 'eng-people', Gets: platform }], Remove: [] } },
    ]);
    expect(rows().size).toBe(4);
  });

  it('that removes a row is reviewed, and replaces everything', async () => {
    const { simulator, rows } = small();
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    await deleteRow(user, 'eng-build');
    await save(user);
    const review = await dialog('Review changes to group sync of Engineering');
    expect(review.getByText('Mapping removed')).toBeVisible();
    expect(written).toEqual([]);
    await user.click(review.getByRole('button', { name: 'Save changes' }));
    await isSaved();
    expect(written.map(({ path, body }) => [path, Object.keys(body)])).toEqual([
      ['/groups', ['field', 'mapping', 'regex_filter', 'auto_create_missing_groups']],
    ]);
    expect([...rows().keys()]).toEqual(['eng-backend', 'eng-search']);
  });

  it('is reviewed with lists that are still on their way', async () => {
    const { simulator, group } = small();
    simulator.state.groupSync.set(engineering, { ...group(), regexFilter: null });
    let arrive = () => {};
    const arrived = new Promise<undefined>((resolve) => {
      arrive = () => resolve(undefined);
    });
    const { user, written } = await openSync(pages.groups, {
      simulator,
      intercept: ({ url }) => (url.endsWith(`/organizations/${engineering}/groups`) ? arrived : undefined),
    });
    await isReady();
    await user.click(await screen.findByRole('button', { name: 'Duplicate eng-search' }));
    await replaceText(user, screen.getByRole('combobox', { name: 'IdP group name' }), 'frontend');
    await user.click(screen.getByRole('button', { name: 'Add IdP group' }));
    await save(user);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    arrive();
    const review = await dialog('Review changes to group sync of Engineering');
    expect(review.getAllByText(/Frontend/)[0]).toBeVisible();
    expect(written).toEqual([]);
    await user.click(review.getByRole('button', { name: 'Cancel' }));
  });

  it('that switches sync off needs the name of the place, typed', async () => {
    const { simulator, group } = small();
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    await user.clear(screen.getByRole('combobox', { name: 'Group sync field' }));
    await save(user);
    const review = await dialog(/^Review changes/);
    const button = review.getByRole('button', { name: 'Save changes' });
    expect(button).toBeDisabled();
    const typed = review.getByRole('textbox', { name: 'Type Engineering to switch group sync off' });
    await user.type(typed, 'Engineer{Enter}');
    expect(button).toBeDisabled();
    expect(written).toEqual([]);
    await user.type(typed, 'ing{Enter}');
    await isSaved();
    expect(group().field).toBe('');
    expect(written.map(({ path }) => path)).toEqual(['/groups/config']);
  });

  it('that switches sync on is reviewed: whoever has no such claim loses what they have', async () => {
    const { simulator } = small();
    const before = loadGroupSync(simulator.state, engineering);
    simulator.state.groupSync.set(engineering, { ...before, field: '' });
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    await replaceText(user, screen.getByRole('combobox', { name: 'Group sync field' }), 'groups');
    await save(user);
    const review = await dialog(/^Review changes/);
    expect(
      review.getByText(
        /^Switches group sync on: .* loses each group here that it doesn’t give them, also one given by hand\.$/,
      ),
    ).toBeVisible();
    await user.click(review.getByRole('button', { name: 'Cancel' }));
    expect(written).toEqual([]);
  });

  it.each([
    ['Theirs: Storage', ['storage']],
    ['Yours: Platform', ['platform']],
    ['Both: Storage, Platform', ['storage', 'platform']],
  ])('where both changed a row asks, and writes what is chosen: %s', async (choice, names) => {
    const { simulator, rows } = small();
    const { user, written } = await openSync(pages.groups, { simulator });
    await isReady();
    await user.click(screen.getByRole('button', { name: 'Edit eng-backend' }));
    const editor = within(await screen.findByRole('form', { name: 'Edit eng-backend' }));
    await user.click(editor.getByRole('combobox', { name: 'Coder group' }));
    await user.keyboard('{Backspace}');
    await user.paste('Platform');
    await user.click(await screen.findByRole('option', { name: /^Platform/ }));
    await user.keyboard('{Escape}');
    await user.click(editor.getByRole('button', { name: 'Apply' }));
    await save(user);
    const review = await dialog(/^Review changes/);
    simulator.applyScenario('another admin changes the same row meanwhile');
    await user.click(review.getByRole('button', { name: 'Save changes' }));
    const conflict = await dialog('Somebody else changed this while you edited');
    expect(written).toEqual([]);
    const go = conflict.getByRole('button', { name: 'Save with these choices' });
    expect(go).toBeDisabled();
    await user.click(conflict.getByRole('radio', { name: choice }));
    await user.click(go);
    // Taking their target away again is more than the review had shown.
    if (choice.startsWith('Yours')) {
      await isGone(/^Somebody else/);
      await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    }
    await isSaved();
    expect([...(rows().get('eng-backend') ?? [])].sort()).toEqual(
      names.map((name) => groupId('engineering', name)).sort(),
    );
  });

  describe('that would erase legacy mappings', () => {
    async function open() {
      const simulator = createSimulator();
      const stored = () => loadGroupSync(simulator.state, acme);
      const mapping = new Map([['people', [groupId('coder', 'legal')]]]);
      simulator.state.groupSync.set(acme, { ...stored(), mapping });
      const page = await openSync(pages.acme, { simulator });
      await isReady();
      await deleteRow(page.user, 'people');
      await save(page.user);
      await page.user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
      const question = await dialog('This save erases the legacy mappings');
      expect(page.written).toEqual([]);
      return { ...page, question, stored };
    }

    it('asks, and cancelled writes nothing', async () => {
      const { user, question, written, stored } = await open();
      await user.click(question.getByRole('button', { name: 'Cancel' }));
      await isGone(/legacy/);
      await unsaved('1 unsaved change: 1 mapping removed');
      expect(written).toEqual([]);
      expect(stored().legacyNameMapping.size).toBe(5);
    });

    it('converts them to rows', async () => {
      const { user, question, written, stored } = await open();
      await user.click(question.getByRole('button', { name: 'Convert and save' }));
      await isSaved();
      expect(written.map(({ path }) => path)).toEqual(['/groups']);
      expect(stored().legacyNameMapping.size).toBe(0);
      expect(new Map(stored().mapping)).toEqual(
        new Map([
          ['it-staff', [groupId('coder', 'it')]],
          ['fin', [groupId('coder', 'finance')]],
          ['hr', [groupId('coder', 'people-team')]],
          ['c-level', [groupId('coder', 'executives')]],
        ]),
      );
    });

    it('erases them when told to', async () => {
      const { user, question, stored } = await open();
      await user.click(question.getByRole('button', { name: 'Erase and save' }));
      await isSaved();
      expect(stored()).toMatchObject({ mapping: new Map(), legacyNameMapping: new Map() });
    });
  });
});

describe('somebody who may only read', () => {
  it('sees everything, can change nothing, is told why, and can export', async () => {
    const { simulator } = small();
    const files: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = (blob) => {
      files.push(blob as Blob);
      return 'blob:x';
    };
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const { user } = await openSync(pages.groups, { simulator, as: 'reader' });
    expect(await screen.findByText('You can’t change the sync settings of Engineering')).toBeVisible();
    expect(screen.getByText(/idpsync_settings:update.*Organization Admin/)).toBeVisible();
    expect(await screen.findByRole('row', { name: /^eng-backend.*Backend/ })).toBeVisible();
    expect(await screen.findByRole('combobox', { name: 'Group sync field' })).toHaveAttribute('readonly');
    expect(screen.getByRole('textbox', { name: 'Regex filter' })).toHaveAttribute('readonly');
    expect(screen.getByRole('switch', { name: 'Auto create missing groups' })).toBeDisabled();
    for (const name of [
      /^Edit/,
      /^Delete/,
      /^Duplicate/,
      'Add IdP group',
      'Save',
      /^Map /,
      /Remove it|Choose another/,
    ]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    await user.click(screen.getByRole('button', { name: 'Export policy' }));
    expect(names).toEqual(['engineering_groups-policy.json']);
    expect(JSON.parse((await files[0]?.text()) ?? '')).toEqual({
      field: 'groups',
      mapping: {
        'eng-backend': [groupId('engineering', 'backend')],
        'eng-build': [groupId('engineering', 'build-infra')],
        'eng-search': [groupId('engineering', 'search')],
      },
      regex_filter: '^[a-z][a-z0-9-]*$',
      auto_create_missing_groups: false,
    });
  });
});

describe('requests', () => {
  it('are at most eight when the page opens, and none twice', async () => {
    const { simulator } = small();
    const { asked } = await openSync(pages.groups, { simulator });
    await isReady();
    await screen.findByText(/values seen/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(8);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('for the values of a claim go out once for a pause in typing', async () => {
    const { simulator } = small();
    const { user, asked } = await openSync(pages.groups, { simulator });
    await isReady();
    await screen.findByText(/values seen/);
    const field = screen.getByRole('combobox', { name: 'Group sync field' });
    asked.length = 0;
    await user.clear(field);
    await user.type(field, 'memberOf');
    expect(await screen.findByText(/No login has carried|values? seen/)).toBeVisible();
    const values = asked.filter((request) => request.includes('field-values'));
    expect(values).toHaveLength(1);
    expect(values[0]).toMatch(/claimField=memberOf$/);
  });
});
