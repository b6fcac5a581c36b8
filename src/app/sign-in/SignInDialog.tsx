import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { meQuery } from '../../api/session.ts';
import { SignInForm } from './SignInForm.tsx';

/** Signs in again over the page, whose session has ended. */
export function SignInDialog() {
  const me = useQueryClient().getQueryData(meQuery.queryKey);
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="sign-in-title" aria-describedby="sign-in-reason">
      <DialogTitle id="sign-in-title" variant="h2">
        Sign in again
      </DialogTitle>
      <DialogContent>
        <Typography id="sign-in-reason" color="textSecondary" sx={{ mb: 2 }}>
          Your session has ended. The page behind this stays as it is, with everything you have edited.
        </Typography>
        <SignInForm person={me} />
      </DialogContent>
    </Dialog>
  );
}
