import { eachInTurn } from '../../api/eachInTurn.ts';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { readSettings } from '../../api/syncSettings.ts';
import { countChanges, diffSettings } from '../../domain/diffSettings.ts';
import type { BundleEntry } from '../../domain/policy/policyBundle.ts';
import { resolvePolicy } from '../../domain/policy/resolvePolicy.ts';
import type { SyncSettings } from '../../domain/settings.ts';

/** What one part of a bundle would change here. */
export interface BundleItem {
  readonly scope: SettingsScope;
  readonly title: string;
  readonly saved: SyncSettings;
  readonly settings: SyncSettings;
  readonly changes: number;
  /** Targets by a name, which only the organization's own page can resolve. */
  readonly left: number;
}

/** Organizations of a bundle that aren't here, by name. */
export interface BundleAssessment {
  readonly items: readonly BundleItem[];
  readonly missing: readonly string[];
  /** Parts that can't be read, in words. */
  readonly unreadable: readonly string[];
}

/**
 * Holds a bundle against what is saved. Organizations are found by id, then by name.
 *
 * @throws ApiError
 */
export async function assessBundle(
  entries: readonly BundleEntry[],
  organizations: readonly Organization[],
  onDone: (count: number) => void,
): Promise<BundleAssessment> {
  const missing = new Set<string>();
  const unreadable: string[] = [];
  const found = entries.flatMap(({ kind, organization, document }) => {
    const own = organization && findOwn(organization, organizations);
    if (organization && !own) {
      missing.add(organization.name || organization.id);
      return [];
    }
    const title = own ? `${kind === 'group' ? 'Group' : 'Role'} sync of ${own.displayName}` : 'Organization sync';
    if (!document.ok) {
      unreadable.push(`${title}, line ${document.error.line}: ${document.error.message}`);
      return [];
    }
    const scope: SettingsScope | undefined =
      kind === 'organization' ? { kind } : own && { kind, organizationId: own.id };
    return scope ? [{ scope, title, document: document.value }] : [];
  });
  const items = await eachInTurn(
    found,
    async ({ scope, title, document }): Promise<BundleItem> => {
      const saved = await readSettings(scope);
      const { settings, unresolved } = resolvePolicy(scope.kind, document, saved, []);
      return {
        scope,
        title,
        saved,
        settings,
        changes: countChanges(diffSettings(saved, settings)),
        left: unresolved.length,
      };
    },
    onDone,
  );
  return { items, missing: [...missing], unreadable };
}

function findOwn({ id, name }: { readonly id: string; readonly name: string }, organizations: readonly Organization[]) {
  return organizations.find((one) => one.id === id) ?? organizations.find((one) => one.name === name);
}
