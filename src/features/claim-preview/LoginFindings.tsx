import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { claimFieldsQuery, claimValuesQuery } from '../../api/claims.ts';
import type { Organization } from '../../api/organizations.ts';
import type { ClaimFinding } from '../../domain/diagnoseClaim.ts';
import { diagnoseSeen } from '../../domain/diagnoseSeen.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';
import { FindingList } from './FindingList.tsx';
import { useSurroundings } from './useSurroundings.ts';
import { useValueFilter } from './useValueFilter.ts';

interface LoginFindingsProps {
  readonly kind: SyncKind;
  readonly draft: SyncSettings;
  readonly organization: Organization | undefined;
  readonly onChooseField: ((field: string) => void) | undefined;
  readonly onShowRow: ((key: string) => void) | undefined;
}

/** What people's last logins tell without anybody's claims. Asked for on demand: it takes requests of its own. */
export function LoginFindings(props: LoginFindingsProps) {
  const [isWanted, setWanted] = useState(false);
  if (props.draft.field.trim() === '') return null;
  if (isWanted) return <Findings {...props} />;
  return (
    <Button variant="outlined" size="small" onClick={() => setWanted(true)} sx={{ justifySelf: 'start' }}>
      Check people’s last logins
    </Button>
  );
}

function Findings(props: LoginFindingsProps) {
  const id = useId();
  const { kind, draft, onChooseField, onShowRow } = props;
  const findings = useDeferredValue(useSeenFindings(props));
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <Typography id={id} variant="h3">
        From people’s last logins
      </Typography>
      {findings.length === 0 && (
        <Typography variant="body2" color="textSecondary" role="status">
          Nothing to mend.
        </Typography>
      )}
      <FindingList
        label="From people’s last logins"
        findings={findings}
        kind={kind}
        field={draft.field.trim()}
        provider={undefined}
        onChooseField={onChooseField}
        onShowRow={onShowRow}
      />
    </Box>
  );
}

const pauseMs = 400;

/** Asks once per pause in typing, for what the editor beside it asks too: the two share one answer. */
function useSeenFindings({ kind, draft, organization }: LoginFindingsProps): readonly ClaimFinding[] {
  const organizationId = organization?.id;
  const around = useSurroundings(kind, organization, draft, draft);
  const known = around.status === 'ready' ? around : undefined;
  const field = draft.field.trim();
  const [settled, setSettled] = useState(field);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(field), pauseMs);
    return () => clearTimeout(timer);
  }, [field]);
  const { data: fields } = useQuery({ ...claimFieldsQuery(organizationId), enabled: settled !== '' });
  const { data: values } = useQuery(claimValuesQuery(organizationId, settled));
  const mapping = useDeferredValue(draft.mapping);
  const tried = useMemo(() => [...new Set([...(values ?? []), ...mapping.keys()])], [values, mapping]);
  const state = useValueFilter(kind === 'group' ? draft.regexFilter : null, tried);
  const filter = state.status === 'ready' ? state.filter : undefined;
  return useMemo(() => {
    if (settled !== field || !fields || !values || !known) return none;
    return diagnoseSeen({
      kind,
      field,
      fields,
      values,
      mapping,
      targetByName: known.byName,
      stateOf: known.stateOf,
      ...(filter && { filter }),
    });
  }, [kind, field, settled, fields, values, mapping, known, filter]);
}

const none: readonly ClaimFinding[] = [];
