import Button from '@mui/material/Button';
import { isMissingRoute } from '../../../api/ApiError.ts';
import type { SyncSettings } from '../../../domain/settings.ts';
import { ClaimValue } from '../../../ui/ClaimValue.tsx';
import { formatCount } from '../../../ui/formatCount.ts';
import { Mono } from '../../../ui/Mono.tsx';
import type { ChangeSettings } from '../useDraft.ts';
import type { SeenClaim } from '../useSeenClaim.ts';

interface SeenValuesLineProps {
  readonly claim: SeenClaim;
  readonly settings: SyncSettings;
  readonly change: ChangeSettings | undefined;
  readonly onMapSeen: () => void;
}

const samples = 4;

/** Says which values people's last logins carried in the chosen claim, or what else could be meant. */
export function SeenValuesLine({ claim, settings, change, onMapSeen }: SeenValuesLineProps) {
  const { status, values, field } = claim;
  if (status === 'loading') return 'Looking for values in people’s last logins…';
  if (status === 'error' && isMissingRoute(claim.error)) {
    return 'The Coder of this deployment is older and can’t tell which claims and values logins carried: take care with the spelling.';
  }
  if (status === 'error') {
    return (
      <>
        The values of this claim can’t be loaded.{' '}
        <InlineButton onClick={() => void claim.retry()}>Try again</InlineButton>
      </>
    );
  }
  if (values.length === 0) return <NoValues claim={claim} change={change} />;
  const { mapping, legacyNameMapping } = settings;
  const unmapped = values.filter((value) => !mapping.has(legacyNameMapping.get(value) ?? value)).length;
  const count = `${formatCount(values.length)} ${values.length === 1 ? 'value' : 'values'} seen: `;
  return (
    <>
      {status === 'known' && field !== '' && count}
      {values.slice(0, samples).map((value, index) => (
        <span key={value}>
          {index > 0 && ', '}
          <ClaimValue value={value} />
        </span>
      ))}
      {values.length > samples && ' …'}
      {unmapped > 0 && (
        <>
          {' '}
          {formatCount(unmapped)} {unmapped === 1 ? 'has' : 'have'} no mapping.{' '}
          <InlineButton onClick={onMapSeen}>
            {change ? 'Map' : 'Show'} {unmapped === 1 ? 'it' : 'them'}
          </InlineButton>
        </>
      )}
    </>
  );
}

function NoValues({ claim: { nearFields }, change }: Pick<SeenValuesLineProps, 'claim' | 'change'>) {
  return (
    <>
      No login has carried a value in this claim. Whoever has no such claim loses what it gives.
      {nearFields.length > 0 && ' Did you mean '}
      {nearFields.map((name) =>
        change ? (
          <InlineButton key={name} onClick={() => change((old) => ({ ...old, field: name }))}>
            <Mono>{name}</Mono>
          </InlineButton>
        ) : (
          <Mono key={name}>{name} </Mono>
        ),
      )}
      {nearFields.length > 0 && '?'}
    </>
  );
}

function InlineButton({ children, onClick }: { readonly children: React.ReactNode; readonly onClick: () => void }) {
  return (
    <Button
      size="small"
      onClick={onClick}
      sx={{ minHeight: 24, py: 0, px: 0.75, fontSize: 'inherit', textTransform: 'none' }}
    >
      {children}
    </Button>
  );
}
