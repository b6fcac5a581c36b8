import type { SettingsDiff } from '../../../domain/diffSettings.ts';
import type { ReviewReason } from '../../../domain/reviewReasons.ts';
import type { SyncKind } from '../../../domain/settings.ts';
import { shownName } from '../../../domain/shownName.ts';
import { kindWords } from '../kinds.ts';

/** Says in a sentence what a change can take away. */
export function reasonWords(kind: SyncKind, reason: ReviewReason, diff: SettingsDiff): string {
  const { name, target, oneTarget } = kindWords[kind];
  switch (reason) {
    case 'sync-on':
      return kind === 'organization'
        ? `Switches ${name} on: it reads the claim “${shownName(diff.scalars.field?.to ?? '')}”. Whoever doesn’t have it leaves every organization; the default one only if “Assign Default Organization” is off. If it can’t be read, the login fails.`
        : `Switches ${name} on: it reads the claim “${shownName(diff.scalars.field?.to ?? '')}”. Everybody loses each ${target} here that it doesn’t give them, also one given by hand.`;
    case 'sync-off':
      return `Switches ${name} off. Nobody gains or loses anything through it any more; what people have stays.`;
    case 'field-changed':
      return kind === 'organization'
        ? `Reads another claim: “${shownName(diff.scalars.field?.to ?? '')}”. Whoever doesn’t have it leaves every organization; the default one only if “Assign Default Organization” is off. If it can’t be read, the login fails.`
        : `Reads another claim: “${shownName(diff.scalars.field?.to ?? '')}”. Everybody loses each ${target} here that it doesn’t give them, also one given by hand.`;
    case 'filter-changed':
      return 'Values that don’t pass the new filter give nothing any more, also where a mapping names them.';
    case 'rows-removed':
      return kind === 'organization'
        ? 'People who got an organization only from a removed mapping leave it, with their groups and roles there.'
        : `People lose what only a removed mapping gave them. Its value then gives the ${target} of exactly its name, if there is one.`;
    case 'targets-removed':
      return `People lose a removed ${target}, unless another value of theirs gives it too.`;
    case 'rows-renamed':
      return 'A renamed mapping applies to the new value only.';
    case 'values-swallowed':
      return `A mapping without ${oneTarget} keeps its value from giving anything.`;
    case 'default-off':
      return 'Whoever no mapping puts into the default organization leaves it, with their groups and roles there. Workspaces stay, without access.';
    case 'auto-create-on':
      return 'Every value that passes the filter and has no mapping and no group of its name becomes a new group.';
    case 'legacy-dropped':
      return 'Legacy mappings from server flags are erased for good: people lose the groups that they give.';
  }
}
