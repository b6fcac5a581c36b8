import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RowsProps } from './AllRows.tsx';

const rowHeight = 41;
const lineHeight = 48;

/** The rows of a long table that are in view, between two spacers as high as the rest. */
export function VirtualRows({ keys, scroller, shownKey, linesOf, row }: RowsProps) {
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + lineHeight * linesOf(keys[index] ?? ''),
    getItemKey: (index) => keys[index] ?? index,
    overscan: 6,
  });
  const keysNow = useRef(keys);
  keysNow.current = keys;
  const { scrollToIndex } = virtualizer;
  useEffect(() => {
    const index = shownKey ? keysNow.current.indexOf(shownKey.key) : -1;
    if (index >= 0) scrollToIndex(index, { align: 'center' });
  }, [shownKey, scrollToIndex]);
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      {before > 0 && <Spacer height={before} />}
      {items.map(({ index }) => {
        const key = keys[index];
        return key === undefined ? null : row(key, index, virtualizer.measureElement);
      })}
      {after > 0 && <Spacer height={after} />}
    </>
  );
}

function Spacer({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={3} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
