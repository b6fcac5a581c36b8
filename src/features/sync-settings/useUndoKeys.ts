import { useEffect } from 'react';
import type { DraftHandle } from './useDraft.ts';

/**
 * Ctrl or ⌘ with Z undoes, with Shift or with Y redoes, unless a text that isn't part of the draft is being typed, or a
 * dialog shows the draft as it is.
 */
export function useUndoKeys(handle: Pick<DraftHandle, 'undo' | 'redo'> | undefined): void {
  const undo = handle?.undo;
  const redo = handle?.redo;
  useEffect(() => {
    if (!undo || !redo) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isOwnText(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

/** Row forms, the search and the preview have a text of their own, and the browser's own undo. */
function isOwnText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role=dialog]')) return true;
  const isText = target.matches('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]');
  return isText && target.closest('[data-draft-text]') === null;
}
