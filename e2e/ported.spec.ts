import { expect, test } from './journey.ts';
import { addRow, draftBar, row } from './mapping.ts';

// What tests of Coder's own pages look for: names, placeholders, headings, test ids. Ported ones find the same here, but
// that a change is a draft until it is saved.

const kinds = [
  {
    kind: 'group',
    path: '/organizations/engineering/idp-sync?tab=groups',
    field: 'Group sync field',
    placeholder: 'Select group',
    known: 'eng-backend',
    option: 'Platform',
    saved: 'IdP group sync settings updated.',
    empty: { path: '/organizations/contractors/idp-sync?tab=groups', heading: 'No group mappings' },
  },
  {
    kind: 'role',
    path: '/organizations/engineering/idp-sync?tab=roles',
    field: 'Role sync field',
    placeholder: 'Select role',
    known: 'eng-people',
    option: 'Organization Admin',
    saved: 'IdP role sync settings updated.',
    empty: { path: '/organizations/contractors/idp-sync?tab=roles', heading: 'No role mappings' },
  },
  {
    kind: 'organization',
    path: '/deployment/idp-org-sync',
    field: 'Organization sync field',
    placeholder: 'Select organization',
    known: 'data',
    option: 'Engineering',
    saved: 'Organization sync settings updated.',
    empty: { path: '/deployment/idp-org-sync', heading: 'No organization mappings' },
  },
] as const;

const nothing = { field: '', mapping: {}, organization_assign_default: true };

for (const { kind, path, field, placeholder, known, option, saved, empty } of kinds) {
  test(`${kind} sync under the names that people know`, async ({ page, simulator, open }) => {
    await open(path, 'owner');
    const add = page.getByRole('button', { name: `Add IdP ${kind}` });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await expect(page.getByRole('combobox', { name: field })).toBeVisible();
    if (kind !== 'organization') {
      await expect(page.getByRole('tab', { name: 'Group sync settings' })).toBeVisible();
      await expect(page.getByRole('tab', { name: 'Role sync settings' })).toBeVisible();
    }
    await expect(page.getByLabel(`IdP ${kind} name`)).toBeVisible();
    await expect(page.getByPlaceholder(placeholder)).toBeVisible();
    await expect(page.getByRole('button', { name: /export policy/i })).toBeEnabled();
    await expect(row(page, known, kind)).toBeVisible();
    await expect(add).toBeDisabled();

    await page.getByLabel(`IdP ${kind} name`).fill('new-value');
    await expect(add).toBeDisabled();
    await addRow(page, 'new-value', option, kind);
    await expect(row(page, 'new-value', kind)).toContainText(option);
    await expect(add).toBeDisabled();
    await save.click();
    await expect(page.getByText(saved)).toBeVisible();

    await row(page, 'new-value', kind)
      .getByRole('button', { name: /delete/i })
      .click();
    await expect(row(page, 'new-value', kind)).toHaveCount(0);
    await save.click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText(saved)).toBeVisible();

    if (kind === 'organization') await simulator.api('PATCH', '/settings/idpsync/organization', nothing);
    await page.goto(empty.path);
    await expect(page.getByRole('heading', { name: empty.heading })).toBeVisible();
  });
}

test('switches keep their names, and are saved with the rest', async ({ page, simulator, open }) => {
  await open('/organizations/engineering/idp-sync');
  const create = page.getByRole('switch', { name: 'Auto create missing groups' });
  await expect(create).not.toBeChecked();
  await create.click();
  await expect(create).toBeChecked();
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
  await expect(create).toBeChecked();
  expect(await simulator.api('GET', '/organizations/engineering/settings/idpsync/groups')).toMatchObject({
    auto_create_missing_groups: true,
  });
});
