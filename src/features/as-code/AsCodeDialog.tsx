import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import { type ReactNode, useState } from 'react';
import { Choice } from '../../ui/Choice.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import type { AsCodeProps, PastedRows } from './AsCodeProps.ts';
import { ExportPart } from './ExportPart.tsx';
import { ImportPart } from './ImportPart.tsx';

interface AsCodeDialogProps extends AsCodeProps {
  /** Rows that were pasted into the form: the dialog starts with importing them. */
  readonly pasted: PastedRows | undefined;
  /** Export and import of the whole deployment, for organization sync. */
  readonly deployment: ReactNode;
  readonly onClose: () => void;
}

const things = [
  { value: 'export', label: 'Export' },
  { value: 'import', label: 'Import' },
] as const;

type Thing = (typeof things)[number]['value'] | 'deployment';

/** The settings of one sync as text: out of the page, and into a draft. */
export function AsCodeDialog({ pasted, deployment, onClose, ...props }: AsCodeDialogProps) {
  const { scope, organization, onDraft } = props;
  const [thing, setThing] = useState<Thing>(pasted && onDraft ? 'import' : 'export');
  const offered = [
    ...things.filter(({ value }) => value === 'export' || onDraft),
    ...(deployment ? [{ value: 'deployment', label: 'Whole deployment' } as const] : []),
  ];
  const title = `${scope.kind[0]?.toUpperCase()}${scope.kind.slice(1)} sync of ${organization?.displayName ?? 'the deployment'} as code`;
  return (
    <Dialog open onClose={onClose} aria-labelledby="as-code-title" maxWidth="md" fullWidth>
      <DialogTitle id="as-code-title" sx={{ pr: 7 }}>
        {title}
      </DialogTitle>
      <IconButton aria-label="Close" onClick={onClose} sx={{ position: 'absolute', right: 12, top: 12 }}>
        <CloseIcon />
      </IconButton>
      {offered.length > 1 && (
        <Box sx={{ px: 3, pb: 2 }}>
          <Choice label="What to do" options={offered} value={thing} onChange={setThing} />
        </Box>
      )}
      {thing === 'export' && <ExportPart {...props} />}
      {thing === 'import' && onDraft && <ImportPart {...props} onDraft={onDraft} pasted={pasted} onDone={onClose} />}
      {thing === 'deployment' && deployment}
    </Dialog>
  );
}
