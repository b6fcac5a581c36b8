import type { SettingsScope } from '../../../api/keys.ts';
import type { PreviewFlags } from '../../../api/previewFlags.ts';
import { type ClaimFinding, diagnoseClaim } from '../../../domain/diagnoseClaim.ts';
import { diagnoseTrace } from '../../../domain/diagnoseTrace.ts';
import type { Paste } from '../../../domain/Paste.ts';
import { foldValue, indexSeenValues } from '../../../domain/rowProblems.ts';
import type { Mapping } from '../../../domain/settings.ts';
import type { ValueTrace } from '../../../domain/trace.ts';
import type { WholeLogin } from './useWholeLogin.ts';

/** What is odd about the claim of one sync. */
export interface SyncFindings {
  readonly scope: SettingsScope;
  readonly field: string;
  readonly findings: readonly ClaimFinding[];
}

/**
 * Looks at every sync that a login runs, in the server's order, and at organization sync also where it refuses the login.
 *
 * @param paste with the claims that the server would see
 * @returns only syncs about which there is something to say
 */
export function diagnoseLogin(
  { plan, compiled }: Pick<WholeLogin, 'plan' | 'compiled'>,
  paste: Paste,
  flags: Pick<PreviewFlags, 'secondary'>,
): readonly SyncFindings[] {
  const seen = asRead(paste, flags.secondary);
  const { settings } = compiled.organizations;
  const trace = plan.refused ? [] : plan.organizations.trace;
  const syncs = [diagnose({ kind: 'organization' }, settings.field, settings.mapping, trace, [])];
  for (const [organizationId, { groups, roles }] of plan.refused ? [] : plan.perOrganization) {
    const group = compiled.groups.get(organizationId);
    if (group) {
      const names = [...group.groupById.values()].filter((one) => one.organizationId === organizationId);
      const { field, mapping } = group.settings;
      syncs.push(
        diagnose(
          { kind: 'group', organizationId },
          field,
          mapping,
          groups.trace,
          names.map(({ name }) => name),
        ),
      );
    }
    const role = compiled.roles.get(organizationId);
    if (role && roles) {
      syncs.push(diagnose({ kind: 'role', organizationId }, role.field, role.mapping, roles.trace, []));
    }
  }
  return syncs.filter(({ findings }) => findings.length > 0);

  function diagnose(
    scope: SettingsScope,
    field: string,
    mapping: Mapping,
    values: readonly ValueTrace[],
    names: readonly string[],
  ): SyncFindings {
    if (field === '') return { scope, field, findings: [] };
    const near = indexSeenValues([...mapping.keys(), ...names]);
    const found = [
      // Whether the address is verified is no matter of one sync: the login has been refused already.
      ...diagnoseClaim(field, seen).filter(({ code }) => code !== 'email-not-verified'),
      ...diagnoseTrace(scope.kind, values, mapping, (value) => near.byFolded.get(foldValue(value))),
    ];
    return { scope, field, findings: found };
  }
}

/** Without what the server doesn't read, so that nothing is said about it. */
function asRead(paste: Paste, secondary: PreviewFlags['secondary']): Paste {
  const { sources, token, ...rest } = paste;
  if (!sources) return paste;
  const { accessToken, userInfo } = sources;
  return {
    ...rest,
    sources: {
      idToken: sources.idToken,
      userInfo: secondary === 'user_info' ? userInfo : undefined,
      ...(secondary === 'access_token' ? {} : { accessToken }),
    },
  };
}
