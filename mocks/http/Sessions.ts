import type { User } from '../state/State.ts';

/** An API key: what a session token or a token of the CLI stands for. Never written to disk. */
export interface Session {
  readonly id: string;
  readonly secret: string;
  readonly userId: string;
  readonly lifetimeMs: number;
  expiresAt: number;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const dayMs = 24 * 60 * 60 * 1000;

/** The API keys of a running deployment. Mirrors `coderd/apikey.go` and the token format of `coderd/apikey/apikey.go`. */
export class Sessions {
  private readonly byId = new Map<string, Session>();
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** @returns the token, `<10 characters>-<22 characters>` */
  create(user: User, lifetimeMs = dayMs): string {
    const session: Session = {
      id: randomText(10),
      secret: randomText(22),
      userId: user.id,
      lifetimeMs,
      expiresAt: this.now().getTime() + lifetimeMs,
    };
    this.byId.set(session.id, session);
    return `${session.id}-${session.secret}`;
  }

  get(id: string): Session | undefined {
    return this.byId.get(id);
  }

  /** Sessions slide: each use pushes the end. */
  use(session: Session): void {
    session.expiresAt = this.now().getTime() + session.lifetimeMs;
  }

  delete(id: string): void {
    this.byId.delete(id);
  }

  expireAll(): void {
    for (const session of this.byId.values()) session.expiresAt = this.now().getTime() - 1000;
  }

  clear(): void {
    this.byId.clear();
  }
}

function randomText(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % alphabet.length]).join(
    '',
  );
}
