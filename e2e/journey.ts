import { test as base, expect, type Page } from '@playwright/test';
import { Noise } from './Noise.ts';
import { password, Simulator } from './Simulator.ts';

interface Journey {
  /** The deployment behind the page, fresh for each test. */
  readonly simulator: Simulator;
  /** What the page prints. Anything that a test doesn't expect fails it. */
  readonly noise: Noise;
  /** Opens a page as somebody, who signs in first as a person does. */
  readonly open: (path: string, as?: string) => Promise<Page>;
}

/** A test over a fresh deployment, that fails when the page prints an error. */
export const test = base.extend<Journey>({
  simulator: [
    async ({ baseURL }, use) => {
      // Behind nginx the simulator is a server of its own.
      const simulator = new Simulator(process.env.E2E_SIMULATOR_URL ?? baseURL ?? '');
      await simulator.reset();
      await use(simulator);
    },
    { auto: true },
  ],
  noise: [
    async ({ page }, use) => {
      const noise = new Noise(page);
      await use(noise);
      expect(noise.unexpected(), 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page }, use) => {
    await use(async (path, as = 'org-admin') => {
      await page.goto(path);
      await page.getByLabel('Email').fill(`${as}@example.com`);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0);
      return page;
    });
  },
});

export { expect };
