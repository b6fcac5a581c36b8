import type { RateLimiter } from './http/RateLimiter.ts';
import type { Sessions } from './http/Sessions.ts';
import type { Faults } from './scenarios/Faults.ts';
import type { AuditEntry, State, User } from './state/State.ts';

/** What the routes share: the data and the running parts of one simulated deployment. */
export interface Core {
  /** Replaced as a whole by a reset; look it up at each use. */
  state: State;
  readonly sessions: Sessions;
  readonly rateLimiter: RateLimiter;
  readonly faults: Faults;
  readonly now: () => Date;
}

export function updateUser(core: Core, user: User): void {
  core.state.users.set(user.id, user);
}

/** Audit entries are written only with the feature. */
export function writeAudit(core: Core, entry: AuditEntry): void {
  if (core.state.deployment.features.includes('audit_log')) core.state.auditLog.push(entry);
}
