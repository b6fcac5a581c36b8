import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { User } from '../../../api/people.ts';
import type { Claims } from '../../../domain/claims.ts';
import type { Paste } from '../../../domain/Paste.ts';
import { CodeArea } from '../../../ui/CodeArea.tsx';
import { Field } from '../../../ui/Field.tsx';
import { CopyIcon } from '../../../ui/icons.tsx';
import { blankIdentity, identityOf } from './blankIdentity.ts';
import { type Ticket, ticketText } from './ticketText.ts';

interface TicketButtonProps {
  /** Whose claims they are stands nowhere in what is copied. */
  readonly paste: Paste;
  readonly person: User | undefined;
  /** Asked when it is copied. */
  readonly ticket: () => Ticket;
}

/** Copies what the preview says as plain text, without e-mail, subject and names. */
export function TicketButton({ paste, person, ticket }: TicketButtonProps) {
  const id = useId();
  const [copied, setCopied] = useState<{ readonly text: string; readonly isRefused: boolean }>();
  const copy = async () => {
    const text = blankIdentity(ticketText(ticket()), identityOf(claimsOf(paste), person && namesOf(person)));
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, isRefused: false });
    } catch {
      setCopied({ text, isRefused: true });
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <Button size="small" startIcon={<CopyIcon />} onClick={() => void copy()}>
        Copy for a ticket
      </Button>
      <Typography variant="body2" aria-live="polite">
        {copied &&
          (copied.isRefused
            ? 'The browser doesn’t let this page copy. Take the text from below.'
            : 'Copied. E-mail, subject and names are blanked.')}
      </Typography>
      {copied?.isRefused && (
        <Box sx={{ width: '100%' }}>
          <Field id={id} label="Text for a ticket" hint="E-mail, subject and names are blanked.">
            <CodeArea id={id} readOnly value={copied.text} onFocus={(event) => event.target.select()} />
          </Field>
        </Box>
      )}
    </Box>
  );
}

function claimsOf({ claims, sources }: Paste): readonly Claims[] {
  const all = [claims, sources?.idToken, sources?.userInfo, sources?.accessToken];
  return all.filter((one) => one !== undefined);
}

function namesOf({ email, username, displayName }: User) {
  return { email, username, displayName };
}
