import type { Page } from '@playwright/test';

/** Errors and warnings that a page prints, and those that it throws. */
export class Noise {
  private readonly heard: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(page: Page) {
    page.on('pageerror', (error) => this.heard.push(`thrown: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      this.heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
  }

  /** The browser itself prints a line for each answer with an error status: expected where the test expects the status. */
  allowStatus(...statuses: readonly number[]): void {
    for (const status of statuses) {
      this.allowed.push(new RegExp(`^error: Failed to load resource: .* status of ${status} `));
    }
  }

  /** The same where there is no answer at all. */
  allowNoAnswer(): void {
    this.allowed.push(/^error: Failed to load resource: net::ERR_/);
  }

  unexpected(): readonly string[] {
    return this.heard.filter((line) => !this.allowed.some((pattern) => pattern.test(line)));
  }
}
