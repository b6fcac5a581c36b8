import { expect, test } from 'vitest';
import { type ItemKind, type PaletteItem, searchItems } from './searchItems.ts';

function item(kind: ItemKind, label: string, detail = ''): PaletteItem {
  return { key: `${kind} ${label}`, kind, label, detail, to: '/', text: `${label}\n${detail}`.toLowerCase() };
}

const items = [
  item('page', 'Groups', 'Engineering'),
  item('organization', 'Engineering', 'engineering'),
  item('group', 'Mobile Platform', 'mobile-platform'),
  item('group', 'Platform', 'platform'),
  item('group', 'Platform Leads', 'platform-leads'),
  item('group', 'Noplatform', 'noplatform'),
  item('value', 'eng-platform', 'group sync'),
];
const labels = (search: string) =>
  searchItems(items, search).map(({ kind, items: found }) => [kind, ...found.map(({ label }) => label)]);

test('the best of each kind comes first, and the kinds keep their order', () => {
  expect(labels('platform')).toEqual([
    ['group', 'Platform', 'Platform Leads', 'Mobile Platform', 'Noplatform'],
    ['value', 'eng-platform'],
  ]);
});

test('every word has to be in it, in any order', () => {
  expect(labels('LEADS plat')).toEqual([['group', 'Platform Leads']]);
  expect(labels('nothing')).toEqual([]);
});

test('without a search pages and organizations are offered', () => {
  expect(labels(' ')).toEqual([
    ['page', 'Groups'],
    ['organization', 'Engineering'],
  ]);
});

test('of thousands of groups and values the count tells what isn’t shown', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => [
    item('group', `Team ${n}`, `team-${n}`),
    item('value', `ldap-team-${n}`, 'group sync'),
  ]).flat();
  const [groups] = searchItems(many, 'team');
  expect([groups?.items.length, groups?.count]).toEqual([6, 10_000]);
  expect(searchItems(many, 'ldap')[0]?.items).toHaveLength(30);
});
