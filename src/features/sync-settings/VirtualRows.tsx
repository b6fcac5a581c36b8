import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { RowsProps } from './AllRows.tsx';

const rowHeight = 41;
const lineHeight = 48;

/** The rows of a long table that are in view, and the one that is kept, with spacers as high as the rest. */
export function VirtualRows({ keys, scroller, keptKey, shownKey, linesOf, row }: RowsProps) {
  const kept = keptKey === undefined ? -1 : keys.indexOf(keptKey);
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + lineHeight * linesOf(keys[index] ?? ''),
    getItemKey: (index) => keys[index] ?? index,
    overscan: 6,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return kept < 0 || indexes.includes(kept) ? indexes : [...indexes, kept].sort((a, b) => a - b);
    },
  });
  const keysNow = useRef(keys);
  keysNow.current = keys;
  const { scrollToIndex } = virtualizer;
  useEffect(() => {
    const index = shownKey ? keysNow.current.indexOf(shownKey.key) : -1;
    if (index >= 0) scrollToIndex(index, { align: 'center' });
  }, [shownKey, scrollToIndex]);
  const items = virtualizer.getVirtualItems();
  const parts: ReactNode[] = [];
  let end = 0;
  for (const item of items) {
    const key = keys[item.index];
    if (item.start > end) parts.push(<Spacer key={`before ${item.index}`} height={item.start - end} />);
    if (key !== undefined) parts.push(row(key, item.index, virtualizer.measureElement));
    end = item.end;
  }
  const after = virtualizer.getTotalSize() - end;
  return (
    <>
      {parts}
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
