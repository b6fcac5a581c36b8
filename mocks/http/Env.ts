import type { Context, MiddlewareHandler } from 'hono';
import type { Subject } from '../authorization/Subject.ts';
import type { Organization, User } from '../state/State.ts';
import type { Session } from './Sessions.ts';

/** What middleware has found out about a request. */
export interface Env {
  Variables: {
    requestId: string;
    /** The caller. */
    user: User;
    subject: Subject;
    session: Session;
    /** `{organization}` of the path. */
    organization: Organization;
    /** `{user}` of the path. */
    target: User;
  };
}

export type ApiContext = Context<Env>;
export type ApiMiddleware = MiddlewareHandler<Env>;
