import type { Organization, Role } from '../../api/organizations.ts';
import type { Sources } from '../../ui/SourceList.tsx';

/** What the person may do with the custom roles of an organization. */
interface RoleAbilities {
  readonly create: boolean;
  readonly update: boolean;
  readonly delete: boolean;
}

/** What the roles page takes from the rest of the product. */
export interface RolesContext {
  readonly organization: Organization;
  readonly may: RoleAbilities;
  readonly sources: Sources;
  /** Keys of the mapping rows that name a role; undefined if the mapping isn't known. */
  readonly rowsOf: ((name: string) => readonly string[]) | undefined;
  /** Where a row of the mapping is shown. */
  readonly rowAddress: (key: string) => string;
  /** Starts a draft that takes a role out of its rows, and goes there; undefined for those who can't change them. */
  readonly onTakeOut: ((role: Role) => void) | undefined;
}
