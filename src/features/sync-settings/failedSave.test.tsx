import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accountPassword } from '../../../mocks/seed/accounts.ts';
import { organizationId } from '../../../mocks/seed/organizations.ts';
import { createSimulator } from '../../../mocks/simulator.ts';
import { loadGroupSync } from '../../../mocks/state/syncSettings.ts';
import { deleteRow, dialog, draftBar, isReady, isSaved, openSync, pages, save } from './testing/openSync.tsx';

const acme = organizationId('coder');
const failed = /Failed to update IdP group sync settings\./;

/** The group settings of the default organization: a change of a switch there is one request, with a row two. */
function acmeSettings() {
  const simulator = createSimulator();
  const stored = () => loadGroupSync(simulator.state, acme);
  return { simulator, stored };
}

type Answer = () => Response;
const step = { 'the fresh read': 'GET', 'the write': 'PATCH' } as const;

/** Lets one request of a save go wrong, once it is armed. */
function trap(method: 'GET' | 'PATCH', answer: Answer) {
  let isArmed = false;
  let count = 0;
  return {
    arm: () => {
      isArmed = true;
    },
    count: () => count,
    intercept: (request: Request) => {
      if (
        !isArmed ||
        request.method !== method ||
        !/\/settings\/idpsync\/groups(\/|$)/.test(new URL(request.url).pathname)
      ) {
        return undefined;
      }
      isArmed = false;
      count += 1;
      return answer();
    },
  };
}

const failures: readonly (readonly [string, Answer, RegExp])[] = [
  ['500', () => Response.json({ message: 'Broken.', detail: 'pq: down' }, { status: 500 }), /Broken\. pq: down/],
  [
    '400 with validations',
    () =>
      Response.json(
        { message: 'Bad.', validations: [{ field: 'regex_filter', detail: 'not a regex' }] },
        { status: 400 },
      ),
    /regex_filter: not a regex/,
  ],
  [
    'offline',
    () => {
      throw new TypeError('Failed to fetch');
    },
    /Check the network/,
  ],
  ['other JSON than settings', () => Response.json({ field: 1 }), /Unexpected answer/],
];

describe('a save that fails', () => {
  it.each(
    Object.entries(step).flatMap(([name, method]) =>
      failures.slice(method === 'GET' ? 2 : 0).map((failure) => [name, method, ...failure] as const),
    ),
  )('%s (%s): %s: keeps the draft, says why, and a retry finishes', async (_step, method, _name, answer, words) => {
    const { simulator, stored } = acmeSettings();
    const { arm, count, intercept } = trap(method, answer);
    const { user } = await openSync(pages.acme, { simulator, intercept });
    await isReady();
    const toggle = screen.getByRole('switch', { name: 'Auto create missing groups' });
    await user.click(toggle);
    await save(user);
    const review = await dialog(/^Review changes/);
    arm();
    await user.click(review.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findAllByText(failed)).toHaveLength(1);
    expect(count()).toBe(1);
    expect(screen.getByText(words)).toBeVisible();
    expect(stored().autoCreateMissing).toBe(false);
    expect(toggle).toBeChecked();
    expect((await draftBar()).getByText('1 unsaved change: auto create')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await isSaved();
    expect(stored().autoCreateMissing).toBe(true);
    expect(screen.queryByText(failed)).not.toBeInTheDocument();
  });

  it('by half says which half, and the retry sends the rest alone', async () => {
    const { simulator, stored } = acmeSettings();
    simulator.state.groupSync.set(acme, {
      ...stored(),
      mapping: new Map([['people', [organizationId('coder'), 'aaaaaaaa-0000-4000-8000-000000000001']]]),
    });
    let isBroken = true;
    const { user, written } = await openSync(pages.acme, {
      simulator,
      intercept: (request) =>
        isBroken && request.method === 'PATCH' && request.url.endsWith('/mapping')
          ? Response.json({ message: 'Broken.' }, { status: 500 })
          : undefined,
    });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await user.click((await screen.findAllByRole('button', { name: 'Remove it' }))[0] as HTMLElement);
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText(failed)).toBeVisible();
    expect(screen.getByText(/switch are saved; the mappings are not/)).toBeVisible();
    expect(stored().autoCreateMissing).toBe(true);
    expect((await draftBar()).getByText('1 unsaved change: 1 mapping changed')).toBeVisible();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await isSaved();
    expect(written.map(({ path }) => path)).toEqual(['/groups/config', '/groups/mapping', '/groups/mapping']);
    expect(stored().mapping?.get('people')).toHaveLength(1);
    expect(stored().legacyNameMapping.size).toBe(5);
  });

  it('because the session has ended goes on once the same person has signed in, over the page', async () => {
    const { simulator, stored } = acmeSettings();
    const { user } = await openSync(pages.acme, { simulator });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    const review = await dialog(/^Review changes/);
    simulator.applyScenario('the session expires');
    await user.click(review.getByRole('button', { name: 'Save changes' }));
    const signIn = await dialog('Sign in again');
    expect(stored().autoCreateMissing).toBe(false);
    expect(screen.getByRole('switch', { name: 'Auto create missing groups' })).toBeChecked();
    await user.type(signIn.getByLabelText('Password'), accountPassword);
    await user.click(signIn.getByRole('button', { name: 'Sign in' }));
    await isSaved();
    expect(stored().autoCreateMissing).toBe(true);
  });

  it('because the session has ended never goes on for another person', async () => {
    const { simulator, stored } = acmeSettings();
    const { user, written } = await openSync(pages.acme, { simulator });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    const review = await dialog(/^Review changes/);
    simulator.applyScenario('the session expires');
    await user.click(review.getByRole('button', { name: 'Save changes' }));
    const signIn = await dialog('Sign in again');
    const email = signIn.getByLabelText('Email');
    await user.clear(email);
    await user.type(email, 'user-admin@example.com');
    await user.type(signIn.getByLabelText('Password'), accountPassword);
    const before = written.length;
    await user.click(signIn.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.getByRole('switch', { name: 'Auto create missing groups' })).not.toBeChecked());
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(written.slice(before)).toEqual([]);
    expect(stored().autoCreateMissing).toBe(false);
  });

  it('because the right was taken away leaves the page read-only, with the draft', async () => {
    const { simulator, stored } = acmeSettings();
    let isForbidden = false;
    const { user } = await openSync(pages.acme, {
      simulator,
      intercept: async (request) => {
        if (!isForbidden) return undefined;
        if (request.method === 'PATCH') return Response.json({ message: 'Forbidden.' }, { status: 403 });
        if (!request.url.endsWith('/authcheck')) return undefined;
        const answer: Record<string, boolean> = await (await simulator.fetch(request.clone())).json();
        const { checks } = await request.json();
        for (const name of Object.keys(answer)) if (checks[name].action === 'update') answer[name] = false;
        return Response.json(answer);
      },
    });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    const review = await dialog(/^Review changes/);
    isForbidden = true;
    await user.click(review.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('You can’t change the sync settings of Acme')).toBeVisible();
    const toggle = screen.getByRole('switch', { name: 'Auto create missing groups' });
    expect(toggle).toBeChecked();
    expect(toggle).toBeDisabled();
    expect(screen.getByText(/Your draft is kept here; it can’t be saved\./)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(stored().autoCreateMissing).toBe(false);
  });

  it('because of too many requests says how long to wait', async () => {
    const { simulator, stored } = acmeSettings();
    const { user } = await openSync(pages.acme, { simulator });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    simulator.applyScenario('the next save answers 429');
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText(/Too many requests/)).toBeVisible();
    expect(screen.getByText(/Trying again in (60|59) s\./)).toBeVisible();
    expect(stored().autoCreateMissing).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await isSaved();
    expect(stored().autoCreateMissing).toBe(true);
  });

  it('after a time-out that wrote all the same: the retry only looks, and blames nobody', async () => {
    const { simulator, stored } = acmeSettings();
    const { arm, intercept } = trap('PATCH', () => {
      simulator.state.groupSync.set(acme, { ...stored(), autoCreateMissing: true });
      throw new TypeError('Failed to fetch');
    });
    const { user, written } = await openSync(pages.acme, { simulator, intercept });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    arm();
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    await screen.findByText(failed);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await isSaved()).not.toHaveTextContent('somebody else');
    expect(written).toHaveLength(1);
  });
});

describe('edits while a save is on its way', () => {
  it('stay in the draft, on top of what is saved', async () => {
    const { simulator } = acmeSettings();
    let answer = () => undefined as undefined;
    const isAnswered = new Promise<undefined>((resolve) => {
      answer = () => resolve(undefined) as undefined;
    });
    const { user } = await openSync(pages.groups, {
      simulator,
      intercept: (request) => (request.method === 'PATCH' ? isAnswered : undefined),
    });
    await isReady();
    await user.click(screen.getByRole('switch', { name: 'Auto create missing groups' }));
    await save(user);
    await user.click((await dialog(/^Review changes/)).getByRole('button', { name: 'Save changes' }));
    await user.click(screen.getByRole('tab', { name: /Role sync settings/ }));
    await screen.findByRole('combobox', { name: 'Role sync field' });
    await user.click(screen.getByRole('tab', { name: /Group sync settings/ }));
    await isReady();
    await deleteRow(user, 'eng-build');
    answer();
    expect(await screen.findByText('1 unsaved change: 1 mapping removed')).toBeVisible();
    const engineering = loadGroupSync(simulator.state, organizationId('engineering'));
    expect(engineering.autoCreateMissing).toBe(true);
    expect(engineering.mapping?.has('eng-build')).toBe(true);
  });
});
