import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { Ways } from '../useWays.ts';
import type { Picture, ValueNode } from './drawPicture.ts';
import { endWords } from './pictureWords.ts';

interface PictureTableProps {
  readonly picture: Picture;
  readonly ways: Ways;
  readonly isDraft: boolean;
}

/** The picture as a table, for screen readers. */
export function PictureTable({ picture: { values, ends, lines }, ways, isDraft }: PictureTableProps) {
  const endOf = new Map(ends.map(({ id, end }) => [id, end]));
  const led = new Set(lines.map(({ to }) => to));
  const cell = (from: string, hidden: 'draft' | 'saved') =>
    lines
      .filter((line) => line.from === from && line.difference !== hidden)
      .flatMap(({ to }) => endOf.get(to) ?? [])
      .map((end) => endWords(ways.kind, end, ways.draft.nameOf))
      .join(', ') || 'not read';
  return (
    <VisuallyHidden as="div">
      <table>
        <caption>Which claim values lead where</caption>
        <thead>
          <tr>
            <th scope="col">Claim value</th>
            <th scope="col">{isDraft ? 'With the draft' : 'Leads to'}</th>
            {isDraft && <th scope="col">As saved</th>}
          </tr>
        </thead>
        <tbody>
          {values.map((node) => (
            <tr key={node.id}>
              <th scope="row">{valueWords(node)}</th>
              <td>{cell(node.id, 'saved')}</td>
              {isDraft && <td>{cell(node.id, 'draft')}</td>}
            </tr>
          ))}
          {ends
            .filter(({ id }) => !led.has(id))
            .map(({ id, end }) => (
              <tr key={id}>
                <th scope="row">No value</th>
                <td colSpan={isDraft ? 2 : 1}>{endWords(ways.kind, end, ways.draft.nameOf)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

const named = 5;

function valueWords({ id, values, isRest }: ValueNode): string {
  if (!id.startsWith('fold ')) return values[0]?.value ?? '';
  const some = values.slice(0, named).map(({ value }) => value);
  return `${values.length} ${isRest ? 'more' : 'values'}: ${some.join(', ')}${values.length > named ? ' …' : ''}`;
}
