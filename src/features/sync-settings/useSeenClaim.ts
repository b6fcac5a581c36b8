import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { claimFieldsQuery, claimValuesQuery } from '../../api/claims.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { indexSeenValues, type SeenValues } from '../../domain/rowProblems.ts';
import { useDebounced } from './useDebounced.ts';

/** What is known about the claim that the draft reads. */
export interface SeenClaim {
  readonly field: string;
  /** `unknown`: nothing of this field is known yet, so rows aren't held against it. */
  readonly status: 'off' | 'loading' | 'error' | 'known';
  readonly values: readonly string[];
  /** Only if there are values: with none, every row would be called unseen. */
  readonly index: SeenValues | undefined;
  /** Claims with another name that could be meant, where logins carried no value of this one. */
  readonly nearFields: readonly string[];
  readonly error: Error | null;
  readonly retry: () => unknown;
}

const pauseMs = 400;
const noValues: readonly string[] = [];

/**
 * Asks for the values that logins carried in the claim that is being chosen: once per pause in typing.
 *
 * @param field the draft's field, as typed: white space counts, as it does for the server
 */
export function useSeenClaim({ organizationId }: SettingsScope, field: string): SeenClaim {
  const settled = useDebounced(field, pauseMs);
  const query = useQuery(claimValuesQuery(organizationId, settled));
  const values = settled === field ? query.data : undefined;
  const fields = useQuery({ ...claimFieldsQuery(organizationId), enabled: values?.length === 0 });
  const index = useMemo(() => (values && values.length > 0 ? indexSeenValues(values) : undefined), [values]);
  return useMemo(() => {
    const nearFields = values?.length === 0 ? near(field, fields.data ?? []) : noValues;
    return {
      field,
      status: statusOf(field, values, settled === field && query.isError),
      values: values ?? noValues,
      index,
      nearFields,
      error: query.error,
      retry: query.refetch,
    };
  }, [field, settled, values, index, fields.data, query.isError, query.error, query.refetch]);
}

function statusOf(field: string, values: readonly string[] | undefined, isError: boolean): SeenClaim['status'] {
  if (field === '') return 'off';
  if (values) return 'known';
  return isError ? 'error' : 'loading';
}

const membershipClaims = /group|role|memberof|team|organi[sz]ation|department|entitlement/i;

/** Claims that logins carry and that usually hold memberships, the likeliest name first. */
function near(field: string, fields: readonly string[]): readonly string[] {
  const folded = fold(field);
  const isLikely = (name: string) =>
    fold(name) === folded || fold(name).includes(folded) || folded.includes(fold(name));
  return fields
    .filter((name) => name !== field && !name.startsWith('_') && (isLikely(name) || membershipClaims.test(name)))
    .toSorted((a, b) => Number(isLikely(b)) - Number(isLikely(a)))
    .slice(0, 4);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
