import { readFile } from 'node:fs/promises';
import { expect, test } from './journey.ts';
import { addRow, draftBar, preview, row } from './mapping.ts';

const address = '/deployment/idp-org-sync';

test('an Owner sees whom a change of organization sync would lock out, before it is saved', async ({
  simulator,
  open,
}) => {
  const page = await open('/organizations', 'owner');
  await page.getByRole('button', { name: 'Admin settings' }).click();
  await page.getByRole('menuitem', { name: 'Deployment' }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('heading', { level: 1, name: 'IdP organization sync' })).toBeVisible();
  await expect(page.getByLabel('Organization sync field')).toHaveValue('orgs');
  await expect(row(page, 'labs', 'organization')).toContainText('was deleted, or never existed.');

  await test.step('the exported file is what is saved', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export policy' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('organizations_policy.json');
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(file).toEqual(await simulator.api('GET', '/settings/idpsync/organization'));
    expect(file).toMatchObject({ field: 'orgs', organization_assign_default: true });
  });

  await test.step('a claim that can’t be read stops the login', async () => {
    const claims = preview(page).getByLabel('Claims or token');
    await claims.fill('{"orgs": "eng,data"}');
    await expect(preview(page).getByRole('status')).toContainText(
      'Login refused: the organization claim can’t be read',
    );
    await claims.fill('{"orgs": ["eng"]}');
    await expect(preview(page).getByRole('status')).toContainText('This login works: 2 organizations added');
    const refused = await simulator.login('priya.raman', { orgs: 'eng,data', groups: [] });
    expect(refused.status).toBe(500);
  });

  await test.step('without the default organization', async () => {
    await page.getByRole('switch', { name: 'Assign Default Organization' }).click();
    await expect(preview(page).getByRole('list', { name: 'Organizations' }).getByText('Acme')).toBeVisible();
    await addRow(page, 'everybody', 'Acme', 'organization');
    await draftBar(page).getByRole('button', { name: 'Save' }).click();
    const review = page.getByRole('dialog', { name: /^Review changes to organization sync/ });
    await expect(review).toContainText('Assign Default Organizationon → off');
    await expect(review).toContainText('Whoever no mapping puts into the default organization leaves it');
    await review.getByRole('button', { name: 'Cancel' }).click();
    expect(await simulator.api('GET', '/settings/idpsync/organization')).toMatchObject({
      organization_assign_default: true,
    });
    await draftBar(page).getByRole('button', { name: 'Save' }).click();
    await review.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Organization sync settings updated.')).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Assign Default Organization' })).not.toBeChecked();
  });

  await test.step('the next login does what the preview said', async () => {
    const { changes } = await simulator.login('priya.raman', { orgs: ['eng'], groups: [] });
    expect(changes.organizations.removed).toHaveLength(1);
    expect(changes.organizations.added).toEqual([]);
    const back = await simulator.login('priya.raman', { orgs: ['eng', 'everybody'], groups: [] });
    expect(back.changes.organizations.added).toHaveLength(1);
  });
});
