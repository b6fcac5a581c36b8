import type { TracedTarget, TraceReason, ValueTrace } from '../../../domain/trace.ts';
import { endsNowhere, type OutcomeRow, targetKey, type ValueRow } from '../evaluateSync.ts';
import { placeNodes } from './placeNodes.ts';

/** Whether a value leads somewhere with both settings, only with the draft, or only with the saved ones. */
export type Difference = 'both' | 'draft' | 'saved';

/** Where values end that give no target. */
type DeadEnd = Extract<TraceReason, 'filtered-out' | 'unmapped' | 'mapped-to-nothing'>;

/** Where a value leads to: a target, one that doesn't exist, nothing, or what there was no place for. */
export type End =
  | { readonly type: 'target'; readonly key: string; readonly exists: boolean }
  | { readonly type: 'dead-end'; readonly reason: DeadEnd }
  | { readonly type: 'rest'; readonly count: number };

/** Values on the left: one, or several that lead to the same. */
export interface ValueNode {
  readonly id: string;
  /** What the values of one fold have in common. */
  readonly fold: string;
  readonly values: readonly ValueRow[];
  /** Those of a fold that is open, beyond the ones that are shown. */
  readonly isRest: boolean;
  /** Its middle, in rows from the top. */
  readonly at: number;
}

export interface EndNode {
  readonly id: string;
  readonly end: End;
  readonly at: number;
}

export interface Line {
  /** Ids of the nodes. */
  readonly from: string;
  readonly to: string;
  readonly difference: Difference;
}

/** Claim values, where they lead, and the lines between. */
export interface Picture {
  readonly values: readonly ValueNode[];
  readonly ends: readonly EndNode[];
  readonly lines: readonly Line[];
  /** In rows. */
  readonly height: number;
  /** How many nodes of values there was no place for. */
  readonly left: number;
}

/** How much of it is shown. */
export interface PictureView {
  /** Most nodes on either side. */
  readonly limit: number;
  /** Fold → how many of its values are shown one by one. */
  readonly open: ReadonlyMap<string, number>;
  /** Whether targets are drawn that no value leads to. */
  readonly hasLoners: boolean;
}

/** Up to here each value is a node of its own. */
const foldFrom = 12;

interface Fold {
  readonly id: string;
  readonly rows: ValueRow[];
  readonly ends: ReadonlyMap<string, Difference>;
}

/**
 * Lays out which values lead where. Values that lead to the same, with the same difference, are one node.
 *
 * @param targets in the order in which they are drawn; what values lead to besides comes after them
 */
export function drawPicture(
  rows: readonly ValueRow[],
  targets: readonly Pick<OutcomeRow, 'key'>[],
  { limit, open, hasLoners }: PictureView,
): Picture {
  const ends = new Map<string, End>(targets.map(({ key }) => [`target ${key}`, { type: 'target', key, exists: true }]));
  const folds = foldRows(rows, ends);
  const order = new Map([...ends.keys()].map((id, index) => [id, index]));
  const middle = ({ ends: to }: Fold) => mean([...to.keys()].map((id) => order.get(id) ?? 0));
  const nodes = [...folds.filter((fold) => !isPlain(fold)), ...folds.filter(isPlain)].flatMap((fold) =>
    nodesOf(fold, rows.length, open).map((node) => ({ node, fold })),
  );
  const shown = nodes.slice(0, limit).sort((a, b) => middle(a.fold) - middle(b.fold));

  const reached = new Set(shown.flatMap(({ fold }) => [...fold.ends.keys()]));
  const led = new Set(folds.flatMap((fold) => [...fold.ends.keys()]));
  const wanted = [...ends].filter(([id]) => reached.has(id) || (hasLoners && !led.has(id)));
  const drawn = limitEnds(wanted, limit);
  const drawnIds = new Set(drawn.map(([id]) => id));
  const lines = uniqueLines(
    shown.flatMap(({ node, fold }) =>
      [...fold.ends].map(([id, difference]) => ({
        from: node.id,
        to: drawnIds.has(id) ? id : 'rest',
        difference,
      })),
    ),
  );
  const places = placeNodes(
    shown.map(({ node }) => node.id),
    drawn.map(([id]) => id),
    lines,
  );
  return {
    values: shown.map(({ node }, index) => ({ ...node, at: places.from[index] ?? 0 })),
    ends: drawn.map(([id, end], index) => ({ id, end, at: places.to[index] ?? 0 })),
    lines,
    height: Math.max(shown.length, drawn.length),
    left: nodes.length - shown.length,
  };
}

/** Ends that give nothing stay, whatever gives way. */
function limitEnds(ends: readonly (readonly [string, End])[], limit: number): readonly (readonly [string, End])[] {
  if (ends.length <= limit) return ends;
  const dead = ends.filter(([, { type }]) => type === 'dead-end');
  const targets = ends.filter(([, { type }]) => type !== 'dead-end');
  const count = Math.max(0, limit - dead.length);
  return [...targets.slice(0, count), ['rest', { type: 'rest', count: targets.length - count }], ...dead];
}

/** Rows by where they lead. What they lead to is added to `ends`. */
function foldRows(rows: readonly ValueRow[], ends: Map<string, End>): readonly Fold[] {
  const folds = new Map<string, Fold>();
  const deadEnds = new Map<string, End>();
  for (const row of rows) {
    const before = endsOf(row.saved);
    const after = endsOf(row.draft);
    const to = new Map<string, Difference>();
    for (const id of after.keys()) to.set(id, before.has(id) ? 'both' : 'draft');
    for (const id of before.keys()) if (!after.has(id)) to.set(id, 'saved');
    for (const [id, end] of [...after, ...before]) {
      if (end.type === 'dead-end') deadEnds.set(id, end);
      else if (!ends.has(id) || (end.type === 'target' && !end.exists)) ends.set(id, end);
    }
    const id = JSON.stringify([...to].sort());
    const fold = folds.get(id);
    if (fold) fold.rows.push(row);
    else folds.set(id, { id, rows: [row], ends: to });
  }
  for (const [id, end] of deadEnds) ends.set(id, end);
  return [...folds.values()];
}

function endsOf(trace: ValueTrace | undefined): ReadonlyMap<string, End> {
  if (!trace) return new Map();
  if (trace.targets.length > 0)
    return new Map(trace.targets.map((target) => [`target ${targetKey(target)}`, endOf(target)]));
  const reason = trace.reason === 'filtered-out' || trace.reason === 'mapped-to-nothing' ? trace.reason : 'unmapped';
  return new Map([[`dead-end ${reason}`, { type: 'dead-end', reason }]]);
}

function endOf(traced: TracedTarget): End {
  return {
    type: 'target',
    key: targetKey(traced),
    exists: traced.outcome !== 'unknown' && traced.outcome !== 'deleted',
  };
}

/** What neither differs nor ends nowhere gives way if there is too much. */
function isPlain({ rows: [first], ends }: Fold): boolean {
  return first?.draft !== undefined && !endsNowhere(first.draft) && [...ends.values()].every((one) => one === 'both');
}

function nodesOf({ id, rows }: Fold, total: number, open: PictureView['open']): readonly Omit<ValueNode, 'at'>[] {
  const single = (row: ValueRow) => ({ id: `value ${row.value}`, fold: id, values: [row], isRest: false });
  if (total <= foldFrom || rows.length === 1) return rows.map(single);
  const count = open.get(id) ?? 0;
  const rest = rows.slice(count);
  const folded = rest.length === 0 ? [] : [{ id: `fold ${id}`, fold: id, values: rest, isRest: count > 0 }];
  return [...rows.slice(0, count).map(single), ...folded];
}

function uniqueLines(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
