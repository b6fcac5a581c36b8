import { describe, expect, it } from 'vitest';
import { diffSettings } from '../../../domain/diffSettings.ts';
import type { ReviewReason } from '../../../domain/reviewReasons.ts';
import { emptySettings } from '../../../domain/settings.ts';
import { reasonWords } from './reasonWords.ts';

const diff = diffSettings({ ...emptySettings, field: 'groups' }, { ...emptySettings, field: 'memberOf' });

describe('reasonWords', () => {
  it.each<[ReviewReason, RegExp]>([
    [
      'sync-on',
      /^Switches group sync on: it reads the claim “memberOf”\. Everybody loses each group here that it doesn’t give them, also one given by hand\.$/,
    ],
    ['sync-off', /^Switches group sync off\..*what people have stays\.$/],
    [
      'field-changed',
      /^Reads another claim: “memberOf”\. Everybody loses each group here that it doesn’t give them, also one given by hand\.$/,
    ],
    ['filter-changed', /^Values that don’t pass the new filter give nothing any more/],
    [
      'rows-removed',
      /^People lose what only a removed mapping gave them\. Its value then gives the group of exactly its name/,
    ],
    ['targets-removed', /^People lose a removed group/],
    ['rows-renamed', /^A renamed mapping applies to the new value only\.$/],
    ['values-swallowed', /^A mapping without a group keeps its value from giving anything\.$/],
    ['default-off', /^Whoever no mapping puts into the default organization leaves it/],
    ['auto-create-on', /^Every value that passes the filter.*becomes a new group\.$/],
    [
      'legacy-dropped',
      /^Legacy mappings from server flags are erased for good: people lose the groups that they give\.$/,
    ],
  ])('%s', (reason, words) => {
    expect(reasonWords('group', reason, diff)).toMatch(words);
  });

  it.each<ReviewReason>(['sync-on', 'field-changed'])('organization sync can refuse the login: %s', (reason) => {
    expect(reasonWords('organization', reason, diff)).toMatch(/“memberOf”.*leaves every organization.*login fails\.$/);
  });

  it('says an organization', () => {
    expect(reasonWords('organization', 'values-swallowed', diff)).toMatch(/^A mapping without an organization /);
  });
});
