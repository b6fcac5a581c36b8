import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** Teaches what to paste, and where to get it. */
export function EmptyPreview() {
  return (
    <Box sx={{ color: 'text.secondary', typography: 'body2', display: 'grid', gap: 0.5 }}>
      <Typography variant="body2">See what a login would do here, before you save. Paste one of these:</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.25 }}>
        <li>an ID token, or its claims as JSON, from the IdP’s token preview</li>
        <li>
          the answer of <code>/api/v2/debug/USER/debug-link</code>, for Owners
        </li>
        <li>an answer of the IdP’s userinfo address, also as curl -i prints it</li>
        <li>a line of the server’s log, or an error about a scope</li>
        <li>your own claims: one click, if you sign in over OIDC</li>
      </Box>
    </Box>
  );
}
