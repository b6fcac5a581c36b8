import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { organizationsQuery } from '../../api/organizations.ts';
import type { PolicyProblem } from '../../domain/policy/PolicyDocument.ts';
import { type BundleEntry, isBundle, readBundle } from '../../domain/policy/policyBundle.ts';
import { readJsonTree } from '../../domain/policy/readJsonTree.ts';
import { fail, type Result } from '../../domain/result.ts';
import { errorWords } from '../../session/errorWords.ts';
import { CodeArea } from '../../ui/CodeArea.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { Notice } from '../../ui/Notice.tsx';
import { assessBundle, type BundleAssessment } from './assessBundle.ts';
import type { DeploymentProps } from './DeploymentProps.ts';

interface BundleImportProps extends DeploymentProps {
  readonly children: ReactNode;
}

function readText(text: string): Result<readonly BundleEntry[], PolicyProblem> {
  const tree = readJsonTree(text);
  if (!tree.ok) return tree;
  if (!isBundle(tree.value)) {
    const message = 'This is no file of a whole deployment. Settings of one sync are imported on its own page.';
    return fail({ message, line: 1, column: 1 });
  }
  return readBundle(tree.value);
}

/** A file of a whole deployment becomes one draft per sync that it changes. */
export function BundleImport({ onDraft, renderLink, children }: BundleImportProps) {
  const { data: organizations = [] } = useQuery(organizationsQuery);
  const [text, setText] = useState('');
  const [done, setDone] = useState(0);
  const [isMade, setMade] = useState(false);
  const look = useMutation({
    mutationFn: (entries: readonly BundleEntry[]) => assessBundle(entries, organizations, setDone),
  });
  const read = text.trim() === '' ? undefined : readText(text);
  const changed = look.data?.items.filter(({ changes }) => changes > 0) ?? [];
  const change = (next: string) => {
    setText(next);
    setMade(false);
    look.reset();
  };
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        {children}
        <Field
          id="bundle-text"
          label="JSON of a whole deployment"
          hint="As it is exported here. Each sync that it changes gets a draft on its own page; nothing is saved."
        >
          <CodeArea
            id="bundle-text"
            rows={6}
            spellCheck={false}
            aria-describedby="bundle-text-hint"
            aria-invalid={read?.ok === false}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        </Field>
        <FileButton accept=".json,.jsonc,.txt" onText={change}>
          Choose a file
        </FileButton>
        {read?.ok === false && (
          <Notice tone="error" title={`Line ${read.error.line}, column ${read.error.column}`}>
            {read.error.message}
          </Notice>
        )}
        {look.isPending && <Box role="status">Comparing… {formatCount(done)}</Box>}
        {look.isError && <Notice tone="error">{errorWords(look.error, 'compare it with what is saved').title}</Notice>}
        {look.data && <Findings found={look.data} isMade={isMade} renderLink={renderLink} />}
      </DialogContent>
      <DialogActions>
        {look.data ? (
          <Button
            variant="contained"
            disabled={changed.length === 0 || isMade}
            onClick={() => {
              for (const { scope, saved, settings } of changed) onDraft(scope, saved, settings, 'imported');
              setMade(true);
            }}
          >
            Make {changed.length} {changed.length === 1 ? 'draft' : 'drafts'}
          </Button>
        ) : (
          <Button
            variant="contained"
            disabled={!read?.ok || look.isPending}
            onClick={() => read?.ok && look.mutate(read.value)}
          >
            Compare with what is saved
          </Button>
        )}
      </DialogActions>
    </>
  );
}

interface FindingsProps extends Pick<DeploymentProps, 'renderLink'> {
  readonly found: BundleAssessment;
  readonly isMade: boolean;
}

function Findings({ found: { items, missing, unreadable }, isMade, renderLink }: FindingsProps) {
  const changed = items.filter(({ changes }) => changes > 0);
  const same = items.length - changed.length;
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2 }}>
      {missing.length > 0 && (
        <Notice tone="warning" title="Not in this deployment, and left out">
          {missing.join(', ')}
        </Notice>
      )}
      {unreadable.map((line) => (
        <Notice key={line} tone="warning" title="Can’t be read, and is left out">
          {line}
        </Notice>
      ))}
      {isMade && <Notice tone="success">The drafts are made. Review and save each on its page.</Notice>}
      <Box component="ul" aria-label="What changes" sx={{ m: 0, pl: 2.5 }}>
        {changed.map(({ title, scope, changes, left }) => (
          <li key={title}>
            {isMade ? renderLink(scope, title) : title}: {formatCount(changes)} {changes === 1 ? 'change' : 'changes'}
            {left > 0 && `, ${formatCount(left)} targets by name are left out`}
          </li>
        ))}
        {same > 0 && <li>{formatCount(same)} are the same as here</li>}
      </Box>
    </Box>
  );
}
