/** The kinds of things that the palette finds, in the order in which it shows them. */
export const itemKinds = ['page', 'organization', 'group', 'role', 'value'] as const;

export type ItemKind = (typeof itemKinds)[number];

/** Something to go to. */
export interface PaletteItem {
  /** Unique among all items. */
  readonly key: string;
  readonly kind: ItemKind;
  readonly label: string;
  /** Said beside the label: a name, or where it is. */
  readonly detail: string;
  readonly to: string;
  /** Lower case: what it is found by. */
  readonly text: string;
}

/** What was found of one kind. */
export interface FoundItems {
  readonly kind: ItemKind;
  /** The best ones. */
  readonly items: readonly PaletteItem[];
  /** How many there are in all. */
  readonly count: number;
}

const shownOfEach = 6;
const shownOfOne = 30;
/** Without a search only those are offered: the rest is too much to look at. */
const offeredUnasked: ReadonlySet<ItemKind> = new Set(['page', 'organization']);

/**
 * Finds what has every word of a search in it, the best of each kind first: called just that, begins with it, has a
 * word that begins with it, has it somewhere.
 *
 * @param items of each kind in the order in which equal ones are shown
 */
export function searchItems(items: readonly PaletteItem[], search: string): readonly FoundItems[] {
  const wanted = search.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const byKind = new Map<ItemKind, PaletteItem[][]>(itemKinds.map((kind) => [kind, [[], [], [], []]]));
  const counts = new Map<ItemKind, number>();
  for (const item of items) {
    if (wanted === '' ? !offeredUnasked.has(item.kind) : !words.every((word) => item.text.includes(word))) continue;
    counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
    byKind.get(item.kind)?.[rankOf(item.text, wanted)]?.push(item);
  }
  const limit = counts.size === 1 ? shownOfOne : shownOfEach;
  return itemKinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count, items: (byKind.get(kind) ?? []).flat().slice(0, limit) }];
  });
}

function rankOf(text: string, wanted: string): 0 | 1 | 2 | 3 {
  if (text === wanted || text.startsWith(`${wanted}\n`) || text.endsWith(`\n${wanted}`)) return 0;
  if (text.startsWith(wanted) || text.includes(`\n${wanted}`)) return 1;
  const at = text.indexOf(wanted);
  return at > 0 && /[\s\-_/.:]/.test(text[at - 1] ?? '') ? 2 : 3;
}
