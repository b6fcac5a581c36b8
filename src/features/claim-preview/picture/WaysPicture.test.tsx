import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPart } from '../../../app/testing/renderPart.tsx';
import { indexGroups } from '../../../domain/groups.ts';
import { emptySettings, type SyncSettings } from '../../../domain/settings.ts';
import { evaluateSync } from '../evaluateSync.ts';
import { WaysView } from '../WaysView.tsx';

const groups = ['platform', 'ops', 'old'];
const around = {
  kind: 'group' as const,
  organizationId: 'org',
  groups: indexGroups(groups.map((name) => ({ id: name, name, organizationId: 'org' }))),
};
const saved = { ...emptySettings, field: 'groups', mapping: new Map([['eng', ['platform']]]) };
const person = { organizationIds: ['org'], groupIds: ['old'], roles: new Map(), siteRoles: [] };

async function openPicture(values: readonly string[], draft: SyncSettings = saved) {
  const side = (settings: SyncSettings) => ({
    ...settings,
    evaluation: evaluateSync(around, settings, new Map([['groups', values]]), person),
  });
  const view = (
    <WaysView
      kind="group"
      draft={side(draft)}
      saved={side(saved)}
      nameOf={(target) => target.toUpperCase()}
      nearMissOf={() => undefined}
      renderRow={undefined}
    />
  );
  const app = await renderPart(view);
  await app.user.click(screen.getByRole('button', { name: 'Picture' }));
  await screen.findByRole('group', { name: 'Claim values' });
  return app;
}

function cells() {
  const table = screen.getByRole('table', { name: 'Which claim values lead where' });
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
}

const buttons = (name: string) =>
  within(screen.getByRole('group', { name }))
    .getAllByRole('button')
    .map((button) => button.textContent);

test('values, targets and the same as a table: with the draft, and as saved', async () => {
  await openPicture(['eng', 'ops', 'nobody'], { ...saved, mapping: new Map([['eng', ['ops']]]) });
  expect(buttons('Claim values').toSorted()).toEqual(['eng', 'nobody', 'ops']);
  expect(buttons('Where they lead')).toEqual(['+OPS, added', '−OLD, removed', '·PLATFORM, not given']);
  expect(screen.getByText('No row, no such group')).toBeVisible();
  expect(cells()).toEqual([
    'Claim value | With the draft | As saved',
    'ops | OPS | OPS',
    'eng | OPS | PLATFORM',
    'nobody | nothing: no row, no such group | nothing: no row, no such group',
    'No value | OLD',
  ]);
  expect(screen.getByRole('list', { name: 'Lines' })).toHaveTextContent('only with the draft');
});

test('without a draft there is one column, and no legend', async () => {
  await openPicture(['eng']);
  expect(cells()).toEqual(['Claim value | Leads to', 'eng | PLATFORM', 'No value | OLD']);
  expect(screen.queryByRole('list', { name: 'Lines' })).not.toBeInTheDocument();
});

test('200 values: folds that open, by keyboard too', async () => {
  const { user } = await openPicture(['eng', ...Array.from({ length: 199 }, (_, index) => `none-${index}`)]);
  expect(buttons('Claim values')).toEqual(['eng', '199 values']);
  const fold = screen.getByRole('button', { name: '199 values' });
  expect(fold).toHaveAttribute('aria-expanded', 'false');
  fold.focus();
  await user.keyboard('{Enter}');
  expect(buttons('Claim values')).toHaveLength(30);
  await user.click(screen.getByRole('button', { name: 'Fold values again' }));
  expect(buttons('Claim values')).toEqual(['eng', '199 values']);
});

test('a value or a target alone, with its steps below', async () => {
  const { user } = await openPicture(['eng', 'ops', 'nobody']);
  expect(screen.queryByRole('list', { name: 'Why, value by value' })).not.toBeInTheDocument();
  const ends = within(screen.getByRole('group', { name: 'Where they lead' }));
  await user.click(ends.getByRole('button', { name: 'PLATFORM, added' }));
  expect(buttons('Claim values')).toEqual(['eng']);
  expect(screen.getByRole('list', { name: 'Why, value by value' })).toHaveTextContent('eng');
  await user.click(screen.getByRole('button', { name: 'Show all values' }));
  await user.click(screen.getByRole('button', { name: 'nobody' }));
  expect(screen.getByRole('list', { name: 'Why, value by value' })).toHaveTextContent('ends here');
  expect(screen.getByText(/^Only/)).toBeVisible();
});
