import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { buildInfoQuery } from '../../api/deployment.ts';
import { keys } from '../../api/keys.ts';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';
import { changeTests, hasTests, readTests } from './testStore.ts';

/** The tests that this browser keeps for the deployment. */
export const claimTestsQuery = queryOptions({
  queryKey: keys.claimTests,
  // Most people have none, and are spared the request.
  queryFn: async ({ client }) =>
    (await hasTests()) ? readTests((await client.ensureQueryData(buildInfoQuery)).deploymentId) : [],
  structuralSharing: false,
  staleTime: 0,
  refetchOnWindowFocus: true,
  retry: false,
});

export type ChangeTests = (tests: readonly ClaimTest[]) => readonly ClaimTest[];

/** Changes the tests that this browser keeps. */
export function useChangeTests() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: ChangeTests) =>
      changeTests((await client.ensureQueryData(buildInfoQuery)).deploymentId, change),
    onSuccess: (tests) => client.setQueryData(claimTestsQuery.queryKey, tests),
  });
}

/** The tests that this browser keeps; undefined while that isn't known. */
export function useClaimTests() {
  return useQuery(claimTestsQuery);
}

/** A change that puts a test in the place of the one of that name, or at the end. */
export function putTest(test: ClaimTest, replaced = test.name): ChangeTests {
  return (tests) => {
    const isThere = tests.some(({ name }) => name === replaced);
    const others = tests.filter(({ name }) => name === replaced || name !== test.name);
    return isThere ? others.map((one) => (one.name === replaced ? test : one)) : [...others, test];
  };
}
