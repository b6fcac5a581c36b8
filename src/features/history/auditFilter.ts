import type { AuditFilter } from '../../api/audit.ts';

/** Which entries a person wants to see. Days are local, `YYYY-MM-DD`, both included; empty: any. */
export interface HistoryFilter {
  readonly username: string;
  readonly from: string;
  readonly to: string;
}

export const noFilter: HistoryFilter = { username: '', from: '', to: '' };

/** The filter in the server's days, which are of UTC: where they don't fit the local ones they are wider. */
export function auditFilter({ username, from, to }: HistoryFilter): AuditFilter {
  const start = startOf(from);
  const end = endOf(to);
  return {
    ...(username !== '' && { username }),
    ...(start && { fromDay: start.toISOString().slice(0, 10) }),
    ...(end && { toDay: end.toISOString().slice(0, 10) }),
  };
}

/** Whether a moment is in the local days of the filter. */
export function isWithin({ from, to }: HistoryFilter, time: Date): boolean {
  const start = startOf(from);
  const end = endOf(to);
  return (!start || time >= start) && (!end || time <= end);
}

function startOf(day: string): Date | undefined {
  return localTime(day, '00:00:00.000');
}

function endOf(day: string): Date | undefined {
  return localTime(day, '23:59:59.999');
}

/** A year that is still being typed, such as 0020, is no day yet. */
function localTime(day: string, clock: string): Date | undefined {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(day)) return undefined;
  const time = new Date(`${day}T${clock}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
