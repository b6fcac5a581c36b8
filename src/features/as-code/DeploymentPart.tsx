import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { organizationsQuery } from '../../api/organizations.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeArea } from '../../ui/CodeArea.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { downloadFile } from '../../ui/downloadFile.ts';
import { Field } from '../../ui/Field.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BundleImport } from './BundleImport.tsx';
import type { DeploymentProps } from './DeploymentProps.ts';
import { readDeployment } from './readDeployment.ts';

/** All settings of all organizations, out of the page and into drafts. */
export function DeploymentPart(props: DeploymentProps) {
  const [thing, setThing] = useState<'export' | 'import'>('export');
  const choice = (
    <Choice
      label="Settings of all organizations"
      options={[
        { value: 'export', label: 'Export' },
        { value: 'import', label: 'Import' },
      ]}
      value={thing}
      onChange={setThing}
    />
  );
  return thing === 'export' ? (
    <DeploymentExport>{choice}</DeploymentExport>
  ) : (
    <BundleImport {...props}>{choice}</BundleImport>
  );
}

function DeploymentExport({ children }: { readonly children: ReactNode }) {
  const { data: organizations = [] } = useQuery(organizationsQuery);
  const [format, setFormat] = useState<'json' | 'terraform'>('json');
  const [done, setDone] = useState(0);
  const read = useMutation({ mutationFn: (as: typeof format) => readDeployment(as, organizations, setDone) });
  const area = useRef<HTMLTextAreaElement>(null);
  const file = read.data;
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {children}
          <Choice
            label="Format"
            options={[
              { value: 'json', label: 'JSON' },
              { value: 'terraform', label: 'Terraform' },
            ]}
            value={format}
            onChange={(value) => {
              setFormat(value);
              read.reset();
            }}
          />
        </Box>
        <Box>
          Organization sync, and group and role sync of the {formatCount(organizations.length)} organizations that you
          can see, as they are saved now. {format === 'json' ? 'The same file can be imported here.' : ''}
        </Box>
        {read.isPending && (
          <Box role="status">
            Reading {formatCount(done)} of {formatCount(organizations.length * 2 + 1)}…
          </Box>
        )}
        {read.isError && <Notice tone="error">{errorWords(read.error, 'read all settings').title}</Notice>}
        {file && (
          <Field id="deployment-text" label={file.name}>
            <CodeArea id="deployment-text" ref={area} readOnly rows={14} spellCheck={false} value={file.text} />
          </Field>
        )}
      </DialogContent>
      <DialogActions>
        {file ? (
          <>
            <CopyButton text={file.text} onRefused={() => area.current?.select()} />
            <Button variant="contained" startIcon={<DownloadIcon />} onClick={() => downloadFile(file)}>
              Download
            </Button>
          </>
        ) : (
          <Button variant="contained" disabled={read.isPending} onClick={() => read.mutate(format)}>
            Read all settings
          </Button>
        )}
      </DialogActions>
    </>
  );
}
