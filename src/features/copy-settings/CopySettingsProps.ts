import type { ReactNode } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import type { MissingTarget } from '../../domain/copySettings.ts';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import type { OwnLosses } from '../../domain/lockOut.ts';
import type { NamedTarget } from '../../domain/policy/resolvePolicy.ts';
import type { SyncSettings, Target } from '../../domain/settings.ts';

/** Group or role sync of an organization. */
export type CopyScope = Extract<SettingsScope, { readonly kind: 'group' | 'role' }>;

/** How a save in one organization ended. */
export type CopyOutcome =
  | { readonly type: 'saved' }
  /** Nothing was written: somebody else has changed it since it was looked at. */
  | { readonly type: 'changed-meanwhile' }
  /** Nothing was written: it would erase legacy name mappings. */
  | { readonly type: 'erases-legacy' }
  | { readonly type: 'failed'; readonly error: unknown; readonly isHalfSaved: boolean }
  /** Nothing was written: a group that it needs couldn't be made. */
  | { readonly type: 'not-created'; readonly error: unknown; readonly name: string };

/** What copying needs of the form that it belongs to, and of the page. */
export interface CopySettingsProps {
  readonly scope: CopyScope;
  readonly organization: Organization;
  /** The settings to copy, as they are saved. */
  readonly saved: SyncSettings;
  readonly hasDraft: boolean;
  readonly directory: readonly NamedTarget[] | undefined;
  /** A change of another organization, in the names of its targets. */
  readonly renderChange: (diff: SettingsDiff, nameOf: (target: Target) => string | undefined) => ReactNode;
  /** Saves in one organization, onto what was looked at. */
  readonly save: (scope: CopyScope, base: SyncSettings, settings: SyncSettings) => Promise<CopyOutcome>;
  readonly renderLink: (organization: Organization) => ReactNode;
  /** Asks what the change of one organization takes from whoever copies. */
  readonly ownLosses: (scope: CopyScope, base: SyncSettings, settings: SyncSettings) => Promise<OwnLosses>;
  readonly renderLosses: (item: CopyItem) => ReactNode;
}

/** What is to be written to one organization. */
export interface CopyItem {
  readonly organization: Organization;
  readonly scope: CopyScope;
  readonly base: SyncSettings;
  readonly settings: SyncSettings;
  readonly diff: SettingsDiff;
  /** How many things change. */
  readonly changes: number;
  readonly missing: readonly MissingTarget[];
  /** Names of groups that are made first. */
  readonly created: readonly string[];
  readonly nameOf: (target: Target) => string | undefined;
  /** What whoever copies would lose there themselves. */
  readonly losses: OwnLosses;
}

/** An organization that couldn't be looked at. */
export interface CopyFailure {
  readonly organization: Organization;
  readonly error: unknown;
}
