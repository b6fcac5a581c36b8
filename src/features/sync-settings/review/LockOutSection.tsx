import type { ClaimError } from '../../../domain/claims.ts';
import type { Loss, OwnLosses } from '../../../domain/lockOut.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Targets } from '../useTargets.ts';

interface LockOutSectionProps {
  readonly losses: OwnLosses;
  /** Name of the organization, or of the deployment. */
  readonly place: string;
  readonly targets: Pick<Targets, 'find'>;
}

/** Warns whoever is about to save of what they would lose themselves. */
export function LockOutSection({ losses, place, targets }: LockOutSectionProps) {
  if (losses === 'unchecked') {
    return (
      <Notice tone="info" role="none">
        What this does to your own login couldn’t be checked.
      </Notice>
    );
  }
  if (losses.length === 0) return null;
  return (
    <Notice tone="warning" role="none" title="This takes something away from you">
      {losses.map((loss) => (
        <div key={JSON.stringify(loss)}>
          <LossWords loss={loss} place={place} targets={targets} />
        </div>
      ))}
      Judged by the claims of your last login.
    </Notice>
  );
}

interface LossWordsProps {
  readonly loss: Loss;
  readonly place: string;
  readonly targets: Pick<Targets, 'find'>;
}

function LossWords({ loss, place, targets }: LossWordsProps) {
  switch (loss.kind) {
    case 'login-refused':
      return (
        <>
          Your own login would be refused: your claim <Mono>{loss.field}</Mono> {claimErrorWords(loss.error)}.
        </>
      );
    case 'role-refused':
      return (
        <>
          Your own login would be refused: it would give you the role <Mono>{loss.role}</Mono>, which sync may not
          assign.
        </>
      );
    case 'role-lost':
      return `After your next login you would no longer be ${targets.find(loss.role)?.label ?? loss.role} of ${place}.`;
    case 'organization-left':
      return `After your next login you would no longer be in ${targets.find(loss.organizationId)?.label ?? loss.organizationId}, nor have your roles and groups there.`;
    case 'no-organization':
      return 'After your next login you would be in no organization.';
  }
}

function claimErrorWords(error: ClaimError): string {
  switch (error.code) {
    case 'csv_string':
      return 'is one text with a comma in it, not a list';
    case 'not_string_array':
      return 'is neither a text nor a list of texts';
    case 'element_not_string':
      return `is a list whose element ${error.index + 1} isn’t a text`;
  }
}
