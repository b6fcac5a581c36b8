import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Core } from '../Core.ts';
import { type Account, accounts } from '../seed/accounts.ts';

/**
 * The page that gives a session token to paste. Coder's gives one of the session in that browser; nobody signs in to
 * the simulator itself, so here one chooses whom it is for, also among those who sign in over OIDC.
 */
export function cliAuthRoutes(core: Core): Hono {
  return new Hono()
    .get('/', (c) => c.html(page(accounts.map(choice)), 200, headers))
    .post('/', async (c) => {
      const { account } = await c.req.parseBody();
      const user = [...core.state.users.values()].find(({ username }) => username === account);
      if (!user || user.status === 'suspended') return c.html(page('There is no such account.'), 404, headers);
      return c.html(page(given(user.username, core.sessions.create(user))), 200, headers);
    });
}

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
};

type Content = Parameters<typeof html>[1];

function page(content: Content) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Session token · Coder simulator</title>
    <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
      button { font: inherit; margin-bottom: 0.25rem; }
      p { margin: 0 0 1rem; }
      code { font-size: 1.125rem; overflow-wrap: anywhere; user-select: all; }
    </style>
  </head>
  <body>
    <h1>Session token</h1>
    ${content}
  </body>
</html>`;
}

function choice({ username, email, may }: Account) {
  return html`<form method="post">
    <button name="account" value="${username}">${email}</button>
    <p>${may}</p>
  </form>`;
}

function given(username: string, token: string) {
  return html`<p>For <strong>${username}</strong>, for a day. Paste it where you sign in.</p>
    <p><code>${token}</code></p>
    <p><a href="">Another account</a></p>`;
}
