import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { User } from '../../api/people.ts';
import { permissionsQuery } from '../../api/permissions.ts';
import { ability } from '../../session/abilities.ts';
import { causeWords } from '../../session/causeWords.ts';
import { LoadProblem } from './LoadProblem.tsx';

interface LastLoginButtonProps {
  /** Somebody who signs in over OIDC. */
  readonly person: User;
  /** The organization whose page this is: its permissions are known already. */
  readonly organizationId: string | undefined;
  readonly onLoad: (person: User) => void;
}

/** Brings the claims of the chosen person, or says what is missing for it. */
export function LastLoginButton({ person, organizationId, onLoad }: LastLoginButtonProps) {
  const { data: permissions, error, refetch } = useQuery(permissionsQuery(organizationId));
  if (!permissions && error)
    return <LoadProblem error={error} what="find out what you may do here" onRetry={refetch} />;
  const mayRead = permissions && ability('readDebugInfo', permissions, 'deployment');
  if (mayRead && !mayRead.granted) {
    const { title, detail } = causeWords(mayRead.cause);
    return (
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
        {title}. {detail} They can send you the answer of debug-link to paste here.
      </Typography>
    );
  }
  return (
    <Button size="small" variant="outlined" loading={!mayRead} sx={{ mt: 1 }} onClick={() => onLoad(person)}>
      Use the claims of their last login
    </Button>
  );
}
