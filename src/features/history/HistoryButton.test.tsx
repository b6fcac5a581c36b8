import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createSimulator, type Simulator } from '../../../mocks/simulator.ts';
import { clientOf } from '../../../mocks/testClient.ts';
import { type RenderAppOptions, renderApp } from '../../app/testing/renderApp.tsx';

const engineering = '/organizations/engineering/idp-sync';

async function openHistory(path: string, options: RenderAppOptions = {}) {
  const asked: string[] = [];
  const app = await renderApp(path, {
    ...options,
    intercept: (request) => {
      const { pathname } = new URL(request.url);
      asked.push(`${request.method} ${pathname}`);
      return options.intercept?.(request);
    },
  });
  await app.user.click(await screen.findByRole('button', { name: 'History' }));
  const panel = within(await screen.findByRole('dialog', { name: /^History of/ }));
  return { ...app, panel, asked };
}

async function entriesOf(panel: ReturnType<typeof within>): Promise<HTMLElement[]> {
  const list = await panel.findByRole('list', { name: 'Changes, newest first' });
  await within(list).findAllByRole('heading', { level: 3 });
  return within(list).getAllByRole('listitem');
}

/** A running simulator in which the owner has already saved these group settings of Contractors, one after another. */
async function simulatorWith(...bodies: readonly object[]): Promise<Simulator> {
  const simulator = createSimulator();
  const owner = await clientOf(simulator, '').as('owner');
  for (const body of bodies) {
    const { status } = await owner.send('PATCH', '/organizations/contractors/settings/idpsync/groups', body);
    expect(status).toBe(200);
  }
  return simulator;
}

test('says who changed what and when, newest first, in words and names', async () => {
  const { panel } = await openHistory(engineering);
  const [failed, filter, first, before] = await entriesOf(panel);
  expect(failed).toHaveTextContent(/Otis Umarov.*Tried to save, refused: 400, not valid/);
  expect(filter).toHaveTextContent(/Oksana Admiraal.*Regex filter changed \(the log doesn’t keep its text\)/);
  expect(await within(first!).findByText('eng-backend')).toBeVisible();
  expect(first).toHaveTextContent(/Group sync fieldnone → groups/);
  expect(first).toHaveTextContent(/Mapping added\s*eng-backend → Backend/);
  expect(within(first!).getByText(/ago$/)).toHaveAttribute('datetime', '2026-01-12T10:31:40.000Z');
  expect(before).toHaveTextContent(/^Before/);
  expect(panel.getByText(/keeps neither the text of the regex filter nor legacy mappings/)).toBeVisible();
});

test('has changes of organization sync too', async () => {
  const { panel } = await openHistory('/deployment/idp-org-sync');
  const [newest, first] = await entriesOf(panel);
  expect(await within(newest!).findByText('off → on')).toBeVisible();
  expect(newest).toHaveTextContent(/Ulrich Adeyemi.*Assign Default Organizationoff → on.*The present state/);
  expect(await within(first!).findByText('Engineering', { exact: false })).toBeVisible();
});

test('marks an attempt that wasn’t permitted', async () => {
  const { panel } = await openHistory(`${engineering}?tab=roles`);
  const [failed] = await entriesOf(panel);
  expect(failed).toHaveTextContent(/Mina Berg.*Tried to save, refused: 403, not permitted/);
  expect(within(failed!).queryByRole('button')).not.toBeInTheDocument();
});

test('is narrowed to a person and to days, and widened again', async () => {
  const { panel, user } = await openHistory(engineering);
  await entriesOf(panel);
  await user.type(panel.getByLabelText('Person'), 'otis');
  await user.click(await screen.findByRole('option', { name: /Otis Umarov/ }));
  await waitFor(async () => expect(await entriesOf(panel)).toHaveLength(1));
  expect((await entriesOf(panel))[0]).toHaveTextContent('Otis Umarov');
  await user.click(panel.getByRole('button', { name: 'Clear the filter' }));
  await user.type(panel.getByLabelText('From'), '2026-01-13');
  await user.type(panel.getByLabelText('To'), '2026-01-15');
  await waitFor(async () => expect(await entriesOf(panel)).toHaveLength(1));
  expect((await entriesOf(panel))[0]).toHaveTextContent('Regex filter changed');
  await user.type(panel.getByLabelText('Person'), 'nobody-here{Enter}');
  expect(await panel.findByText('No entry of the log matches the filter.')).toBeVisible();
});

test('loads more', async () => {
  const bodies = Array.from({ length: 27 }, (_, index) => ({ field: `groups-${index}` }));
  const { panel, user } = await openHistory('/organizations/contractors/idp-sync', {
    simulator: await simulatorWith(...bodies),
  });
  expect(await entriesOf(panel)).toHaveLength(25);
  await user.click(panel.getByRole('button', { name: 'Load more' }));
  await waitFor(async () => expect(await entriesOf(panel)).toHaveLength(28));
  expect(panel.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  expect((await entriesOf(panel)).at(-1)).toHaveTextContent(/^Before/);
});

test.each(['user-admin', 'org-user-admin', 'reader'])('%s may not read the log, and learns who may', async (as) => {
  const { panel, asked } = await openHistory(engineering, { as });
  expect(await panel.findByText('You can’t read this history')).toBeVisible();
  expect(panel.getByText(/an Owner or Auditor, or an Organization Admin or Organization Auditor of Eng/)).toBeVisible();
  expect(asked).not.toContain('GET /api/v2/audit');
});

test('an organization admin reads it', async () => {
  const { panel } = await openHistory(engineering, { as: 'org-admin' });
  expect(await entriesOf(panel)).toHaveLength(4);
});

test('a user admin can’t read that of organization sync', async () => {
  const { panel } = await openHistory('/deployment/idp-org-sync', { as: 'user-admin' });
  expect(await panel.findByText(/Nobody else sees changes of organization sync/)).toBeVisible();
});

test('the server’s 403 leads to the same words', async () => {
  const { panel } = await openHistory(engineering, {
    intercept: (request) =>
      request.url.includes('/audit?') ? Response.json({ message: 'Forbidden.' }, { status: 403 }) : undefined,
  });
  expect(await panel.findByText('You can’t read this history')).toBeVisible();
});

test('a log that can’t be loaded is asked again', async () => {
  const simulator = createSimulator();
  simulator.applyScenario('the audit log answers 500');
  const { panel, user } = await openHistory(engineering, { simulator });
  const retry = await panel.findByRole('button', { name: 'Retry' });
  simulator.applyScenario('everything works again');
  await user.click(retry);
  expect(await entriesOf(panel)).toHaveLength(4);
});

test('an organization without changes has none', async () => {
  const { panel } = await openHistory('/organizations/emea/idp-sync');
  expect(await panel.findByText('The log has no entry about these settings.')).toBeVisible();
});

test('a former state becomes a draft and nothing is written', async () => {
  const simulator = await simulatorWith(
    { field: 'groups', mapping: { alpha: [] } },
    { field: 'groups', mapping: { alpha: [], beta: [] } },
    { field: 'memberOf', mapping: { beta: [] }, regex_filter: '^b' },
  );
  const { panel, user, asked } = await openHistory('/organizations/contractors/idp-sync', { simulator });
  const [newest, second] = await entriesOf(panel);
  expect(newest).toHaveTextContent('The present state');
  await user.click(within(second!).getByRole('button', { name: /^Restore this state/ }));
  const offer = within(await panel.findByRole('group', { name: /^Restore/ }));
  expect(await offer.findByText('alpha')).toBeVisible();
  expect(offer.getByText(/The regex filter was changed since\. It stays as it is now/)).toBeVisible();
  expect(offer.queryByText(/gaps/)).not.toBeInTheDocument();
  await user.click(offer.getByRole('button', { name: 'Make it a draft' }));
  expect(await screen.findByText(/2 unsaved changes: field, 1 mapping added/)).toBeVisible();
  expect(screen.getByLabelText('Group sync field')).toHaveValue('groups');
  expect(screen.getByLabelText('Regex filter')).toHaveValue('^b');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(asked.filter((request) => request.startsWith('PATCH'))).toEqual([]);
});

test('the state before the first change can be restored; undo brings back what it replaced', async () => {
  const simulator = await simulatorWith({ field: 'groups', mapping: { alpha: [] } });
  const { panel, user } = await openHistory('/organizations/contractors/idp-sync', { simulator });
  await entriesOf(panel);
  await user.click(panel.getByRole('button', { name: /^Restore the state before/ }));
  await user.click(await panel.findByRole('button', { name: 'Make it a draft' }));
  await waitFor(() => expect(screen.getByLabelText('Group sync field')).toHaveValue(''));
  await user.click(await screen.findByRole('button', { name: 'History' }));
  const again = within(await screen.findByRole('dialog', { name: /^History of/ }));
  await entriesOf(again);
  await user.click(again.getByRole('button', { name: /^Restore the state before/ }));
  expect(await again.findByText(/replaces your unsaved changes\. Undo brings them back/)).toBeVisible();
  await user.click(again.getByRole('button', { name: 'Cancel' }));
  await user.click(again.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getByLabelText('Group sync field')).toHaveValue('groups'));
});

test('a log that doesn’t fit the settings is said to have gaps', async () => {
  const { panel, user } = await openHistory(engineering);
  const [, , first] = await entriesOf(panel);
  await user.click(within(first!).getByRole('button', { name: /^Restore this state/ }));
  expect(await panel.findByText(/The log has gaps/)).toBeVisible();
});
