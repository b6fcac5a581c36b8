import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';
import { composer, draftBar, row } from './mapping.ts';

const settings = '/organizations/engineering/settings/idpsync/groups';

async function openAsCode(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'As code' }).click();
  return page.getByRole('dialog', { name: /as code$/ });
}

async function choose(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('radio', { name }).check();
}

test('settings go to git and back: export, edit, import, review, save', async ({ simulator, open }) => {
  const page = await open('/organizations/engineering/idp-sync');
  const before = await simulator.api('GET', settings);
  const dialog = await openAsCode(page);

  const text = await test.step('the file is what the deployment gives', async () => {
    await expect(dialog.getByLabel('engineering_groups-policy.json')).toHaveValue(/eng-backend/);
    await expectAccessible(page, 'export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('engineering_groups-policy.json');
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toBe(`${JSON.stringify(before, null, '\t')}\n`);
    return file;
  });

  await test.step('a mistake is named with its line', async () => {
    await choose(dialog, 'Import');
    await dialog.getByLabel('Settings', { exact: true }).fill(text.replace('"field": "groups"', '"field": groups'));
    await expect(dialog.getByRole('alert')).toContainText('Line 2, column 11');
    await expectAccessible(page, 'import with a mistake');
  });

  await test.step('an edited file becomes a draft', async () => {
    const [platform] = before.mapping['eng-platform'];
    const edited = text.replace('"eng-platform"', `// moved\n\t\t"eng-new": ["${platform}",],\n\t\t"eng-platform"`);
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'policy.json',
      mimeType: 'application/json',
      buffer: Buffer.from(edited),
    });
    await expect(dialog.getByRole('heading', { name: 'JSON: 1 change' })).toBeVisible();
    await expect(dialog.getByRole('list', { name: 'Notes' })).toContainText('Comments were overlooked');
    await expect(dialog.getByText('eng-new', { exact: true })).toBeVisible();
    await expectAccessible(page, 'import');
    await dialog.getByRole('button', { name: 'Make it a draft' }).click();
    await expect(row(page, 'eng-new')).toContainText('Platform');
    expect(await simulator.api('GET', settings)).toEqual(before);
  });

  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
  expect(Object.keys((await simulator.api('GET', settings)).mapping)).toContain('eng-new');
});

test('cells of a spreadsheet are pasted where a value is expected', async ({ open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await open('/organizations/engineering/idp-sync');
  await page.evaluate(() =>
    navigator.clipboard.writeText('IdP group\tCoder group\ncell-one\tPlatform\ncell-two\tnobody\n'),
  );
  await composer(page).getByLabel('IdP group name').focus();
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: /as code$/ });
  await expect(dialog.getByRole('heading', { name: 'CSV: 1 change' })).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Left out' })).toContainText('Line 3: cell-two → nobody');
  await dialog.getByRole('button', { name: 'Make it a draft without 1 target' }).click();
  await expect(row(page, 'cell-one')).toContainText('Platform');
});

test('the whole deployment is one file', async ({ open, simulator }) => {
  const page = await open('/deployment/idp-org-sync', 'user-admin');
  const dialog = await openAsCode(page);
  await choose(dialog, 'Whole deployment');
  await dialog.getByRole('button', { name: 'Read all settings' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file.organization_sync).toEqual(await simulator.api('GET', '/settings/idpsync/organization'));
  const engineering = file.organizations.find(({ name }: { name: string }) => name === 'engineering');
  expect(engineering.group_sync).toEqual(await simulator.api('GET', settings));
  await expectAccessible(page, 'whole deployment');
});
