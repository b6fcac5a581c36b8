import type { Claims } from './claims.ts';

/** The server flags that decide about the address of whoever signs in. */
export interface EmailFlags {
  readonly ignoreEmailVerified: boolean;
  /** `CODER_OIDC_EMAIL_DOMAIN`; empty lets every address in. */
  readonly emailDomains: readonly string[];
  /** `CODER_OIDC_EMAIL_FIELD` */
  readonly emailField: string;
}

/** Why an address isn't let in, in the server's words. */
export interface EmailRefusal {
  readonly code: 'not-a-text' | 'not-verified' | 'other-domain';
  readonly status: 400 | 403;
  readonly title: string;
}

/**
 * Checks the address before everything else. An absent one passes here, since claims are often pasted without it; the
 * server takes `preferred_username` for it if that is an address, and refuses the login otherwise.
 *
 * Mirrors `coderd/userauth.go` userOIDC.
 */
export function checkEmail(claims: Claims, flags: EmailFlags): EmailRefusal | undefined {
  const email = claims.get(flags.emailField) ?? addressIn(claims.get('preferred_username'));
  if (email !== undefined && typeof email !== 'string') {
    return { code: 'not-a-text', status: 400, title: 'Email in OIDC payload isn’t a string.' };
  }
  if (claims.get('email_verified') === false && !flags.ignoreEmailVerified) {
    const title = `Verify the ${JSON.stringify(email ?? '')} email address on your OIDC provider to authenticate!`;
    return { code: 'not-verified', status: 403, title };
  }
  if (email === undefined || flags.emailDomains.length === 0) return undefined;
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  if (at >= 0 && flags.emailDomains.some((allowed) => allowed.replace(/^@/, '').toLowerCase() === domain))
    return undefined;
  const title = `Your email ${JSON.stringify(email)} is not from an authorized domain! Please contact your administrator.`;
  return { code: 'other-domain', status: 403, title };
}

function addressIn(username: unknown): string | undefined {
  return typeof username === 'string' && /^[^\s@]+@[^\s@]+$/.test(username) ? username : undefined;
}
