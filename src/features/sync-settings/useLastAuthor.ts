import { useQuery } from '@tanstack/react-query';
import { lastChangeQuery } from '../../api/audit.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { relativeTime } from '../../ui/times.ts';

/** Who saved these settings last, and when: `Grace, 4 minutes ago`. `Somebody else`, if the log doesn't tell. */
export function useLastAuthor(scope: SettingsScope): string {
  const { data } = useQuery(lastChangeQuery(scope));
  if (!data?.person) return 'Somebody else';
  return `${data.person.displayName}, ${relativeTime(data.time, new Date())},`;
}
