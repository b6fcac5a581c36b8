import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { settingsTextQuery } from '../../api/syncSettings.ts';
import type { PolicyFormat } from '../../domain/policy/readPolicy.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeArea } from '../../ui/CodeArea.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { downloadFile } from '../../ui/downloadFile.ts';
import { Field } from '../../ui/Field.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import type { AsCodeProps } from './AsCodeProps.ts';
import { exportFile, formatHint, formatNames } from './formats.ts';

const formats = (['json', 'csv', 'terraform', 'commands'] as const).map((value) => ({
  value,
  label: formatNames[value],
}));

/** Settings as text, to copy or to download. */
export function ExportPart({ scope, organization, saved, draft, hasDraft, directory }: AsCodeProps) {
  const [format, setFormat] = useState<PolicyFormat>('json');
  const [which, setWhich] = useState<'saved' | 'draft'>('saved');
  const [targetsAs, setTargetsAs] = useState<'names' | 'ids'>('names');
  const [leavesLegacy, setLeavesLegacy] = useState(false);
  const wire = useQuery(settingsTextQuery(scope));
  const area = useRef<HTMLTextAreaElement>(null);
  const settings = which === 'draft' && hasDraft ? draft : saved;
  const hasLegacy = settings.legacyNameMapping.size > 0;
  const isWire = settings === saved && format === 'json';
  const request = useDeferredValue(
    useMemo(
      () => ({
        scope,
        organization,
        directory,
        format,
        settings,
        targetsAs,
        wire: isWire ? wire.data : undefined,
        withLegacy: !leavesLegacy,
      }),
      [scope, organization, directory, format, settings, targetsAs, isWire, wire.data, leavesLegacy],
    ),
  );
  const file = useMemo(() => exportFile(request), [request]);
  const isReady = !isWire || !wire.isPending;
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <Choice label="Format" options={formats} value={format} onChange={setFormat} />
          {hasDraft && (
            <Choice
              label="State"
              options={[
                { value: 'saved', label: 'As saved' },
                { value: 'draft', label: 'The draft' },
              ]}
              value={which}
              onChange={setWhich}
            />
          )}
          {format === 'csv' && scope.kind !== 'role' && (
            <Choice
              label="Targets"
              options={[
                { value: 'names', label: 'By name' },
                { value: 'ids', label: 'By id' },
              ]}
              value={targetsAs}
              onChange={setTargetsAs}
            />
          )}
        </Box>
        {isWire && wire.isError && (
          <Notice tone="warning">
            {errorWords(wire.error, 'read the settings again').title}. What follows is what was read before.
          </Notice>
        )}
        {hasLegacy && <LegacyNote format={format} leavesLegacy={leavesLegacy} onChange={setLeavesLegacy} />}
        <Field id="as-code-text" label={file.name} hint={formatHint(request)}>
          <CodeArea
            id="as-code-text"
            ref={area}
            readOnly
            rows={14}
            spellCheck={false}
            aria-describedby="as-code-text-hint"
            aria-busy={!isReady}
            value={isReady ? file.text : ''}
          />
        </Field>
      </DialogContent>
      <DialogActions>
        <CopyButton text={file.text} onRefused={() => area.current?.select()} />
        <Button variant="contained" startIcon={<DownloadIcon />} disabled={!isReady} onClick={() => downloadFile(file)}>
          Download
        </Button>
      </DialogActions>
    </>
  );
}

interface LegacyNoteProps {
  readonly format: PolicyFormat;
  readonly leavesLegacy: boolean;
  readonly onChange: (leaves: boolean) => void;
}

/** The command prints legacy mappings, and refuses to take them back. */
function LegacyNote({ format, leavesLegacy, onChange }: LegacyNoteProps) {
  if (format !== 'json') {
    return (
      <Notice tone="warning" role="none">
        The legacy group mappings from the server’s flags can’t be written this way. Whatever replaces all settings
        erases them.
      </Notice>
    );
  }
  return (
    <Toggle id="as-code-legacy" label="Leave the legacy group mappings out" checked={leavesLegacy} onChange={onChange}>
      {leavesLegacy
        ? 'set takes the file. What it applies erases the legacy mappings.'
        : 'As show prints them. set refuses a file that holds them.'}
    </Toggle>
  );
}
