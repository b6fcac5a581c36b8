import { expect, test } from './journey.ts';
import { addRow, draftBar, row } from './mapping.ts';
import { password } from './Simulator.ts';

const engineering = '/organizations/engineering/idp-sync';
const engineeringSettings = '/organizations/engineering/settings/idpsync/groups';

test('what two admins change goes together, and what they change both is asked', async ({ simulator, open }) => {
  const page = await open(engineering);
  const save = draftBar(page).getByRole('button', { name: 'Save' });
  const review = page.getByRole('dialog', { name: /^Review changes/ });
  const conflict = page.getByRole('dialog', { name: /changed this while you edited$/ });

  await test.step('another row: both are there', async () => {
    await addRow(page, 'platform-admins', 'Platform');
    await simulator.apply('another admin adds a row meanwhile');
    await save.click();
    await expect(draftBar(page)).toContainText('1 change that somebody else made meanwhile is in it too.');
    await expect(row(page, 'eng-security')).toContainText('Identity');
    await expect(row(page, 'platform-admins')).toContainText('Platform');
    const { mapping } = await simulator.api('GET', engineeringSettings);
    expect(Object.keys(mapping)).toEqual(expect.arrayContaining(['eng-security', 'platform-admins']));
  });

  await test.step('the same row: nothing is saved until it is decided', async () => {
    await page.getByRole('button', { name: 'Edit eng-backend' }).click();
    const targets = page.getByRole('form', { name: 'Edit eng-backend' }).getByRole('combobox', { name: 'Coder group' });
    await targets.press('Backspace');
    await targets.fill('Search');
    await page.getByRole('option', { name: 'Search' }).click();
    await page.getByRole('form', { name: 'Edit eng-backend' }).getByRole('button', { name: 'Apply' }).click();
    await simulator.apply('another admin changes the same row meanwhile');
    const theirs = await simulator.api('GET', engineeringSettings);
    await save.click();
    await review.getByRole('button', { name: 'Save changes' }).click();
    await expect(conflict).toContainText('It was: Backend');
    await expect(conflict.getByRole('radio', { name: 'Theirs: Storage' })).toBeVisible();
    await expect(conflict.getByRole('radio', { name: 'Yours: Search' })).toBeVisible();
    await expect(conflict.getByRole('button', { name: 'Save with these choices' })).toBeDisabled();
    await conflict.getByRole('button', { name: 'Cancel' }).click();
    expect(await simulator.api('GET', engineeringSettings)).toEqual(theirs);
    await expect(draftBar(page)).toContainText('1 unsaved change');

    await save.click();
    await review.getByRole('button', { name: 'Save changes' }).click();
    await conflict.getByRole('radio', { name: /^Both: / }).click();
    await conflict.getByRole('button', { name: 'Save with these choices' }).click();
    await expect(review.or(page.getByText('IdP group sync settings updated.'))).toBeVisible();
    if (await review.isVisible()) await review.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
    await expect(row(page, 'eng-backend')).toContainText('Storage');
    await expect(row(page, 'eng-backend')).toContainText('Search');
    const { mapping } = await simulator.api('GET', engineeringSettings);
    expect(mapping['eng-backend']).toEqual(expect.arrayContaining(theirs.mapping['eng-backend']));
  });
});

test('legacy mappings of server flags are never erased unasked', async ({ simulator, open }) => {
  const settings = '/organizations/coder/settings/idpsync/groups';
  const page = await open('/organizations/coder/idp-sync', 'owner');
  const legacy = page.getByRole('region', { name: 'Legacy group mappings' });
  const dialog = page.getByRole('dialog', { name: 'This save erases the legacy mappings' });
  const save = draftBar(page).getByRole('button', { name: 'Save' });
  await expect(legacy.getByRole('listitem').filter({ hasText: 'it-staff' })).toContainText('it');
  const before = await simulator.api('GET', settings);

  await test.step('what adds leaves them alone', async () => {
    await addRow(page, 'legal-team', 'Legal');
    await save.click();
    await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
    const after = await simulator.api('GET', settings);
    expect(after.legacy_group_name_mapping).toEqual(before.legacy_group_name_mapping);
    expect(Object.keys(after.mapping)).toContain('legal-team');
  });

  await test.step('what removes shows them first; canceling keeps them', async () => {
    await page.getByRole('button', { name: 'Delete legal-team' }).click();
    await save.click();
    await page
      .getByRole('dialog', { name: /^Review changes/ })
      .getByRole('button', { name: 'Save changes' })
      .click();
    await expect(dialog).toContainText('it-staff → it');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await simulator.api('GET', settings)).legacy_group_name_mapping).toEqual(before.legacy_group_name_mapping);
    await expect(draftBar(page)).toContainText('1 unsaved change');
  });

  await test.step('converting keeps what they do', async () => {
    await save.click();
    await page
      .getByRole('dialog', { name: /^Review changes/ })
      .getByRole('button', { name: 'Save changes' })
      .click();
    await dialog.getByRole('button', { name: 'Convert and save' }).click();
    await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
    await expect(legacy).toHaveCount(0);
    await expect(row(page, 'it-staff')).toContainText('IT');
    const after = await simulator.api('GET', settings);
    expect(after.legacy_group_name_mapping ?? {}).toEqual({});
    expect(Object.keys(after.mapping)).toEqual(expect.arrayContaining(['it-staff', 'fin', 'hr', 'c-level']));
    expect(Object.keys(after.mapping)).not.toContain('legal-team');
  });
});

test('a session that ends in the middle of an edit costs nothing', async ({ simulator, open, noise }) => {
  noise.allowStatus(401);
  const page = await open(engineering);
  await addRow(page, 'platform-admins', 'Platform');
  await simulator.apply('the session expires');
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.getByLabel('Email')).toHaveValue('org-admin@example.com');
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused();
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const { mapping } = await simulator.api('GET', engineeringSettings);
  expect(Object.keys(mapping)).toContain('platform-admins');
});

test('a save that fails keeps the draft, says why, and can be tried again', async ({ simulator, open, noise }) => {
  noise.allowStatus(403, 500);
  const page = await open(engineering);
  const again = draftBar(page).getByRole('button', { name: 'Try again' });
  await addRow(page, 'platform-admins', 'Platform');
  await simulator.apply('the next save answers 500');
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  await expect(draftBar(page).getByRole('alert')).toContainText('Failed to update IdP group sync settings.');
  await expect(draftBar(page)).toContainText('Your changes are kept here');
  await simulator.apply('the next save answers 403');
  await again.click();
  await expect(draftBar(page)).toContainText('You may not save the settings');
  await expect(row(page, 'platform-admins')).toContainText('New');
  await again.click();
  await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
});
