import { expect, test } from 'vitest';
import { emptySettings } from './settings.ts';
import { indexTargetSources } from './targetSources.ts';

const settings = {
  ...emptySettings,
  field: 'groups',
  mapping: new Map([
    ['ops', ['g1', 'g2', 'g1']],
    ['eng', ['g1']],
    ['platform', ['g2']],
  ]),
};
const row = (value: string, isStopped = false) => ({ value, by: 'row', through: value, isStopped });

test('rows that name a target lead to it, each once, and so does its own name', () => {
  const find = indexTargetSources(settings);
  expect(find('g1', 'backend')).toEqual([
    row('ops'),
    row('eng'),
    { value: 'backend', by: 'name', through: 'backend', isStopped: false },
  ]);
});

test('a row with the name of a target keeps the name from leading there', () => {
  expect(indexTargetSources(settings)('g3', 'platform')).toEqual([]);
  expect(indexTargetSources(settings)('g2', 'platform')).toEqual([row('ops'), row('platform')]);
});

test('a stopped row is told, a stopped name isn’t', () => {
  const find = indexTargetSources(settings, (value) => value === 'ops');
  expect(find('g1', 'backend')).toEqual([row('ops'), row('eng', true)]);
});

test('a legacy mapping renames the value before rows and names are looked at', () => {
  const legacyNameMapping = new Map([
    ['old-ops', 'ops'],
    ['be', 'backend'],
    ['eng', 'elsewhere'],
  ]);
  const find = indexTargetSources({ ...settings, legacyNameMapping });
  expect(find('g1', 'backend').map(({ value, by }) => [value, by])).toEqual([
    ['ops', 'row'],
    ['old-ops', 'legacy'],
    ['backend', 'name'],
    ['be', 'legacy'],
  ]);
});

test('nothing leads anywhere while the sync is off', () => {
  expect(indexTargetSources({ ...settings, field: '' })('g1', 'backend')).toEqual([]);
});
