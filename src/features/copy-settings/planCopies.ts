import { eachInTurn } from '../../api/eachInTurn.ts';
import type { Organization } from '../../api/organizations.ts';
import { readSettings } from '../../api/syncSettings.ts';
import { type CopyChoice, type CopySource, copySettings, newTarget } from '../../domain/copySettings.ts';
import { countChanges, diffSettings } from '../../domain/diffSettings.ts';
import type { NamedTarget } from '../../domain/policy/resolvePolicy.ts';
import type { CopyFailure, CopyItem, CopyScope, CopySettingsProps } from './CopySettingsProps.ts';

/** What copying would do, organization by organization. */
export interface CopyPlans {
  readonly items: readonly CopyItem[];
  readonly failures: readonly CopyFailure[];
}

/**
 * Reads each organization's settings and what it has to point to, and works out what they would become. One that can't
 * be read doesn't keep the others from being looked at.
 *
 * @param readTargets groups or roles of an organization
 * @param ownLosses what a change takes from whoever copies
 */
export async function planCopies(
  kind: CopyScope['kind'],
  source: CopySource,
  organizations: readonly Organization[],
  choice: CopyChoice,
  readTargets: (organizationId: string) => Promise<readonly NamedTarget[]>,
  ownLosses: CopySettingsProps['ownLosses'],
  onDone: (count: number) => void,
): Promise<CopyPlans> {
  const failures: CopyFailure[] = [];
  const items = await eachInTurn(
    organizations,
    async (organization): Promise<CopyItem | undefined> => {
      const scope = { kind, organizationId: organization.id };
      try {
        const [base, targets] = await Promise.all([readSettings(scope), readTargets(organization.id)]);
        const targetByName = new Map(targets.map(({ name, target }) => [name, target]));
        const { settings, missing, created } = copySettings(kind, source, { settings: base, targetByName }, choice);
        const labels = new Map(targets.map(({ target, label }) => [target, label]));
        for (const name of created) labels.set(newTarget(name), `${name} (new)`);
        const diff = diffSettings(base, settings);
        const nameOf = (target: string) => labels.get(target);
        const changes = countChanges(diff);
        const losses = changes > 0 ? await ownLosses(scope, base, settings) : [];
        return { organization, scope, base, settings, diff, changes, missing, created, nameOf, losses };
      } catch (error) {
        failures.push({ organization, error });
        return undefined;
      }
    },
    onDone,
  );
  return { items: items.filter((item) => item !== undefined), failures };
}
