import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { User } from '../../api/people.ts';

interface LastLoginButtonProps {
  readonly person: User | undefined;
  /** Undefined: not known yet. */
  readonly mayRead: boolean | undefined;
  readonly onLoad: (person: User) => void;
}

/** Brings the claims of the chosen person, or says what is missing for it. */
export function LastLoginButton({ person, mayRead, onLoad }: LastLoginButtonProps) {
  if (person?.loginType !== 'oidc' || mayRead === undefined) return null;
  if (!mayRead) {
    return (
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
        Only Owners may read other people’s claims (permission debug_info:read). Ask one for the answer of debug-link.
      </Typography>
    );
  }
  return (
    <Button size="small" variant="outlined" sx={{ mt: 1 }} onClick={() => onLoad(person)}>
      Use the claims of their last login
    </Button>
  );
}
