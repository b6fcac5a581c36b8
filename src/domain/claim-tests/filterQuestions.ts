import { readClaim } from '../claims.ts';
import type { LoginRules } from '../planLogin.ts';
import type { ClaimTest } from './ClaimTest.ts';

/**
 * What regex filters will be asked when tests run, for those who try them elsewhere beforehand.
 *
 * @returns pattern → values, each once
 */
export function filterQuestions(
  tests: readonly Pick<ClaimTest, 'claims'>[],
  { groupSync }: Pick<LoginRules, 'groupSync'>,
): ReadonlyMap<string, readonly string[]> {
  const questions = new Map<string, Set<string>>();
  for (const { regexFilter, field, legacyNameMapping } of groupSync.values()) {
    if (!regexFilter) continue;
    const asked = questions.get(regexFilter) ?? new Set();
    questions.set(regexFilter, asked);
    for (const { claims } of tests) {
      const { values } = readClaim(claims, field);
      for (const value of values.ok ? values.value : []) asked.add(legacyNameMapping.get(value) ?? value);
    }
  }
  return new Map([...questions].map(([pattern, asked]) => [pattern, [...asked]]));
}
