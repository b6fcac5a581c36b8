import type { SyncKind } from '../../../domain/settings.ts';
import type { NameOf } from '../previewWords.ts';
import { kinds, outcomeName } from '../previewWords.ts';
import type { Difference, End } from './drawPicture.ts';

/** Where values end that give nothing. */
export function deadEndWords(kind: SyncKind, reason: Extract<End, { type: 'dead-end' }>['reason']): string {
  const { thing } = kinds[kind];
  switch (reason) {
    case 'filtered-out':
      return 'Stopped by the filter';
    case 'mapped-to-nothing':
      return `Empty row: no ${thing}`;
    case 'unmapped':
      return kind === 'organization' ? 'No row' : `No row, no such ${thing}`;
  }
}

/** An end as it is named in the table. */
export function endWords(kind: SyncKind, end: End, nameOf: NameOf): string {
  switch (end.type) {
    case 'target': {
      const name = outcomeName(end.key, nameOf);
      return end.exists ? name : `${name} (doesn’t exist)`;
    }
    case 'dead-end':
      return `nothing: ${deadEndWords(kind, end.reason).toLowerCase()}`;
    case 'rest':
      return `${end.count} more`;
  }
}

/** What a line stands for. */
export const differenceWords: Readonly<Record<Difference, string>> = {
  draft: 'only with the draft',
  saved: 'only as saved',
  both: 'both',
};
