import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../../mocks/simulator.ts';
import { readSettingsText } from '../../api/syncSettings.ts';
import { type RenderAppOptions, renderApp } from '../../app/testing/renderApp.tsx';
import { reindentJson } from '../../domain/policy/reindentJson.ts';

const engineering = '/organizations/engineering/idp-sync';

async function openDialog(path = engineering, options: RenderAppOptions = {}) {
  const app = await renderApp(path, options);
  const button = await screen.findByRole('button', { name: 'As code' }, patience);
  await waitFor(() => expect(screen.getByRole('button', { name: 'As code' })).toBeEnabled(), patience);
  await app.user.click(screen.getByRole('button', { name: 'As code' }) ?? button);
  const dialog = within(await screen.findByRole('dialog', { name: /as code$/ }));
  return { ...app, dialog };
}

async function openImport(path = engineering, options: RenderAppOptions = {}) {
  const app = await openDialog(path, options);
  await app.user.click(app.dialog.getByRole('radio', { name: 'Import' }));
  const put = async (text: string) => {
    const area = app.dialog.getByLabelText('Settings');
    await app.user.clear(area);
    await app.user.click(area);
    await app.user.paste(text);
  };
  return { ...app, put };
}

/** The tools of the form come with code of their own. */
const patience = { timeout: 30_000 };

describe('export', () => {
  it('shows what the deployment gives, byte for byte but for the indentation', async () => {
    const { dialog, simulator } = await openDialog('/organizations/emea/idp-sync');
    const area = await dialog.findByLabelText('emea_groups-policy.json');
    const { id } = [...simulator.state.organizations.values()].find(({ name }) => name === 'emea')!;
    const wire = await readSettingsText({ kind: 'group', organizationId: id });
    expect(wire).toContain('"emea-old":null');
    await waitFor(() => expect(area).toHaveValue(`${reindentJson(wire)}\n`));
    expect(dialog.getByText(/coder organizations settings show group-sync --org emea/)).toBeInTheDocument();
  });

  it('writes CSV by name and by id, Terraform and commands', async () => {
    const { dialog, user } = await openDialog();
    await user.click(dialog.getByRole('radio', { name: 'CSV' }));
    expect(dialog.getByLabelText<HTMLTextAreaElement>('engineering_groups.csv').value).toContain(
      'eng-backend,backend\n',
    );
    await user.click(dialog.getByRole('radio', { name: 'By id' }));
    expect(dialog.getByLabelText<HTMLTextAreaElement>('engineering_groups.csv').value).toMatch(
      /eng-backend,[0-9a-f-]{36}\n/,
    );
    await user.click(dialog.getByRole('radio', { name: 'Terraform' }));
    expect(dialog.getByLabelText<HTMLTextAreaElement>('engineering_groups.tf').value).toContain(
      'resource "coderd_organization_group_sync" "engineering" {',
    );
    await user.click(dialog.getByRole('radio', { name: 'Commands' }));
    expect(dialog.getByLabelText<HTMLTextAreaElement>('engineering_groups.sh').value).toContain(
      "coder organizations settings set group-sync --org engineering <<'JSON'",
    );
  });

  it('leaves legacy mappings out if that is wanted', async () => {
    const { dialog, user } = await openDialog('/organizations/coder/idp-sync');
    const area = await dialog.findByLabelText<HTMLTextAreaElement>('coder_groups-policy.json');
    await waitFor(() => expect(area.value).toContain('legacy_group_name_mapping'));
    await user.click(dialog.getByRole('switch', { name: 'Leave the legacy group mappings out' }));
    expect(area.value).toContain('"field": "groups"');
    expect(area.value).not.toContain('legacy');
  });

  it('is all there is for somebody who may not change the settings', async () => {
    const { dialog } = await openDialog(engineering, { as: 'reader' });
    expect(dialog.getByRole('button', { name: 'Download' })).toBeInTheDocument();
    expect(dialog.queryByRole('radio', { name: 'Import' })).not.toBeInTheDocument();
  });
});

describe('import', () => {
  it('shows what would change, and makes a draft of it without writing', async () => {
    const { dialog, user, put, simulator } = await openImport();
    await user.click(dialog.getByRole('radio', { name: 'Keep and add to' }));
    await put('value,target\nnew-team,platform\neng-qa,Mobile\nx,nobody\n');
    expect(await dialog.findByRole('heading', { name: 'CSV: 2 changes' })).toBeInTheDocument();
    expect(dialog.getByRole('list', { name: 'Left out' })).toHaveTextContent('Line 4: x → nobody no such name or id');
    expect(await dialog.findByText('Mapping added')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Make it a draft without 1 target' }));
    expect(await screen.findByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('2 unsaved changes');
    expect(simulator.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('says line and column of what can’t be read', async () => {
    const { dialog, put } = await openImport();
    await put('{\n  "field": groups\n}');
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('Line 2, column 12');
    expect(alert).toHaveTextContent('Texts need double quotes: groups.');
    expect(dialog.getByRole('button', { name: 'Make it a draft' })).toBeDisabled();
  });

  it('says that nothing would change', async () => {
    const simulator = createSimulator();
    const { dialog, put } = await openImport('/deployment/idp-org-sync', { simulator });
    await put('{"field":"x","mapping":{},"assign_default":true,}');
    expect(await dialog.findByRole('list', { name: 'Notes' })).toHaveTextContent('assign_default was taken for');
    expect(dialog.getByRole('heading', { name: /^JSON: \d+ changes$/ })).toBeInTheDocument();
    await put('{"field":"orgs"');
    await dialog.findByRole('alert');
  });

  it('takes rows that are pasted in place of a value', async () => {
    const { user } = await renderApp('/organizations/data/idp-sync');
    const value = await screen.findByRole('combobox', { name: 'IdP group name' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'As code' })).toBeEnabled(), patience);
    await user.click(value);
    await user.paste('one\tanalytics\ntwo\tbi\n');
    const dialog = within(await screen.findByRole('dialog', { name: /as code$/ }));
    expect(await dialog.findByRole('heading', { name: 'CSV: 2 changes' })).toBeInTheDocument();
    expect(dialog.getByRole('radio', { name: 'Keep and add to' })).toBeChecked();
    await user.click(dialog.getByRole('button', { name: 'Make it a draft' }));
    expect(await screen.findByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('2 mappings added');
    expect(value).toHaveValue('');
  });
});

describe('whole deployment', () => {
  it('is exported as one file, and read back as drafts of what differs', async () => {
    const { dialog, user, simulator } = await openDialog('/deployment/idp-org-sync');
    await user.click(dialog.getByRole('radio', { name: 'Whole deployment' }));
    await user.click(await dialog.findByRole('button', { name: 'Read all settings' }));
    const area = await dialog.findByLabelText<HTMLTextAreaElement>('idp-sync.json');
    const text = area.value;
    expect(JSON.parse(text).organizations).toHaveLength(6);
    expect(text).toContain('"emea-old": null');
    await user.click(dialog.getAllByRole('radio', { name: 'Import' }).at(-1)!);
    await user.click(dialog.getByLabelText('JSON of a whole deployment'));
    await user.paste(
      text
        .replace('"name": "contractors"', '"name": "elsewhere"')
        .replace('"sec-app"', '"sec-new"')
        .replace(/"id": "[^"]*",(?=\s*"name": "elsewhere")/, '"id": "",'),
    );
    await user.click(dialog.getByRole('button', { name: 'Compare with what is saved' }));
    expect(await dialog.findByText('elsewhere')).toBeInTheDocument();
    expect(dialog.getByRole('list', { name: 'What changes' })).toHaveTextContent(
      'Group sync of Security & Compliance: 1 change10 are the same as here',
    );
    await user.click(dialog.getByRole('button', { name: 'Make 1 draft' }));
    await user.click(await dialog.findByRole('link', { name: 'Group sync of Security & Compliance' }));
    expect(await screen.findByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('1 mapping renamed');
    expect(simulator.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});
