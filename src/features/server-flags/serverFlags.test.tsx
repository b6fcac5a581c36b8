import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../../mocks/simulator.ts';
import { renderApp } from '../../app/testing/renderApp.tsx';

const oidc = '/deployment/oidc';
const acme = '/organizations/coder/idp-sync';

/** The tools of the form come with code of their own. */
const patience = { timeout: 30_000 };

describe('the OIDC page', () => {
  it('shows each flag with its value, its source and its meaning', async () => {
    const simulator = createSimulator();
    simulator.applyScenario('only listed groups may log in');
    await renderApp(oidc, { simulator });
    const login = within(await screen.findByRole('region', { name: 'Who may log in' }));
    expect(login.getByText('CODER_OIDC_ALLOWED_GROUPS')).toBeInTheDocument();
    expect(login.getByText('eng-leads')).toBeInTheDocument();
    const groups = within(screen.getByRole('region', { name: 'Groups' }));
    expect(groups.getByText('payroll-team')).toBeInTheDocument();
    expect(groups.getByRole('link', { name: 'Group sync of Acme' })).toHaveAttribute(
      'href',
      '/organizations/coder/idp-sync',
    );
    expect(groups.getAllByText('Environment').length).toBeGreaterThan(0);
    expect(groups.getAllByText('Default').length).toBeGreaterThan(0);
  });

  it('writes down what to set, and checks it', async () => {
    const { user } = await renderApp(oidc, { as: 'auditor' });
    const plan = within(await screen.findByRole('region', { name: 'What to set' }));
    await user.clear(plan.getByLabelText('Group claim'));
    await user.clear(plan.getByLabelText('Scopes'));
    await user.type(plan.getByLabelText('Scopes'), 'openid,email');
    await user.type(plan.getByLabelText('Allow list'), 'staff,"Ops, EU"');
    expect(await plan.findByText(/the allow list has no claim to read/)).toBeInTheDocument();
    expect(plan.getByLabelText('For the server')).toHaveValue(
      "CODER_OIDC_SCOPES=openid,email\nCODER_OIDC_GROUP_FIELD=''\nCODER_OIDC_ALLOWED_GROUPS='staff,\"Ops, EU\"'\n",
    );
    await user.click(plan.getByRole('radio', { name: 'Helm values' }));
    expect(plan.getByLabelText('For the server')).toHaveDisplayValue(
      /- name: CODER_OIDC_SCOPES\s+value: "openid,email"/,
    );
    await user.type(plan.getByLabelText('Site role mapping'), '{{}oops');
    expect(await plan.findByText(/This is no JSON object/)).toBeInTheDocument();
    await user.click(plan.getByRole('button', { name: 'Start over' }));
    expect(plan.getByLabelText('For the server')).toHaveValue('');
  });

  it.each(['user-admin', 'org-admin', 'org-user-admin', 'reader', 'member'])(
    'says to %s who can see it',
    async (as) => {
      const { simulator } = await renderApp(oidc, { as });
      expect(await screen.findByRole('heading', { name: 'You can’t see the server’s flags' })).toBeInTheDocument();
      expect(screen.getByText(/deployment_config:read.*an Owner or Auditor/)).toBeInTheDocument();
      expect(simulator.requests.filter(({ path }) => path.endsWith('/deployment/config'))).toEqual([]);
    },
  );

  it('is where an auditor gets to from the menu', async () => {
    const { user } = await renderApp('/organizations', { as: 'auditor' });
    await user.click(await screen.findByRole('button', { name: 'Admin settings' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Deployment' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'OIDC' })).toBeInTheDocument();
  });
});

describe('migrating', () => {
  async function openMigrate(as = 'owner') {
    const app = await renderApp(acme, { as });
    await app.user.click(await screen.findByRole('button', { name: 'Migrate from server flags' }, patience));
    return { ...app, dialog: within(await screen.findByRole('dialog', { name: 'Migrate from server flags' })) };
  }

  it('turns the deployment’s flags into a draft, and lists what can’t be resolved', async () => {
    const { user, dialog, simulator } = await openMigrate();
    expect(await dialog.findByText('4 mappings give what they gave')).toBeInTheDocument();
    expect(dialog.getByText('One mapping can’t be resolved')).toBeInTheDocument();
    expect(dialog.getByText('payroll-team')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Make it a draft' }));
    expect(await screen.findByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('4 mappings added');
    expect(simulator.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('takes pasted flags from somebody who may not read them, and says what the filter means now', async () => {
    const { user, dialog } = await openMigrate('user-admin');
    expect(dialog.queryByRole('radio', { name: 'Of this deployment' })).not.toBeInTheDocument();
    await user.click(dialog.getByLabelText('Environment, command line or Helm values'));
    await user.paste('CODER_OIDC_GROUP_REGEX_FILTER=^(legal|fin)\nCODER_OIDC_GROUP_MAPPING={"law": "legal"}\n');
    expect(await dialog.findByText(/Here the filter comes first/)).toBeInTheDocument();
    expect(dialog.getByText('One mapping would no longer apply')).toBeInTheDocument();
    expect(dialog.getAllByText('law').length).toBeGreaterThan(0);
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Make it a draft' })).toBeEnabled());
  });
});
