import { Hono } from 'hono';
import type { Core } from '../Core.ts';
import { answer } from '../http/answer.ts';
import type { Env } from '../http/Env.ts';
import { requireSession, userParam } from '../http/middleware.ts';

/** What Coder's own dashboard loads around any of its pages. Mirrors `coderd/appearance`, `coderd/users.go` and `coderd/workspaceproxies.go`. */
export function dashboardRoutes(core: Core): Hono<Env> {
  return new Hono<Env>()
    .get('/appearance', () =>
      answer(200, {
        application_name: '',
        logo_url: '',
        docs_url: 'https://coder.com/docs',
        service_banner: { enabled: false },
        announcement_banners: [],
        support_links: [],
      }),
    )
    .get('/users/:user/appearance', requireSession(core), userParam(core), () =>
      answer(200, { theme_preference: '', terminal_font: '' }),
    )
    .get('/regions', requireSession(core), (c) =>
      answer(200, {
        regions: [
          {
            id: '3a2f1c5e-0d7b-4e86-9b1d-5c4e2f7a9d10',
            name: 'primary',
            display_name: 'Default',
            icon_url: '',
            healthy: true,
            path_app_url: new URL(c.req.url).origin,
            wildcard_hostname: '',
          },
        ],
      }),
    );
}
