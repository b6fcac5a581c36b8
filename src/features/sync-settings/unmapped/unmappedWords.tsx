import type { ReactNode } from 'react';
import type { Today, UnmappedValue } from '../../../domain/findUnmapped.ts';
import type { GuessReason } from '../../../domain/guessTargets.ts';
import { shownName } from '../../../domain/shownName.ts';
import { formatCount } from '../../../ui/formatCount.ts';
import { Mono } from '../../../ui/Mono.tsx';
import type { Targets } from '../useTargets.ts';

/** What happens to one value today. */
export function todayText({ today, target = '' }: UnmappedValue, targets: Targets): string {
  const name = shownName(targets.find(target)?.label ?? target);
  switch (today) {
    case 'matched-by-name':
      return `Joins ${name} by its name`;
    case 'passed-through':
      return `Grants ${name} by its name`;
    case 'created':
      return 'Creates a group of this name';
    case 'filtered-out':
      return 'Stopped by the filter';
    case 'unchecked':
      return 'Depends on the filter';
    case 'unmapped':
      return 'Ignored';
  }
}

const together: Readonly<Record<Today, string>> = {
  unmapped: 'ignored',
  'matched-by-name': 'matched to a group by name',
  'passed-through': 'taken as a role by name',
  created: 'made into new groups',
  'filtered-out': 'stopped by the filter',
  unchecked: 'waiting for the filter',
};

/** `9 are ignored, 3 matched to a group by name`. */
export function todaySummary(unmapped: readonly UnmappedValue[]): string {
  const counts = new Map<Today, number>();
  for (const { today } of unmapped) counts.set(today, (counts.get(today) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([today, count]) => `${formatCount(count)} ${together[today]}`)
    .join(', ');
}

/** How sure a guess is. */
export function guessText(reason: GuessReason): ReactNode {
  switch (reason.code) {
    case 'same-name':
      return 'Same name';
    case 'same-label':
      return 'Same display name';
    case 'like-row':
      return (
        <>
          Like your row <Mono>{shownName(reason.row)}</Mono>
        </>
      );
    case 'spelling':
      return 'Same but for case, spaces or signs';
    case 'after-prefix':
      return (
        <>
          Same after <Mono>{shownName(reason.prefix)}</Mono>
        </>
      );
    case 'similar':
      return 'Similar name: check it';
  }
}
