import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { addTargets, removeRow, replaceRow, setTargets } from '../../domain/editSettings.ts';
import type { RowProblem } from '../../domain/rowProblems.ts';
import type { Mapping, SyncKind, Target } from '../../domain/settings.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { SearchIcon, WarningIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PlainInput } from '../../ui/PlainInput.tsx';
import type { ComposerStart } from './editing/MappingComposer.tsx';
import { kindWords } from './kinds.ts';
import type { RowActions } from './MappingRow.tsx';
import { MappingTable } from './MappingTable.tsx';
import type { ProblemFix } from './problemWords.ts';
import type { RowMark } from './rowMarks.ts';
import type { ChangeSettings } from './useDraft.ts';
import type { Targets } from './useTargets.ts';
import { type RowView, viewRows } from './viewRows.ts';

const MappingComposer = lazyPart(() => import('./editing/MappingComposer.tsx').then((part) => part.MappingComposer));
const RowEditor = lazyPart(() => import('./editing/RowEditor.tsx').then((part) => part.RowEditor));

interface MappingPanelProps {
  readonly draftKey: string;
  readonly kind: SyncKind;
  readonly mapping: Mapping;
  readonly targets: Targets;
  readonly problems: ReadonlyMap<string, readonly RowProblem[]>;
  readonly marks: ReadonlyMap<string, RowMark>;
  readonly seen: readonly string[];
  readonly start: ComposerStart | undefined;
  readonly shown: { readonly key: string } | undefined;
  /** Undefined: read-only. */
  readonly change: ChangeSettings | undefined;
  readonly onStart: (start: ComposerStart) => void;
  readonly onEditFilter: () => void;
  /** Takes lines that were pasted in place of one value. */
  readonly onPasteRows: (text: string) => void;
  /** Asks which values lead to a row. */
  readonly onAsk: (key: string) => void;
}

/** The mapping editor: a form that adds rows, and the table in which they are searched, sorted, mended and edited. */
export function MappingPanel({ kind, mapping, targets, problems, change, seen, ...props }: MappingPanelProps) {
  const words = kindWords[kind];
  const { onEditFilter, onStart } = props;
  const [view, setView] = useState<RowView>({ search: '', problemsOnly: false, sortBy: 'value', descending: false });
  const [editing, setEditing] = useState<string>();
  const shownView = useDeferredValue(view);
  const inView = useMemo(
    () => viewRows(mapping, shownView.problemsOnly ? problems : noProblems, targets, shownView),
    [mapping, targets, shownView, problems],
  );
  // A row that is being edited stays, whatever is searched for: what is typed into it would be lost.
  const keys = useMemo(
    () => (editing === undefined || inView.includes(editing) ? inView : [editing, ...inView]),
    [inView, editing],
  );

  // Read when a button is pressed, so that the actions, and with them the rows, stay the same while rows change.
  const now = useRef({ mapping, keys });
  now.current = { mapping, keys };
  const panel = useRef<HTMLElement>(null);
  const focusRow = useCallback(
    (key: string | undefined, action: 'Edit' | 'Delete') => {
      setTimeout(() => {
        const rows = panel.current?.querySelectorAll<HTMLElement>('tr[data-testid]') ?? [];
        const row = [...rows].find(({ dataset }) => dataset.testid === `${words.testIdPrefix}-${key}`);
        (row?.querySelector<HTMLElement>(`button[aria-label^="${action} "]`) ?? panel.current)?.focus();
      });
    },
    [words],
  );
  const applyEdit = useCallback(
    (from: string, to: string, list: readonly Target[]) => {
      change?.(
        (settings) => replaceRow(settings, from, to, list),
        from === to ? { label: `${from} changed` } : { label: `${from} is now ${to}`, rename: { from, to } },
      );
      setEditing(undefined);
      focusRow(to, 'Edit');
    },
    [change, focusRow],
  );
  const actions = useMemo<RowActions | undefined>(
    () =>
      change && {
        edit: setEditing,
        duplicate: (key) => onStart({ value: '', targets: now.current.mapping.get(key) ?? [] }),
        remove: (key) => {
          const shown = now.current.keys;
          const at = shown.indexOf(key);
          change((settings) => removeRow(settings, key), { label: `${key} removed` });
          focusRow(shown[at + 1] ?? shown[at - 1], 'Delete');
        },
        fix: (key, fix) => {
          const list = now.current.mapping.get(key) ?? [];
          if (fix.type === 'edit') setEditing(key);
          else if (fix.type === 'edit-filter') onEditFilter();
          else if (fix.type === 'rename') applyEdit(key, fix.to, list);
          else {
            change((settings) => setTargets(settings, key, replaced(list, fix)), { label: `${key} changed` });
            focusRow(key, 'Edit');
          }
        },
      },
    [change, onEditFilter, onStart, applyEdit, focusRow],
  );
  const add = (value: string, list: readonly Target[]) => {
    change?.((settings) => addTargets(settings, value, list), {
      label: `${value} ${mapping.has(value) ? 'changed' : 'added'}`,
    });
  };

  return (
    <Panel ref={panel} tabIndex={-1} aria-labelledby="mappings-heading">
      <Typography id="mappings-heading" variant="h2" sx={{ mb: 1.5 }}>
        Mappings
      </Typography>
      {change && (
        <Suspense fallback={<Skeleton variant="rounded" height={60} />}>
          <MappingComposer
            draftKey={props.draftKey}
            words={words}
            targets={targets}
            seen={seen}
            mapping={mapping}
            start={props.start}
            onAdd={add}
            onPasteRows={props.onPasteRows}
          />
        </Suspense>
      )}
      {mapping.size === 0 ? (
        <Box sx={{ py: 3, textAlign: 'center', color: 'text.secondary' }}>
          <Typography variant="h3" color="text.primary">
            {words.emptyHeading}
          </Typography>
          <Typography variant="body2">
            {words.emptyText} {words.unmappedRule}
          </Typography>
        </Box>
      ) : (
        <>
          <TableTools view={view} onView={setView} rows={mapping.size} shown={keys.length} problems={problems.size} />
          <MappingTable
            kind={kind}
            keys={keys}
            mapping={mapping}
            targets={targets}
            problems={problems}
            marks={props.marks}
            actions={actions}
            view={view}
            onSort={(by) =>
              setView((old) => ({ ...old, sortBy: by, descending: old.sortBy === by && !old.descending }))
            }
            shown={props.shown}
            editing={editing}
            editor={
              editing !== undefined && (
                <Suspense fallback={<Skeleton variant="rounded" height={104} />}>
                  <RowEditor
                    key={editing}
                    words={words}
                    value={editing}
                    rowTargets={mapping.get(editing) ?? []}
                    targets={targets}
                    seen={seen}
                    mapping={mapping}
                    onAsk={() => props.onAsk(editing)}
                    onApply={(to, list) => applyEdit(editing, to, list)}
                    onCancel={() => {
                      setEditing(undefined);
                      focusRow(editing, 'Edit');
                    }}
                  />
                </Suspense>
              )
            }
          />
        </>
      )}
    </Panel>
  );
}

const noProblems: ReadonlyMap<string, readonly RowProblem[]> = new Map();

function replaced(
  list: readonly Target[],
  fix: Extract<ProblemFix, { type: 'remove-target' | 'replace-target' }>,
): readonly Target[] {
  return list.flatMap((target) => {
    if (target !== fix.target) return [target];
    return fix.type === 'replace-target' ? [fix.by] : [];
  });
}

interface TableToolsProps {
  readonly view: RowView;
  readonly onView: (view: RowView) => void;
  readonly rows: number;
  readonly shown: number;
  readonly problems: number;
}

function TableTools({ view, onView, rows, shown, problems }: TableToolsProps) {
  const isNarrowed = shown !== rows;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', mt: 2, mb: 1 }}>
      <Box sx={{ position: 'relative', maxWidth: 280, flex: '1 1 180px' }}>
        <SearchIcon
          fontSize="small"
          sx={{ position: 'absolute', left: 10, top: 10, color: 'text.secondary', pointerEvents: 'none' }}
        />
        <PlainInput
          type="search"
          value={view.search}
          onChange={(event) => onView({ ...view, search: event.target.value })}
          placeholder="Search mappings"
          aria-label="Search mappings"
          style={{ paddingLeft: 34 }}
        />
      </Box>
      {(problems > 0 || view.problemsOnly) && (
        <Button
          variant="outlined"
          aria-pressed={view.problemsOnly}
          onClick={() => onView({ ...view, problemsOnly: !view.problemsOnly })}
          startIcon={<WarningIcon fontSize="small" color="warning" />}
          sx={{ '&[aria-pressed=true]': { backgroundColor: 'soft.warning', borderColor: 'warning.main' } }}
        >
          Problems only ({formatCount(problems)})
        </Button>
      )}
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {isNarrowed ? `${formatCount(shown)} of ` : ''}
        {formatCount(rows)} {rows === 1 ? 'mapping' : 'mappings'}
      </Typography>
    </Box>
  );
}
