/** The three things that IdP sync decides. */
export type SyncKind = 'group' | 'role' | 'organization';

/** UUID of a group. The group "Everyone" has the id of its organization. */
export type GroupId = string;
/** UUID of an organization. */
export type OrganizationId = string;
/** `name` of a role, never its display name: this is what mappings store. */
export type RoleName = string;
/** What one claim value can be mapped to: a {@link GroupId}, a {@link RoleName} or an {@link OrganizationId}, by kind. */
export type Target = GroupId | RoleName | OrganizationId;

/** Claim value → targets. An empty list is meaningful: the value gives nothing and isn't looked at any further. */
export type Mapping = ReadonlyMap<string, readonly Target[]>;

/**
 * What the deployment stores for one sync, for each of the three kinds. Scalars that a kind doesn't have keep their
 * value from {@link emptySettings}, so that one editor, one draft and one diff serve all three.
 */
export interface SyncSettings {
  /** Name of the claim that is read, an exact top-level key. Empty: this sync is off. */
  readonly field: string;
  readonly mapping: Mapping;
  /** Groups only. RE2, unanchored, tested on each claim value before the mapping. `null` and `''` let everything pass. */
  readonly regexFilter: string | null;
  /** Groups only. A value without a row and without a group of its name creates that group. */
  readonly autoCreateMissing: boolean;
  /** Organizations only. Everybody is put into the default organization, as long as a field is set. */
  readonly assignDefault: boolean;
  /** Groups of the default organization only, read-only through the API: claim value → group name, from server flags. */
  readonly legacyNameMapping: ReadonlyMap<string, string>;
}

/** Settings of a sync that was never configured. */
export const emptySettings: SyncSettings = {
  field: '',
  mapping: new Map(),
  regexFilter: null,
  autoCreateMissing: false,
  assignDefault: false,
  legacyNameMapping: new Map(),
};
