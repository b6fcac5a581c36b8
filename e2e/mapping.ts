import type { Locator, Page } from '@playwright/test';

const labels = {
  group: ['IdP group name', 'Coder group'],
  role: ['IdP role name', 'Coder role'],
  organization: ['IdP organization name', 'Coder organization'],
} as const;

type Kind = keyof typeof labels;

/** The form that adds a row. */
export function composer(page: Page, kind: Kind = 'group'): Locator {
  return page.getByRole('form', { name: `Add IdP ${kind}` });
}

/** Adds a row as a person with a mouse does. */
export async function addRow(page: Page, value: string, target: string, kind: Kind = 'group'): Promise<void> {
  const form = composer(page, kind);
  const [valueLabel, targetLabel] = labels[kind];
  await form.getByLabel(valueLabel).fill(value);
  await form.getByRole('combobox', { name: targetLabel }).fill(target);
  await page.getByRole('option', { name: target }).first().click();
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: `Add IdP ${kind}` }).click();
}

/** One row of the mapping table. */
export function row(page: Page, value: string, kind: Kind = 'group'): Locator {
  return page.getByTestId(`${kind === 'organization' ? 'idp-org' : kind}-${value}`);
}

/** The bar that counts what is unsaved. */
export function draftBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Unsaved changes' });
}

/** The preview beside the form. */
export function preview(page: Page): Locator {
  return page.getByRole('region', { name: 'Preview' });
}
