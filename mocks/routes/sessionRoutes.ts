import { Hono } from 'hono';
import { type Core, updateUser } from '../Core.ts';
import { goString, goStruct } from '../go-json/goTypes.ts';
import { ApiError, resourceNotFound } from '../http/ApiError.ts';
import { answer, goTime } from '../http/answer.ts';
import type { Env } from '../http/Env.ts';
import { requireSession, userParam } from '../http/middleware.ts';
import { isEmail } from '../http/names.ts';
import { failedTag, readBody } from '../http/readBody.ts';
import { sessionCookie } from '../http/sessionToken.ts';
import { accountPassword } from '../seed/accounts.ts';

const yearSeconds = 365 * 24 * 60 * 60;
const credentials = goStruct(
  'LoginWithPasswordRequest',
  { email: '', password: '' },
  { email: ['email', goString], password: ['password', goString] },
);

/** Login, logout and tokens. Mirrors `coderd/userauth.go` and `coderd/apikey.go`. */
export function sessionRoutes(core: Core): Hono<Env> {
  return new Hono<Env>()
    .get('/users/first', () => {
      if (!core.state.deployment.setUp) throw new ApiError(404, { message: 'The initial user has not been created!' });
      return answer(200, { message: 'The initial user has already been created!' });
    })
    .get('/users/authmethods', () =>
      answer(200, {
        password: { enabled: core.state.deployment.passwordLogin },
        github: { enabled: false, default_provider_configured: false },
        oidc: { enabled: true, signInText: 'Acme SSO', iconUrl: '' },
      }),
    )
    .post('/users/login', async (c) => {
      const { email, password } = await readBody(c.req.raw, credentials, (body) => [
        ...(body.email === '' ? [failedTag('email', 'required', '')] : []),
        ...(body.email !== '' && !isEmail(body.email) ? [failedTag('email', 'email', body.email)] : []),
        ...(body.password === '' ? [failedTag('password', 'required', '')] : []),
      ]);
      const user = passwordLogin(core, email, password);
      const token = core.sessions.create(user);
      return answer(
        201,
        { session_token: token },
        { 'Set-Cookie': `${sessionCookie}=${token}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax` },
      );
    })
    .post('/users/logout', requireSession(core), (c) => {
      core.sessions.delete(c.get('session').id);
      return answer(
        200,
        { message: 'Logged out!' },
        { 'Set-Cookie': `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` },
      );
    })
    .post('/users/:user/keys', requireSession(core), userParam(core), (c) => {
      if (c.get('target').id !== c.get('user').id && !c.get('user').siteRoles.includes('owner'))
        throw resourceNotFound();
      const week = 7 * 24 * 60 * 60 * 1000;
      return answer(201, { key: core.sessions.create(c.get('target'), week) });
    });
}

/** Mirrors `coderd/userauth.go` loginRequest. */
function passwordLogin(core: Core, email: string, password: string) {
  const user = Array.from(core.state.users.values()).find((one) => one.email.toLowerCase() === email.toLowerCase());
  if (!user || password !== accountPassword) {
    throw new ApiError(401, { message: 'Incorrect email or password.' });
  }
  if (!core.state.deployment.passwordLogin)
    throw new ApiError(403, { message: 'Password authentication is disabled.' });
  if (user.loginType !== 'password') {
    throw new ApiError(403, {
      message: `Incorrect login type, attempting to use "password" but user is of login type "${user.loginType}"`,
    });
  }
  if (user.status === 'suspended') {
    throw new ApiError(401, { message: 'Your account is suspended. Contact an admin to reactivate your account.' });
  }
  const now = goTime(core.now());
  const active = { ...user, status: 'active' as const, lastSeenAt: now };
  updateUser(core, active);
  return active;
}
