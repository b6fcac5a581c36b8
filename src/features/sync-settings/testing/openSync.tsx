import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { accounts } from '../../../../mocks/seed/accounts.ts';
import { organizations } from '../../../../mocks/seed/organizations.ts';
import { type RenderAppOptions, renderApp } from '../../../app/testing/renderApp.tsx';
import { drafts } from '../useDraft.ts';

// Whether something is hidden takes jsdom longer to find out than all the rest.
configure({ defaultHidden: true });

export interface Written {
  /** After `/settings/idpsync`: `/groups/config`. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const ofEngineering = '/organizations/engineering/idp-sync';
export const pages = {
  groups: ofEngineering,
  roles: `${ofEngineering}?tab=roles`,
  acme: '/organizations/coder/idp-sync',
  organizations: '/deployment/idp-org-sync',
} as const;

/** Opens a page of sync settings without drafts of earlier tests, and keeps what it asks and writes. */
export async function openSync(path: string, options: RenderAppOptions = {}) {
  discardAll();
  const written: Written[] = [];
  const asked: string[] = [];
  const app = await renderApp(path, {
    ...options,
    intercept: async (request) => {
      const { pathname, search } = new URL(request.url);
      asked.push(`${request.method} ${pathname.replace('/api/v2', '')}${search}`);
      if (request.method === 'PATCH') {
        written.push({ path: pathname.replace(/^.*\/settings\/idpsync/, ''), body: await request.clone().json() });
      }
      return options.intercept?.(request);
    },
  });
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  return { ...app, user, written, asked };
}

/** Drafts outlive a page, and so they outlive a test. */
function discardAll(): void {
  const places = ['deployment', ...organizations.map(({ id }) => id)];
  for (const { id } of accounts) {
    for (const place of places)
      for (const kind of ['group', 'role', 'organization']) drafts.discard(`${id}:${kind}:${place}`);
  }
}

export async function isReady(): Promise<void> {
  await screen.findByRole('button', { name: 'Export policy' });
  await screen.findByRole('form', { name: /^Add IdP/ });
}

/** The bar with what is unsaved. */
export async function draftBar() {
  return within(await screen.findByRole('region', { name: 'Unsaved changes' }));
}

export async function save(user: UserEvent): Promise<void> {
  await user.click((await draftBar()).getByRole('button', { name: 'Save' }));
}

export async function dialog(name: string | RegExp) {
  return within(await screen.findByRole('dialog', { name }));
}

/** Fills the row form and adds the row. */
export async function addRow(user: UserEvent, value: string, target: string, kind = 'group'): Promise<void> {
  await replaceText(user, screen.getByRole('combobox', { name: `IdP ${kind} name` }), value);
  await user.click(screen.getByRole('combobox', { name: `Coder ${kind}` }));
  await user.paste(target);
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${target}`) }));
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: `Add IdP ${kind}` }));
}

export async function deleteRow(user: UserEvent, value: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: `Delete ${value}` }));
}

/** Puts a text into a field in one go: a keystroke at a time takes long on a page of this size. */
export async function replaceText(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.click(field);
  if (text !== '') await user.paste(text);
}

export async function isSaved(kind = 'group'): Promise<HTMLElement> {
  const texts = {
    group: /IdP group sync settings updated\./,
    role: /IdP role sync settings updated\./,
    organization: /Organization sync settings updated\./,
  };
  return screen.findByText(texts[kind as keyof typeof texts]);
}

export async function isGone(name: string | RegExp): Promise<void> {
  await waitFor(() => {
    if (screen.queryByRole('dialog', { name })) throw new Error(`There is a dialog ${name}`);
  });
}
