import 'fake-indexeddb/auto';
import { configure, screen, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { clear, createStore, entries, set } from 'idb-keyval';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSimulator } from '../../../mocks/simulator.ts';
import { type RenderAppOptions, renderApp } from '../../app/testing/renderApp.tsx';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';
import { changeTests, readTests } from './testStore.ts';

// Whether something is hidden takes jsdom longer to find out than all the rest.
configure({ defaultHidden: true });

const store = createStore('coder-idp-sync', 'claim-tests');
beforeEach(() => clear(store));

const secret = 'ada.lovelace-4711';
const claims = {
  sub: secret,
  email: `${secret}@example.com`,
  email_verified: true,
  orgs: ['eng'],
  groups: ['eng-platform', 'nobody'],
  roles: { name: secret },
};
const preview = '/preview';
const groups = '/organizations/engineering/idp-sync';

async function open(path: string, options: RenderAppOptions = {}) {
  const written: string[] = [];
  const app = await renderApp(path, {
    ...options,
    intercept: (request) => {
      if (request.method === 'PATCH') written.push(request.url);
      return undefined;
    },
  });
  return { ...app, written, user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

async function paste(user: UserEvent, what: object = claims) {
  const input = await screen.findByLabelText('Claims or token');
  await user.click(input);
  await user.paste(JSON.stringify(what));
}

/** Keeps what was pasted, with what it comes to now. */
async function keep(user: UserEvent, name: string) {
  await user.click(await screen.findByRole('button', { name: 'Keep as a test' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Keep as a claim test' }));
  await user.type(await dialog.findByLabelText('Name'), name);
  return dialog;
}

async function keepPlatformEngineer(user: UserEvent) {
  await paste(user);
  const dialog = await keep(user, 'Platform engineer');
  await user.click(dialog.getByRole('button', { name: 'Keep test' }));
  expect(await screen.findByText('Kept as “Platform engineer”.')).toBeVisible();
}

async function stored(): Promise<string> {
  return JSON.stringify(await entries(store));
}

describe('a paste that is kept', () => {
  test('shows all that is stored, and stores nothing else', async () => {
    const { user } = await open(preview);
    await paste(user);
    const dialog = await keep(user, 'Platform engineer');
    const shown = dialog.getByLabelText<HTMLTextAreaElement>('What is kept of the claims').value;
    const kept = { email_verified: true, orgs: ['eng'], groups: ['eng-platform', 'nobody'], roles: {} };
    expect(JSON.parse(shown)).toEqual(kept);
    expect(dialog.getByText(/^Left out, but for the name:/)).toHaveTextContent('email, sub');
    expect(await stored()).toBe('[]');
    await user.click(dialog.getByRole('button', { name: 'Keep test' }));
    expect(await screen.findByText('Kept as “Platform engineer”.')).toBeVisible();

    expect(await stored()).not.toContain(secret);
    const [[, file] = []] = await entries<string, { tests: readonly object[] }>(store);
    expect(file?.tests).toEqual([
      {
        name: 'Platform engineer',
        claims: kept,
        left_out: ['email', 'sub'],
        expect: {
          login: 'works',
          organizations: { in: ['coder', 'engineering'], not_in: [] },
          groups: { in: ['engineering/platform'], not_in: [] },
          roles: { in: [], not_in: [] },
        },
      },
    ]);
  });

  test('needs a name that is free, and can expect something else than what is', async () => {
    const { user } = await open(preview);
    await keepPlatformEngineer(user);
    const dialog = await keep(user, 'Platform engineer');
    await user.click(dialog.getByRole('button', { name: 'Keep test' }));
    expect(dialog.getByText('There is a test of this name.')).toBeVisible();
    await user.type(dialog.getByLabelText('Name'), ' 2');
    await user.click(dialog.getByRole('combobox', { name: 'Must not be in' }));
    await user.paste('engineering/platform');
    await user.click(await screen.findByRole('option', { name: 'engineering/platform' }));
    expect(dialog.getByText('As saved it fails.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Keep test' }));
    await user.click(await screen.findByRole('tab', { name: 'Claim tests' }));
    expect(await screen.findByText('1 of 2 pass, 1 fail.')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Details of Platform engineer 2' }));
    expect(screen.getByText('“eng-platform” → engineering/platform (row “eng-platform”)')).toBeVisible();
  });

  test('is told as refused, if it is', async () => {
    const { user } = await open(preview);
    await paste(user, { ...claims, orgs: 7 });
    const dialog = await keep(user, 'Broken');
    expect(dialog.getByRole('radio', { name: 'is refused' })).toBeChecked();
    expect(dialog.queryByRole('combobox', { name: 'Must be in' })).not.toBeInTheDocument();
  });
});

describe('the list', () => {
  test('a test is renamed, deleted, and brought back', async () => {
    const { user } = await open(preview);
    await keepPlatformEngineer(user);
    await user.click(await screen.findByRole('tab', { name: 'Claim tests' }));
    await user.click(await screen.findByRole('button', { name: 'Edit Platform engineer' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit claim test' }));
    await user.type(await dialog.findByLabelText('Name'), 's');
    await user.click(dialog.getByRole('button', { name: 'Save test' }));
    await user.click(await screen.findByRole('button', { name: 'Delete Platform engineers' }));
    expect(await screen.findByText('No claim tests yet.')).toBeVisible();
    expect(await stored()).not.toContain('eng-platform');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('heading', { name: 'Platform engineers' })).toBeVisible();
    expect(await screen.findByText('1 of 1 pass.')).toBeVisible();
  });

  test('a file comes in: what can’t be read is named, a name that is taken is asked about', async () => {
    const { user } = await open(preview);
    await keepPlatformEngineer(user);
    await user.click(await screen.findByRole('tab', { name: 'Claim tests' }));
    const test = (name: string, expected: object) => ({ name, claims: { orgs: ['eng'] }, expect: expected });
    const file = {
      version: 1,
      tests: [test('Platform engineer', {}), test('New', {}), test('Wrong', { groups: { in: ['x'] } })],
    };
    const input = await screen.findByLabelText('Import');
    await user.upload(input, new File([JSON.stringify(file)], 'tests.json', { type: 'application/json' }));
    expect(await screen.findByText('1 test can’t be read, and stay out')).toBeVisible();
    expect(screen.getByText('tests[2] “Wrong”: expect.groups.in[0]: expected organization/name')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'New' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    expect(await screen.findByRole('heading', { name: 'Platform engineer (2)' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Platform engineer' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'New' })).toBeVisible();

    await user.upload(input, new File(['{'], 'tests.json', { type: 'application/json' }));
    expect(await screen.findByText('No claim tests could be read from this file')).toBeVisible();
  });
});

/** What earlier visits have left. */
async function put(...tests: readonly object[]) {
  const { deployment_id } = await (await createSimulator().fetch(new Request('http://x/api/v2/buildinfo'))).json();
  await set(deployment_id, { version: 1, tests }, store);
}

const engineer = { orgs: ['eng'], groups: ['eng-platform', 'nobody'] };

describe('a draft that breaks a test', () => {
  test('says so while it is made, and in the review', async () => {
    const expectations = { groups: { in: ['engineering/platform'] } };
    await put({ name: 'Platform engineer', claims: engineer, expect: expectations });
    const { user, written } = await open(groups);
    expect(await screen.findByText('1 of 1 claim test passes')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Delete eng-platform' }));
    expect(await screen.findByText('0 of 1 claim test passes')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    const review = within(await screen.findByRole('dialog', { name: /^Review changes/ }));
    expect(review.getByText('A claim test fails with this change')).toBeVisible();
    expect(review.getByText('Platform engineer')).toBeVisible();
    expect(review.getByText('in group engineering/platform')).toBeVisible();
    expect(review.getByText('“eng-platform” has no row, and there is no group of this name')).toBeVisible();
    expect(written).toEqual([]);
    await user.click(review.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(await screen.findByText('1 of 1 claim test passes')).toBeVisible();
  });

  test('isn’t saved in one click, also if it takes nothing from anybody', async () => {
    const expectations = { groups: { not_in: ['engineering/sre'] } };
    await put({ name: 'Not on call', claims: engineer, expect: expectations });
    const { user, written } = await open(groups);
    await user.click(await screen.findByRole('combobox', { name: 'IdP group name' }));
    await user.paste('nobody');
    await user.click(screen.getByRole('combobox', { name: 'Coder group' }));
    await user.paste('Site Reliability');
    await user.click(await screen.findByRole('option', { name: /^Site Reliability/ }));
    await user.click(screen.getByRole('button', { name: 'Add IdP group' }));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    const review = within(await screen.findByRole('dialog', { name: /^Review changes/ }));
    expect(review.getByText('not in group engineering/sre')).toBeVisible();
    expect(review.getByText('“nobody” → engineering/sre (row “nobody”)')).toBeVisible();
    expect(written).toEqual([]);
    await user.click(review.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText(/IdP group sync settings updated/)).toBeVisible();
    expect(written).toHaveLength(1);
  });

  test('is held up by nothing where there are no tests', async () => {
    await put();
    const { user, written } = await open(groups);
    await user.click(await screen.findByLabelText('Auto create missing groups'));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    const review = within(await screen.findByRole('dialog', { name: /^Review changes/ }));
    expect(review.queryByText(/claim test/)).not.toBeInTheDocument();
    expect(written).toEqual([]);
    await user.click(review.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
  });

  test('whoever may not read organization sync still sees what their organization gives', async () => {
    const expectations = { organizations: { in: ['engineering'] }, groups: { in: ['engineering/platform'] } };
    await put({ name: 'Platform engineer', claims: engineer, expect: expectations });
    const { user } = await open(groups, { as: 'org-admin' });
    expect(await screen.findByText('0 of 1 claim test passes, 1 not checked')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Delete eng-platform' }));
    expect(await screen.findByText('0 of 1 claim test passes')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
  });
});

test('what this browser holds and can’t be read is said, and never overwritten', async () => {
  await put({ name: 'Platform engineer' });
  const { user } = await open(`${preview}?tab=tests`);
  expect(await screen.findByText('This browser’s claim tests can’t be read')).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'One login' }));
  await paste(user);
  const dialog = await keep(user, 'Another');
  await user.click(dialog.getByRole('button', { name: 'Keep test' }));
  expect(await dialog.findByText('The test couldn’t be stored')).toBeVisible();
  expect(await stored()).not.toContain('Another');
});

describe('the store', () => {
  const none = { in: [], notIn: [] };
  const odd: ClaimTest = {
    name: 'a group without a name',
    claims: new Map([['groups', ['']]]),
    leftOut: [],
    expected: { login: 'works', organizations: none, groups: { in: ['engineering/'], notIn: [] }, roles: none },
  };

  test('keeps what auto create can come to', async () => {
    await changeTests('one', () => [odd]);
    expect(await readTests('one')).toEqual([odd]);
  });

  test('takes nothing that it couldn’t read again, and with it all the others', async () => {
    await changeTests('one', () => [odd]);
    await expect(changeTests('one', (tests) => [...tests, { ...odd, name: '' }])).rejects.toThrow(/can’t be read/);
    expect(await readTests('one')).toEqual([odd]);
  });
});

test('groups that can’t be loaded aren’t asked for again and again', async () => {
  const simulator = createSimulator();
  const first = await open(preview, { as: 'owner', simulator });
  await keepPlatformEngineer(first.user);
  first.unmount();
  let asked = 0;
  await renderApp('/preview?tab=tests', {
    as: 'owner',
    simulator,
    intercept: ({ url }) => {
      if (!/\/organizations\/[^/]+\/groups$/.test(url)) return undefined;
      asked += 1;
      return Response.json({ message: 'No.' }, { status: 400 });
    },
  });
  expect(await screen.findByText(/not checked|couldn’t/)).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const before = asked;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(asked).toBe(before);
});
