import type { SettingsScope } from '../../../api/keys.ts';
import type { PreviewFlags } from '../../../api/previewFlags.ts';
import { checkEmail } from '../../../domain/checkEmail.ts';
import type { Claims } from '../../../domain/claims.ts';
import type { CompiledLogin, LoginRefusal, OrganizationOutcome } from '../../../domain/planLogin.ts';
import { emptySettings, type OrganizationId, type SyncKind, type SyncSettings } from '../../../domain/settings.ts';
import {
  compareOutcomes,
  compareTraces,
  type Evaluation,
  ofGroups,
  ofOrganizations,
  ofRoles,
} from '../evaluateSync.ts';
import type { Side } from '../useWays.ts';
import type { WholeLogin } from './useWholeLogin.ts';

/** How a login ends: refused, in the server's words, or with what each stage does. */
export type LoginOutcome =
  | {
      readonly refused: Omit<LoginRefusal, 'stage'> & { readonly at: string };
      readonly stages?: undefined;
      readonly count: 0;
    }
  | {
      readonly refused?: undefined;
      readonly stages: readonly LoginStage[];
      /** How many organizations the person is in after it. */
      readonly count: number;
    };

interface LoginStage {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly StagePart[];
}

/** One sync of one stage, evaluated. */
export interface StagePart extends Side {
  readonly kind: SyncKind;
  readonly field: string;
  /** Where its settings are; undefined: in the server's flags. */
  readonly scope: SettingsScope | undefined;
}

/** One sync with the drafts and as saved; the same twice, if there are no drafts. */
export interface PartPair {
  readonly draft: StagePart;
  readonly saved: StagePart;
}

/** One stage with the drafts and as saved. */
export interface StagePair {
  readonly id: string;
  readonly title: string;
  /** The person is in this organization with one of the two only. */
  readonly only: 'draft' | 'saved' | undefined;
  readonly differs: boolean;
  readonly parts: readonly PartPair[];
}

const stageNames = {
  'allow-list': 'At the allow list',
  'site-roles': 'At the site roles',
  organizations: 'At organization sync',
  roles: 'At role sync',
} as const;

const emailWords = {
  'not-a-text': 'The claim with the address isn’t a text.',
  'not-verified': 'The claim email_verified is false.',
  'other-domain': 'CODER_OIDC_EMAIL_DOMAIN names the domains that are let in.',
} as const;

/** Tells a planned login in the server's order: site roles, organizations, then what each of those gives. */
export function outcomeOf(login: WholeLogin, claims: Claims, flags: PreviewFlags): LoginOutcome {
  const { plan, compiled, organizations } = login;
  const email = checkEmail(claims, flags);
  if (email) {
    const { code, ...refused } = email;
    return { refused: { at: 'Before anything else', ...refused, detail: emailWords[code] }, count: 0 };
  }
  if (plan.refused) {
    const { stage, ...refused } = plan.refused;
    return { refused: { at: stageNames[stage], ...refused }, count: 0 };
  }
  const inside = [...plan.perOrganization].map(([id, outcome]) => ({
    id,
    title: `In ${organizations.find((one) => one.id === id)?.displayName ?? id}`,
    parts: partsInside(id, outcome, compiled),
  }));
  const siteRoles = ofRoles(plan.siteRoles, new Set());
  const sync = ofOrganizations(plan.organizations);
  const stages = [
    { id: 'site-roles', title: 'Site roles', parts: [part('role', undefined, compiled.siteRoles, siteRoles)] },
    {
      id: 'organizations',
      title: 'Organizations',
      parts: [part('organization', { kind: 'organization' }, compiled.organizations.settings, sync)],
    },
    ...inside,
  ];
  return { stages, count: inside.length };
}

function partsInside(
  organizationId: OrganizationId,
  { groups, roles }: OrganizationOutcome,
  compiled: CompiledLogin,
): readonly StagePart[] {
  const groupSync = compiled.groups.get(organizationId)?.settings ?? emptySettings;
  const roleSync = compiled.roles.get(organizationId);
  const group = part('group', { kind: 'group', organizationId }, groupSync, ofGroups(groups));
  if (!roles || !roleSync) return [group];
  return [group, part('role', { kind: 'role', organizationId }, roleSync, ofRoles(roles, roleSync.implied))];
}

function part(
  kind: SyncKind,
  scope: SettingsScope | undefined,
  {
    field,
    mapping,
    regexFilter = null,
  }: Pick<SyncSettings, 'field' | 'mapping'> & { readonly regexFilter?: string | null },
  evaluation: Evaluation,
): StagePart {
  return { kind, scope, field, mapping, regexFilter, evaluation };
}

const nothing: Evaluation = { state: 'missing', changes: new Map(), refused: [], trace: [] };

/** Puts the stages of two logins side by side, in the order of the first. */
export function pairStages(draft: readonly LoginStage[], saved: readonly LoginStage[]): readonly StagePair[] {
  const before = new Map(saved.map((stage) => [stage.id, stage]));
  const after = new Map(draft.map((stage) => [stage.id, stage]));
  return [...new Map([...after, ...before])].map(([id, stage]) => {
    const now = after.get(id);
    const was = before.get(id);
    const parts = pairParts(now?.parts ?? [], was?.parts ?? []);
    return {
      id,
      title: stage.title,
      only: now && was ? undefined : now ? 'draft' : 'saved',
      differs: parts.some(isDifferent),
      parts,
    };
  });
}

function isDifferent({ draft: { evaluation: now }, saved: { evaluation: was } }: PartPair): boolean {
  if (now === was) return false;
  if (now.state !== was.state || compareOutcomes(now, was).some(({ draft, saved }) => draft !== saved)) return true;
  return compareTraces(now, was).some(({ differs }) => differs);
}

function pairParts(draft: readonly StagePart[], saved: readonly StagePart[]): readonly PartPair[] {
  const kinds = new Set([...draft, ...saved].map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const now = draft.find((one) => one.kind === kind);
    const was = saved.find((one) => one.kind === kind);
    const some = now ?? was;
    if (!some) return [];
    const absent = { ...some, evaluation: nothing };
    return [{ draft: now ?? absent, saved: was ?? absent }];
  });
}
