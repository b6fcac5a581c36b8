import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useDeferredValue, useMemo, useState } from 'react';
import { serverFlagsQuery } from '../../api/serverFlags.ts';
import { countChanges, diffSettings } from '../../domain/diffSettings.ts';
import { migrateFlags } from '../../domain/flags/migrateFlags.ts';
import type { FlagValue } from '../../domain/flags/oidcFlags.ts';
import { readFlags } from '../../domain/flags/readFlags.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeArea } from '../../ui/CodeArea.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { MigratedRows } from './MigratedRows.tsx';
import type { MigrateProps } from './MigrateProps.ts';

interface MigrateDialogProps extends MigrateProps {
  readonly onClose: () => void;
}

type Source = 'deployment' | 'pasted';

/** Group flags of the server become a draft of the default organization's group sync, with what changes in meaning. */
export function MigrateDialog({ onClose, ...props }: MigrateDialogProps) {
  const { draft, hasDraft, directory, mayReadFlags, renderDiff, onDraft } = props;
  const [source, setSource] = useState<Source>(mayReadFlags ? 'deployment' : 'pasted');
  const [text, setText] = useState('');
  const flags = useFlags(source, text);
  const byName = useMemo(() => new Map((directory ?? []).map(({ name, target }) => [name, target])), [directory]);
  const migration = useMemo(
    () => (flags.values && directory ? migrateFlags(flags.values, draft, byName) : undefined),
    [flags.values, directory, draft, byName],
  );
  const diff = useMemo(() => migration && diffSettings(draft, migration.settings), [draft, migration]);
  const changes = diff ? countChanges(diff) : 0;
  const canGoOn = migration !== undefined && !migration.isEmpty && migration.filterProblem === undefined && changes > 0;
  return (
    <Dialog open onClose={onClose} aria-labelledby="migrate-title" maxWidth="md" fullWidth>
      <DialogTitle id="migrate-title">Migrate from server flags</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Typography>
          The group flags of the server (CODER_OIDC_GROUP_FIELD, _MAPPING, _REGEX_FILTER, _AUTO_CREATE) become settings
          of group sync here, as a draft. Once saved, the server ignores those flags for this organization.
        </Typography>
        {mayReadFlags && (
          <Choice
            label="Flags"
            options={[
              { value: 'deployment', label: 'Of this deployment' },
              { value: 'pasted', label: 'Paste them' },
            ]}
            value={source}
            onChange={setSource}
          />
        )}
        {source === 'pasted' && (
          <Field
            id="migrate-text"
            label="Environment, command line or Helm values"
            hint="Everything but the flags for OIDC is left out. It isn’t sent or stored anywhere."
          >
            <CodeArea
              id="migrate-text"
              rows={6}
              spellCheck={false}
              autoFocus
              placeholder={'CODER_OIDC_GROUP_FIELD=groups\nCODER_OIDC_GROUP_MAPPING={"idp-name": "coder-name"}'}
              aria-describedby="migrate-text-hint"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
        )}
        {flags.error && <Notice tone="error">{errorWords(flags.error, 'load the server’s flags').title}</Notice>}
        {flags.problems.map(({ line, message }) => (
          <Notice key={`${line} ${message}`} tone="warning">
            Line {line}: {message}
          </Notice>
        ))}
        {migration?.isEmpty && flags.isGiven && <Notice tone="info">These flags say nothing about groups.</Notice>}
        {migration?.filterProblem !== undefined && (
          <Notice tone="error" title="The filter can’t be read">
            {migration.filterProblem}
          </Notice>
        )}
        {migration && !migration.isEmpty && (
          <Box role="status" sx={{ display: 'grid', gap: 2 }}>
            <MigratedRows rows={migration.rows} regexFilter={migration.settings.regexFilter} />
            <Box>
              <Typography variant="h3" sx={{ mb: 0.5 }}>
                {changes === 0 ? 'Nothing changes: the settings are like this already' : 'What changes in the settings'}
              </Typography>
              {diff && changes > 0 && <Suspense fallback={null}>{renderDiff(diff)}</Suspense>}
            </Box>
            <Typography variant="body2" color="textSecondary">
              The preview beside the form then compares a login before and after, for any claims.
              {hasDraft && ' This comes on top of your unsaved changes. Undo takes it back.'}
            </Typography>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          disabled={!canGoOn}
          onClick={() => {
            if (!migration) return;
            onDraft(migration.settings, 'migrated from server flags');
            onClose();
          }}
        >
          Make it a draft
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface Flags {
  readonly values: ReadonlyMap<string, FlagValue> | undefined;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly error: Error | null;
  /** There is something to look at. */
  readonly isGiven: boolean;
}

function useFlags(source: Source, text: string): Flags {
  const shown = useDeferredValue(text);
  const { data, error } = useQuery({ ...serverFlagsQuery, enabled: source === 'deployment' });
  return useMemo(() => {
    if (source === 'pasted') return { ...readFlags(shown), error: null, isGiven: shown.trim() !== '' };
    const values = data && new Map(data.map(({ flag, value }) => [flag.env, value]));
    return { values, problems: [], error, isGiven: data !== undefined };
  }, [source, shown, data, error]);
}
