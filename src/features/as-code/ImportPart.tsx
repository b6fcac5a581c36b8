import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { Suspense, useDeferredValue, useMemo, useState } from 'react';
import { countChanges, diffSettings } from '../../domain/diffSettings.ts';
import type { PolicyProblem } from '../../domain/policy/PolicyDocument.ts';
import { readPolicy } from '../../domain/policy/readPolicy.ts';
import { type ImportMode, resolvePolicy } from '../../domain/policy/resolvePolicy.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeArea } from '../../ui/CodeArea.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { AsCodeProps, PastedRows } from './AsCodeProps.ts';
import { formatNames } from './formats.ts';
import { NoteList, UnresolvedList } from './ImportNotes.tsx';

interface ImportPartProps extends AsCodeProps {
  readonly onDraft: NonNullable<AsCodeProps['onDraft']>;
  readonly pasted: PastedRows | undefined;
  readonly onDone: () => void;
}

/** Text to settings: what it would change is shown first, and becomes a draft. Nothing is written. */
export function ImportPart({ pasted, onDone, ...props }: ImportPartProps) {
  const { scope, organization, draft, directory, hasDraft, onDraft } = props;
  const [text, setText] = useState(pasted?.text ?? '');
  const [mode, setMode] = useState<ImportMode>(pasted ? 'add' : 'replace');
  const shownText = useDeferredValue(text);
  const read = useMemo(
    () => (shownText.trim() === '' ? undefined : readPolicy(scope.kind, shownText, organization)),
    [scope.kind, shownText, organization],
  );
  const resolved = useMemo(
    () => (read?.ok ? resolvePolicy(scope.kind, read.value.document, draft, directory ?? [], mode) : undefined),
    [read, scope.kind, draft, directory, mode],
  );
  const diff = useMemo(() => resolved && diffSettings(draft, resolved.settings), [draft, resolved]);
  const changes = diff ? countChanges(diff) : 0;
  const left = resolved?.unresolved.length ?? 0;
  const isReady = resolved !== undefined && directory !== undefined && text === shownText;
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Field
          id="import-text"
          label="Settings"
          hint="JSON of the coder CLI, CSV or cells of a spreadsheet (value and target, by name or id), Terraform, or commands. Nothing is saved yet."
        >
          <CodeArea
            id="import-text"
            rows={8}
            spellCheck={false}
            autoFocus
            placeholder={'value,target\neng-platform,platform'}
            aria-describedby="import-text-hint"
            aria-invalid={read?.ok === false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'end' }}>
          <FileButton accept=".json,.jsonc,.csv,.tsv,.txt,.tf,.sh" onText={setText}>
            Choose a file
          </FileButton>
          <Choice
            label="Mappings that are there"
            options={[
              { value: 'replace', label: 'Replace' },
              { value: 'add', label: 'Keep and add to' },
            ]}
            value={mode}
            onChange={setMode}
          />
        </Box>
        {read?.ok === false && <ReadProblem problem={read.error} text={shownText} />}
        {read?.ok && resolved && (
          <Box role="status" sx={{ display: 'grid', gap: 2 }}>
            <Typography variant="h3">
              {formatNames[read.value.format]}:{' '}
              {changes === 0
                ? 'nothing that isn’t there already'
                : `${changes} ${changes === 1 ? 'change' : 'changes'}`}
            </Typography>
            <NoteList notes={resolved.notes} />
            <UnresolvedList kind={scope.kind} unresolved={resolved.unresolved} />
            {diff && changes > 0 && <Suspense fallback={null}>{props.renderDiff(diff)}</Suspense>}
            {hasDraft && changes > 0 && (
              <Typography variant="body2" color="textSecondary">
                This comes on top of your unsaved changes. Undo takes it back.
              </Typography>
            )}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button
          variant="contained"
          disabled={!isReady || changes === 0}
          onClick={() => {
            if (!resolved || !read?.ok) return;
            onDraft(resolved.settings, `${formatNames[read.value.format]} imported`);
            onDone();
          }}
        >
          {left === 0 ? 'Make it a draft' : `Make it a draft without ${left} ${left === 1 ? 'target' : 'targets'}`}
        </Button>
      </DialogActions>
    </>
  );
}

function ReadProblem({ problem, text }: { readonly problem: PolicyProblem; readonly text: string }) {
  const line = text.split('\n')[problem.line - 1] ?? '';
  const from = Math.max(0, problem.column - 40);
  return (
    <Notice tone="error" title={`Line ${problem.line}, column ${problem.column}`}>
      {problem.message}
      {line.trim() !== '' && (
        <Box component="pre" sx={{ m: 0, mt: 0.5, overflow: 'auto' }}>
          {line.slice(from, from + 100)}
          {'\n'}
          {' '.repeat(Math.max(0, problem.column - 1 - from))}^
        </Box>
      )}
    </Notice>
  );
}
