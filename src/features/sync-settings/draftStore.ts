import * as z from 'zod/mini';
import { type RenameStep, sameSettings } from '../../domain/diffSettings.ts';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';

/** Settings as edited and not yet saved. */
export interface Draft {
  /** What was saved when the editing began. */
  readonly base: SyncSettings;
  readonly settings: SyncSettings;
  /** Rows that got another claim value, oldest first, so that a review can say so. */
  readonly renames: readonly RenameStep[];
  /** When the editing began, in ms since the epoch. */
  readonly madeAt: number;
  /** The last edit in words, such as `ops removed`. */
  readonly lastEdit: string | undefined;
  /** Whether it differs from its base. One that doesn't is only there for what it can redo. */
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** One edit. Edits with the same `typing` in a row become one step of undo. */
export interface Edit {
  readonly settings: SyncSettings;
  readonly rename?: RenameStep;
  readonly typing?: string;
  /** What was done, in words. */
  readonly label?: string;
}

interface Step {
  readonly settings: SyncSettings;
  readonly renames: readonly RenameStep[];
  readonly label: string | undefined;
}

interface Entry {
  readonly base: SyncSettings;
  readonly madeAt: number;
  readonly past: readonly Step[];
  readonly now: Step;
  readonly future: readonly Step[];
  readonly typing: string | undefined;
}

const undoLimit = 200;
const storagePrefix = 'idp-sync-draft:';

/** Drafts of this browser tab, by a key for person, organization and kind. */
export interface DraftStore {
  /** The draft, if there is one. The same object until it changes. */
  get(key: string): Draft | undefined;
  edit(key: string, saved: SyncSettings, edit: Edit): void;
  undo(key: string): void;
  redo(key: string): void;
  /** Puts what was edited, unless it was discarded, onto newer settings. Undo starts anew. */
  rebase(key: string, base: SyncSettings, change: (draft: SyncSettings) => SyncSettings): void;
  discard(key: string): void;
  /** Takes the last discard back. */
  restore(key: string): void;
  canRestore(key: string): boolean;
  subscribe(listener: () => void): () => void;
}

/**
 * Makes a store that keeps drafts in memory and, so that they survive a reload, in a storage of the browser.
 *
 * @param storage session storage; a full or forbidden one costs the survival of a reload, nothing else
 */
export function createDraftStore(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  now = Date.now,
): DraftStore {
  const entries = new Map<string, Entry>();
  const drafts = new Map<string, Draft | undefined>();
  const discarded = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const unwritten = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const persist = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const key of unwritten) {
      const entry = entries.get(key);
      try {
        if (entry && drafts.get(key)?.isChanged) storage.setItem(storagePrefix + key, encodeEntry(entry));
        else storage.removeItem(storagePrefix + key);
        unwritten.delete(key);
      } catch {
        // No room or no permission: the draft lives on in memory, and the next edit tries again.
      }
    }
  };
  const put = (key: string, entry: Entry | undefined) => {
    if (entry) entries.set(key, entry);
    else entries.delete(key);
    drafts.set(key, entry && toDraft(entry));
    unwritten.add(key);
    timer ??= setTimeout(whenIdle, 300, persist);
    for (const listener of listeners) listener();
  };
  const load = (key: string): Entry | undefined => {
    if (!drafts.has(key)) {
      const entry = decodeEntry(readItem(storage, storagePrefix + key));
      if (entry) entries.set(key, entry);
      drafts.set(key, entry && toDraft(entry));
    }
    return entries.get(key);
  };
  if (typeof window !== 'undefined') window.addEventListener('pagehide', persist);

  return {
    get(key) {
      load(key);
      return drafts.get(key);
    },
    edit(key, saved, { settings, rename, typing, label }) {
      discarded.delete(key);
      const known = load(key);
      const entry = known && drafts.get(key) ? known : startEntry(saved, now());
      const isSameTyping = typing !== undefined && typing === entry.typing;
      put(key, {
        ...entry,
        past: isSameTyping ? entry.past : [...entry.past, entry.now].slice(-undoLimit),
        now: { settings, renames: rename ? [...entry.now.renames, rename] : entry.now.renames, label },
        future: [],
        typing,
      });
    },
    undo(key) {
      const entry = load(key);
      const previous = entry?.past.at(-1);
      if (!entry || !previous) return;
      put(key, {
        ...entry,
        past: entry.past.slice(0, -1),
        now: previous,
        future: [entry.now, ...entry.future],
        typing: undefined,
      });
    },
    redo(key) {
      const entry = load(key);
      const [next, ...future] = entry?.future ?? [];
      if (!entry || !next) return;
      put(key, { ...entry, past: [...entry.past, entry.now], now: next, future, typing: undefined });
    },
    rebase(key, base, change) {
      const entry = load(key);
      if (!entry) return;
      const next = change(entry.now.settings);
      const now = { settings: next, renames: entry.now.renames, label: undefined };
      put(key, sameSettings(base, next) ? undefined : { ...startEntry(base, entry.madeAt), now });
    },
    discard(key) {
      const entry = load(key);
      if (entry) discarded.set(key, entry);
      put(key, undefined);
    },
    restore(key) {
      const entry = discarded.get(key);
      discarded.delete(key);
      if (entry) put(key, entry);
    },
    canRestore: (key) => discarded.has(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Writing ten thousand rows takes longer than a frame: not between two keystrokes, if it can be helped. */
function whenIdle(task: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: 1000 });
  else task();
}

function startEntry(base: SyncSettings, madeAt: number): Entry {
  return {
    base,
    madeAt,
    past: [],
    now: { settings: base, renames: [], label: undefined },
    future: [],
    typing: undefined,
  };
}

/** An entry without a difference is only kept for what it can redo. */
function toDraft({ base, madeAt, past, now, future }: Entry): Draft | undefined {
  const isChanged = !sameSettings(base, now.settings);
  if (!isChanged && future.length === 0) return undefined;
  const { settings, renames, label: lastEdit } = now;
  return { base, settings, renames, madeAt, lastEdit, isChanged, canUndo: past.length > 0, canRedo: future.length > 0 };
}

function readItem(storage: Pick<Storage, 'getItem'>, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/** Mappings are stored as lists of pairs: a JSON object would lose the order of keys that look like numbers. */
const storedSettings = z.pipe(
  z.object({
    field: z.string(),
    mapping: z.array(z.tuple([z.string(), z.array(z.string())])),
    regexFilter: z.nullable(z.string()),
    autoCreateMissing: z.boolean(),
    assignDefault: z.boolean(),
    legacyNameMapping: z.array(z.tuple([z.string(), z.string()])),
  }),
  z.transform(
    (stored): SyncSettings => ({
      ...emptySettings,
      ...stored,
      mapping: new Map(stored.mapping),
      legacyNameMapping: new Map(stored.legacyNameMapping),
    }),
  ),
);

const storedDraft = z.object({
  version: z.literal(1),
  madeAt: z.number(),
  base: storedSettings,
  settings: storedSettings,
  renames: z.array(z.object({ from: z.string(), to: z.string() })),
});

function encodeEntry({ base, now, madeAt }: Entry): string {
  const plain = (settings: SyncSettings) => ({
    ...settings,
    mapping: [...settings.mapping],
    legacyNameMapping: [...settings.legacyNameMapping],
  });
  return JSON.stringify({ version: 1, madeAt, base: plain(base), settings: plain(now.settings), renames: now.renames });
}

function decodeEntry(text: string | null): Entry | undefined {
  if (text === null) return undefined;
  try {
    const parsed = z.safeParse(storedDraft, JSON.parse(text));
    if (!parsed.success) return undefined;
    const { base, settings, renames, madeAt } = parsed.data;
    const entry = { ...startEntry(base, madeAt), now: { settings, renames, label: undefined } };
    return { ...entry, past: [{ settings: base, renames: [], label: undefined }] };
  } catch {
    return undefined;
  }
}
