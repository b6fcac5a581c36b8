import { type Core, writeAudit } from '../Core.ts';
import { ApiError } from '../http/ApiError.ts';
import { goTime } from '../http/answer.ts';
import type { ApiContext } from '../http/Env.ts';
import type { AuditChange, AuditEntry } from '../state/State.ts';
import { sameValue } from '../state/sameValue.ts';

/** What an audited request is about. */
export interface AuditSubject {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly resourceTarget: string;
  readonly action: AuditEntry['action'];
  readonly organizationId: string | null;
}

/** Key → value of an audited resource; nil as `null`. */
export type AuditFields = ReadonlyMap<string, unknown>;

/** What a handler gives back to be audited. */
export interface Audited {
  readonly response: Response;
  readonly before: AuditFields;
  readonly after: AuditFields;
  readonly resourceId?: string;
}

/**
 * Runs a handler and writes its audit entry, also when it fails.
 *
 * Mirrors `coderd/audit/request.go` InitRequest.
 */
export async function audited(
  core: Core,
  c: ApiContext,
  subject: AuditSubject,
  handle: () => Promise<Audited>,
): Promise<Response> {
  const entry = {
    id: crypto.randomUUID(),
    requestId: c.get('requestId'),
    time: goTime(core.now()),
    ip: '127.0.0.1',
    userAgent: c.req.header('User-Agent') ?? '',
    ...subject,
    userId: c.get('user').id,
  };
  try {
    const { response, before, after, resourceId } = await handle();
    writeAudit(core, {
      ...entry,
      resourceId: resourceId ?? entry.resourceId,
      diff: auditDiff(before, after),
      statusCode: response.status,
    });
    return response;
  } catch (error) {
    if (error instanceof ApiError) writeAudit(core, { ...entry, diff: new Map(), statusCode: error.status });
    throw error;
  }
}

/** Marks a regex: both sides of a changed one serialise as `{}`, because Go's marshaller is on the pointer. */
export class AuditRegex {
  readonly source: string | null;

  constructor(source: string | null) {
    this.source = source;
  }
}

/** The changed keys. Mirrors `enterprise/audit/diff.go` diffValues: nil differs from empty, and is left out. */
function auditDiff(before: AuditFields, after: AuditFields): ReadonlyMap<string, AuditChange> {
  const diff = new Map<string, AuditChange>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(key) ?? null;
    const fresh = after.get(key) ?? null;
    if (old instanceof AuditRegex && fresh instanceof AuditRegex) {
      if (old.source !== fresh.source) diff.set(key, { old: {}, new: {} });
    } else if (!sameValue(old, fresh)) {
      diff.set(key, { ...(old !== null && { old }), ...(fresh !== null && { new: fresh }) });
    }
  }
  return diff;
}
