import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Paste } from '../../domain/Paste.ts';
import { LastLoginButton } from './LastLoginButton.tsx';
import { PasteField } from './PasteField.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import type { ClaimSource } from './useClaimSource.ts';

interface ClaimSourceFieldsProps {
  readonly source: ClaimSource;
  /** What was read, if that depends on more than the text. */
  readonly paste?: Paste | undefined;
  /** Says what the plan starts from. */
  readonly hint: ReactNode;
  /** The organization whose page this is, if it is one's. */
  readonly organizationId?: string | undefined;
}

/** Takes the claims, pasted or from the deployment, and the person to compare with. */
export function ClaimSourceFields({ source, paste = source.paste, hint, organizationId }: ClaimSourceFieldsProps) {
  const { text, setText, person, setPerson, load, problem } = source;
  return (
    <>
      <PasteField
        text={text}
        onChange={setText}
        paste={paste}
        problem={problem}
        onUseOwnClaims={load.own}
        isFetching={load.isFetching}
      />
      {load.notice}
      <Box>
        <PersonPicker person={person} onChange={setPerson} hint={hint} />
        {person?.loginType === 'oidc' && (
          <LastLoginButton person={person} organizationId={organizationId} onLoad={load.ofPerson} />
        )}
      </Box>
    </>
  );
}
