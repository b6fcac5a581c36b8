import type { Group } from '../../api/groups.ts';
import type { Organization } from '../../api/organizations.ts';
import type { Sources } from '../../ui/SourceList.tsx';

/** What the person may do with the groups of an organization. */
interface GroupAbilities {
  readonly create: boolean;
  readonly update: boolean;
  readonly delete: boolean;
}

/** What the groups page takes from the rest of the product. */
export interface GroupsContext {
  readonly organization: Organization;
  readonly may: GroupAbilities;
  readonly sources: Sources;
  /** Keys of the mapping rows that name a group; undefined if the mapping isn't known. */
  readonly rowsOf: ((id: string) => readonly string[]) | undefined;
  /** Group sync is on and runs at login, so it owns the members. */
  readonly isSynced: boolean;
  /** Group sync makes a group for a value that names none. */
  readonly makesMissing: boolean;
  /** Where a row of the mapping is shown. */
  readonly rowAddress: (key: string) => string;
  /** Starts a draft that takes a group out of its rows, and goes there; undefined for those who can't change them. */
  readonly onTakeOut: ((group: Group) => void) | undefined;
}
