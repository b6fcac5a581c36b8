import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPart } from '../../../app/testing/renderPart.tsx';
import { diffSettings } from '../../../domain/diffSettings.ts';
import { emptySettings } from '../../../domain/settings.ts';
import { ReviewDialog } from './ReviewDialog.tsx';

const rows = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => [`${prefix}-${index}`, [`${prefix} target ${index}`]] as const);

test('of thousands of rows what goes comes first, and the rest is counted', async () => {
  const saved = { ...emptySettings, field: 'groups', mapping: new Map(rows('old', 1500)) };
  const draft = { ...saved, mapping: new Map(rows('new', 1500)) };
  const diff = diffSettings(saved, draft);
  await renderPart(
    <ReviewDialog
      kind="group"
      place="Engineering"
      assessment={{
        diff,
        reasons: ['rows-removed'],
        outcomes: [],
        lost: diff.removed.flatMap(({ targets }) => targets),
        ownLosses: [],
        tests: [],
        needsTyping: false,
        needsReview: true,
      }}
      targets={{ find: () => undefined }}
      onSave={() => {}}
      onCancel={() => {}}
    />,
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('3,000 unsaved changes: 1,500 mappings added, 1,500 mappings removed')).toBeVisible();
  expect(dialog.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(
    Array.from({ length: 40 }, () => 'Mapping removed'),
  );
  expect(dialog.getByText('and 2,960 more')).toBeVisible();
  expect(dialog.getByText(/^Nobody gets/)).toHaveTextContent(/old target 11 and 1,488 more from the seen values/);
  // One look first: Enter alone saves nothing.
  expect(dialog.getByRole('button', { name: 'Save changes' })).not.toHaveFocus();
});
