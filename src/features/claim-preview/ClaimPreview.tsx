import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { Organization } from '../../api/organizations.ts';
import type { User } from '../../api/people.ts';
import type { Claims } from '../../domain/claims.ts';
import { pasteForField } from '../../domain/pasteForField.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';
import { Mono } from '../../ui/Mono.tsx';
import { ClaimSourceFields } from './ClaimSourceFields.tsx';
import { EmptyPreview } from './EmptyPreview.tsx';
import { LoginFindings } from './LoginFindings.tsx';
import { NamesOnly } from './NamesOnly.tsx';
import { PreviewResult } from './PreviewResult.tsx';
import { ScopeHelp } from './ScopeHelp.tsx';
import { type HeldClaims, useClaimSource } from './useClaimSource.ts';
import { useSurroundings } from './useSurroundings.ts';
import type { ValueFocus } from './valueFocus.ts';

interface ClaimPreviewProps {
  readonly kind: SyncKind;
  readonly saved: SyncSettings;
  readonly draft: SyncSettings;
  /** For group and role sync. */
  readonly organization?: Organization;
  /** Goes to a mapping row. */
  readonly onShowRow?: (key: string) => void;
  /** Takes another claim into the draft, for those who may change it. */
  readonly onChooseField?: ((field: string) => void) | undefined;
  /** Claims that the page around keeps while kinds are switched. */
  readonly held?: HeldClaims;
  /** A new object asks which values lead to a row. */
  readonly asked?: ValueFocus | undefined;
  /** Leads to the page about whole logins. */
  readonly wholeLogin?: ReactNode;
  /** Keeps claims as a test. */
  readonly keepTest?: (claims: Claims, person: User | undefined) => ReactNode;
  /** What the tests say. */
  readonly tests?: ReactNode;
  /** Told the verdict in a few characters ("+1 −1"), and `''` when there is none. Keep it the same function. */
  readonly onVerdict?: (line: string) => void;
}

/**
 * What a login with pasted claims would do, by the draft and by the saved settings. The pasted text is kept in this
 * component, or by the page around it, only: not in the address, in storage, in a cache or in a request.
 */
export function ClaimPreview({
  kind,
  saved,
  draft,
  organization,
  onShowRow,
  onChooseField,
  asked,
  wholeLogin,
  keepTest,
  tests,
  onVerdict,
  held,
}: ClaimPreviewProps): ReactNode {
  const id = useId();
  const source = useClaimSource(held);
  const { text, person, paste: raw, problem } = source;
  const laterDraft = useDeferredValue(draft);
  // Made ready when somebody comes here, and kept: with ten thousand groups a paste would wait for it.
  const [isUsed, setUsed] = useState(false);
  const surroundings = useSurroundings(kind, organization, saved, laterDraft, isUsed || text !== '');
  const paste = useMemo(() => raw && pasteForField(raw, laterDraft.field), [raw, laterDraft.field]);
  useEffect(() => {
    if (!paste) onVerdict?.('');
  }, [paste, onVerdict]);
  return (
    <Box component="section" aria-labelledby={id} sx={frame} onFocus={() => setUsed(true)}>
      <Typography id={id} variant="h2" sx={{ display: { xs: 'none', lg: 'block' } }}>
        Preview
      </Typography>
      <ClaimSourceFields source={source} paste={paste} hint={basis(person)} organizationId={organization?.id} />
      {problem?.scopes && <ScopeHelp advice={problem.scopes} />}
      {paste?.format === 'names' && (
        <NamesOnly paste={paste} kind={kind} field={laterDraft.field} onChooseField={onChooseField} />
      )}
      {paste && paste.format !== 'names' && (
        <PreviewResult
          kind={kind}
          saved={saved}
          draft={laterDraft}
          paste={paste}
          person={person}
          organization={organization}
          onShowRow={onShowRow}
          onChooseField={onChooseField}
          onVerdict={onVerdict}
          asked={asked}
          surroundings={surroundings}
        />
      )}
      {paste && paste.format !== 'names' && paste.format !== 'values' && keepTest?.(paste.claims, person)}
      {text === '' && asked && (
        <Typography variant="body2" role="status">
          Paste claims first. Then the values are shown that lead to row <Mono>{asked.key}</Mono>.
        </Typography>
      )}
      {text === '' && <EmptyPreview />}
      {tests}
      {wholeLogin && <Typography variant="body2">{wholeLogin}</Typography>}
      <LoginFindings
        kind={kind}
        draft={laterDraft}
        organization={organization}
        onChooseField={onChooseField}
        onShowRow={onShowRow}
      />
    </Box>
  );
}

const frame = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignContent: 'start',
  gap: 2,
  p: { xs: 0, lg: 2 },
  border: { xs: 0, lg: 1 },
  borderColor: { lg: 'divider' },
  borderRadius: 2,
  bgcolor: { lg: 'background.paper' },
} as const;

/** Says what the plan starts from. */
function basis(person: User | undefined): string {
  if (!person) return 'Nobody chosen: a new member, who has nothing yet.';
  if (person.loginType !== 'oidc')
    return `${person.displayName} doesn’t sign in over OIDC, so sync never runs for them.`;
  return `Compared with what ${person.email} has now.`;
}
