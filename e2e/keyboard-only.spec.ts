import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { composer, draftBar, preview, row } from './mapping.ts';
import { password } from './Simulator.ts';

/** Tab, as often as it takes; a control that can't be reached so fails. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, 'reached with Tab').toBeFocused();
}

/** Replaces the text of the focused input. */
async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

function highlighted(page: Page): Locator {
  return page.locator('[role=option].Mui-focused');
}

test('the list of a combobox follows from the first letter on', async ({ page, open }) => {
  await open('/organizations/engineering/idp-sync');
  await page.getByRole('combobox', { name: 'Group sync field' }).focus();
  await retype(page, 'h');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('option').filter({ hasNotText: /h/i })).toHaveCount(0);
});

test('the focus stays in the field when its list of claims arrives', async ({ page, open }) => {
  await open('/organizations');
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/assets/ClaimFieldInput-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/organizations/engineering/idp-sync');
  const field = page.getByLabel('Group sync field');
  await field.focus();
  await expect(field).toHaveAttribute('readonly');
  arrive();
  await expect(page.getByRole('combobox', { name: 'Group sync field' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('x');
  await expect(field).toHaveValue('groupsx');
});

test('the focus stays near a row that was edited or deleted', async ({ page, open }) => {
  await open('/organizations/engineering/idp-sync');
  const edit = page.getByRole('button', { name: 'Edit eng-sre' });
  await edit.press('Enter');
  await page.getByRole('form', { name: 'Edit eng-sre' }).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(edit).toBeFocused();
  await edit.press('Enter');
  await page.getByRole('form', { name: 'Edit eng-sre' }).getByRole('button', { name: 'Apply' }).press('Enter');
  await expect(edit).toBeFocused();
  await page.getByRole('button', { name: 'Delete eng-sre' }).press('Enter');
  await expect(page.locator(':focus')).toHaveCount(1);
});

test('the whole job without a mouse', async ({ page, simulator }) => {
  test.slow();
  const { keyboard } = page;
  const value = composer(page).getByLabel('IdP group name');
  const target = composer(page).getByRole('combobox', { name: 'Coder group' });

  await test.step('sign in, and go to the page', async () => {
    await page.goto('/login');
    await expect(page.getByLabel('Email')).toBeFocused();
    await keyboard.type('org-admin@example.com');
    await keyboard.press('Tab');
    await keyboard.type(password);
    await keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Engineering', exact: true }));
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'IdP Sync' })).toBeFocused();
  });

  await test.step('move between the tabs with arrows', async () => {
    await tabTo(page, page.getByRole('tab', { name: 'Group sync settings' }));
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await expect(page.getByLabel('Role sync field')).toHaveValue('roles');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Enter');
    await expect(page.getByLabel('Group sync field')).toHaveValue('groups');
  });

  await test.step('choose another field from the list, and take it back', async () => {
    const field = page.getByRole('combobox', { name: 'Group sync field' });
    await tabTo(page, field);
    await retype(page, 'member');
    await expect(highlighted(page)).toHaveText('memberOf');
    await keyboard.press('Enter');
    await expect(field).toHaveValue('memberOf');
    await expect(page.getByText('eng-networking').first()).toBeVisible();
    await keyboard.press('ControlOrMeta+Z');
    await expect(field).toHaveValue('groups');
  });

  await test.step('a filter that the server would refuse is said at once', async () => {
    const filter = page.getByLabel('Regex filter');
    await tabTo(page, filter);
    await retype(page, '^(eng|platform');
    await expect(filter).toHaveAttribute('aria-invalid', 'true');
    await expect(filter).toHaveAccessibleDescription(/The server refuses this filter: .*missing closing \)/);
    await keyboard.type(')');
    await expect(filter).toHaveAttribute('aria-invalid', 'false');
    await expect(filter).toHaveAccessibleDescription(/of 40 seen values pass/);
  });

  await test.step('add a row: type, Enter takes what is marked', async () => {
    await tabTo(page, value);
    await keyboard.type('platform-a');
    await expect(page.getByRole('option')).toHaveText([/platform-admins/, 'Use platform-a']);
    await expect(highlighted(page)).toHaveText(/platform-admins/);
    await keyboard.press('Enter');
    await expect(value).toHaveValue('platform-admins');
    await keyboard.press('Tab');
    await expect(target).toBeFocused();
    await keyboard.type('build');
    await expect(highlighted(page)).toHaveText(/Build Infrastructure/);
    await keyboard.press('Enter');
    await keyboard.type('p');
    await expect(page.getByRole('option').first()).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await tabTo(page, composer(page).getByRole('button', { name: 'Add IdP group' }));
    await keyboard.press('Enter');
    await expect(row(page, 'platform-admins')).toContainText('Build Infrastructure');
    await expect(value).toBeFocused();
  });

  await test.step('add a row for a value that nobody has sent: the list names it', async () => {
    await keyboard.type('eng-q');
    await expect(highlighted(page)).toHaveText(/eng-qa/);
    await keyboard.press('ArrowUp');
    await expect(highlighted(page)).toHaveText('Use eng-q');
    await keyboard.press('Enter');
    await expect(value).toHaveValue('eng-q');
    await keyboard.press('Tab');
    await keyboard.type('Quality');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await tabTo(page, composer(page).getByRole('button', { name: 'Add IdP group' }));
    await keyboard.press('Space');
    await expect(row(page, 'eng-q')).toContainText('Quality');
  });

  await test.step('edit a row in its place; Escape gives back what was there', async () => {
    await tabTo(page, page.getByRole('searchbox', { name: 'Search mappings' }));
    await keyboard.type('eng-sre');
    await expect(page.getByTestId(/^group-/)).toHaveCount(1);
    const edit = page.getByRole('button', { name: 'Edit eng-sre' });
    const editor = page.getByRole('form', { name: 'Edit eng-sre' });
    await tabTo(page, edit);
    await keyboard.press('Enter');
    await expect(editor.getByLabel('IdP group name')).toBeFocused();
    await retype(page, 'nonsense');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(editor).toHaveCount(0);
    await expect(row(page, 'eng-sre')).toContainText('On Call');
    await tabTo(page, edit);
    await keyboard.press('Enter');
    await expect(editor.getByLabel('IdP group name')).toBeFocused();
    await tabTo(page, editor.getByRole('combobox', { name: 'Coder group' }));
    await keyboard.press('Backspace');
    await tabTo(page, editor.getByRole('button', { name: 'Apply' }));
    await keyboard.press('Enter');
    await expect(row(page, 'eng-sre')).not.toContainText('On Call');
    await expect(row(page, 'eng-sre')).toContainText('Site Reliability');
    await expect(row(page, 'eng-sre')).toContainText('Changed');
  });

  await test.step('delete, undo, delete', async () => {
    const search = page.getByRole('searchbox', { name: 'Search mappings' });
    await tabTo(page, search, 'Shift+Tab');
    await retype(page, 'eng-payments');
    const remove = page.getByRole('button', { name: 'Delete eng-payments' });
    await tabTo(page, remove);
    await keyboard.press('Enter');
    await expect(row(page, 'eng-payments')).toHaveCount(0);
    await keyboard.press('ControlOrMeta+Z');
    await expect(row(page, 'eng-payments')).toContainText('Payments');
    await tabTo(page, remove);
    await keyboard.press('Enter');
    await expect(row(page, 'eng-payments')).toHaveCount(0);
  });

  await test.step('preview', async () => {
    await tabTo(page, preview(page).getByLabel('Claims or token'));
    await keyboard.insertText('{"groups": ["eng-payments", "platform-admins"]}');
    const groups = preview(page).getByRole('list', { name: 'Groups' });
    await expect(groups.getByRole('listitem').filter({ hasText: 'Build Infrastructure' })).toContainText('added');
    await expect(groups.getByRole('listitem').filter({ hasText: 'Payments' })).toContainText('added as saved');
  });

  await test.step('save: what it takes away is shown first', async () => {
    await tabTo(page, draftBar(page).getByRole('button', { name: 'Save' }), 'Shift+Tab');
    await keyboard.press('Enter');
    const review = page.getByRole('dialog', { name: 'Review changes to group sync of Engineering' });
    await expect(review).toContainText('Mapping removedeng-payments → Payments');
    await expect(review).toContainText('eng-sre: removes On Call');
    await tabTo(page, review.getByRole('button', { name: 'Save changes' }));
    await keyboard.press('Enter');
    await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
    const saved = await simulator.api('GET', '/organizations/engineering/settings/idpsync/groups');
    expect(saved).toMatchObject({ field: 'groups', regex_filter: '^(eng|platform)' });
    expect(Object.keys(saved.mapping)).toEqual(expect.arrayContaining(['platform-admins', 'eng-q', 'eng-sre']));
    expect(Object.keys(saved.mapping)).not.toContain('eng-payments');
    expect(saved.mapping['platform-admins']).toHaveLength(2);
    expect(saved.mapping['eng-sre']).toHaveLength(1);
  });
});
