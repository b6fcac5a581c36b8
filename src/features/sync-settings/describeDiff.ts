import { countChanges, type SettingsDiff } from '../../domain/diffSettings.ts';
import { formatCount } from '../../ui/formatCount.ts';

/** `2 unsaved changes: filter, 1 mapping added` */
export function describeDiff(diff: SettingsDiff): string {
  const count = countChanges(diff);
  return `${formatCount(count)} unsaved ${count === 1 ? 'change' : 'changes'}: ${listChanges(diff)}`;
}

/** `filter, 1 mapping added` */
export function listChanges({ scalars, added, removed, changed, renamed, legacyDropped }: SettingsDiff): string {
  return [
    scalars.field && 'field',
    scalars.regexFilter && 'filter',
    scalars.autoCreateMissing && 'auto create',
    scalars.assignDefault && 'default organization',
    mappings(added.length, 'added'),
    mappings(changed.length, 'changed'),
    mappings(renamed.length, 'renamed'),
    mappings(removed.length, 'removed'),
    legacyDropped.length > 0 &&
      `${legacyDropped.length} legacy ${legacyDropped.length === 1 ? 'mapping' : 'mappings'} removed`,
  ]
    .filter((text) => typeof text === 'string')
    .join(', ');
}

function mappings(count: number, verb: string): string | undefined {
  if (count === 0) return undefined;
  return `${formatCount(count)} ${count === 1 ? 'mapping' : 'mappings'} ${verb}`;
}
