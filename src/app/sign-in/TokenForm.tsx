import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { buildInfoQuery } from '../../api/deployment.ts';
import { signInWithToken } from '../../session/signIn.ts';
import { isSessionToken } from '../../session/storedToken.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { KeepSession } from './KeepSession.tsx';
import { tokenWords } from './signInWords.ts';

const wrongForm =
  'A session token has 10 letters and digits, a hyphen, and 22 more letters and digits. This text has another form.';

/** Signs in with a session token that the deployment itself gives on its `/cli-auth` page. */
export function TokenForm() {
  const client = useQueryClient();
  const [failure, setFailure] = useState<string>();
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { token: '', keep: true } });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ token, keep }) => {
    setFailure(undefined);
    try {
      await signInWithToken(client, { token: token.trim(), keep });
    } catch (error) {
      setFailure(tokenWords(error));
      setFocus('token', { shouldSelect: true });
    }
  });
  const { ref: tokenRef, ...tokenField } = register('token', {
    validate: (text) => (text.trim() === '' ? 'Paste a session token.' : isSessionToken(text.trim()) || wrongForm),
  });
  return (
    <Box
      component="form"
      aria-label="Sign in with a session token"
      noValidate
      onSubmit={submit}
      sx={{ display: 'grid', gap: 2 }}
    >
      {failure !== undefined && <Notice tone="error">{failure}</Notice>}
      <Field id="token" label="Session token" hint={<TokenSource />} error={errors.token?.message}>
        <TextInput
          {...tokenField}
          id="token"
          type="password"
          inputRef={tokenRef}
          autoComplete="off"
          autoFocus
          error={errors.token !== undefined}
          slotProps={{ input: { 'aria-describedby': 'token-hint', spellCheck: false, autoCapitalize: 'none' } }}
        />
      </Field>
      <KeepSession field={register('keep')} />
      <Button type="submit" variant="contained" loading={isSubmitting}>
        Sign in
      </Button>
    </Box>
  );
}

function TokenSource() {
  const { data: build } = useQuery(buildInfoQuery);
  if (!build?.dashboard) return 'The page /cli-auth of the deployment gives one.';
  return (
    <>
      <a href={new URL('/cli-auth', build.dashboard).href} target="_blank" rel="noopener noreferrer">
        Get one from {build.dashboard.host}
      </a>{' '}
      (opens in a new tab), and paste it here.
    </>
  );
}
