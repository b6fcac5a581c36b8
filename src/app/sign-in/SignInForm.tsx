import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { authMethodsQuery } from '../../api/session.ts';
import { signIn } from '../../session/session.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { signInWords } from './signInWords.ts';

interface SignInFormProps {
  readonly email?: string | undefined;
}

/** Signs in with email and password. What follows is up to whoever watches the session. */
export function SignInForm({ email = '' }: SignInFormProps) {
  const client = useQueryClient();
  const { data: methods } = useQuery(authMethodsQuery);
  const [failure, setFailure] = useState<string>();
  const { register, handleSubmit, setFocus, formState } = useForm({
    defaultValues: { email, password: '', keep: true },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (credentials) => {
    setFailure(undefined);
    try {
      await signIn(client, credentials);
    } catch (error) {
      setFailure(signInWords(error));
      setFocus('password', { shouldSelect: true });
    }
  });
  const { ref: emailRef, ...emailField } = register('email', { required: 'Enter your email address.' });
  const { ref: passwordRef, ...passwordField } = register('password', { required: 'Enter your password.' });
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      {methods?.password.enabled === false && (
        <Notice tone="warning">
          This deployment lets nobody sign in with a password. An Owner can change that on the server.
        </Notice>
      )}
      {failure !== undefined && <Notice tone="error">{failure}</Notice>}
      <Field id="email" label="Email" error={errors.email?.message}>
        <TextInput
          {...emailField}
          id="email"
          type="email"
          inputRef={emailRef}
          autoComplete="username"
          autoFocus={email === ''}
          error={errors.email !== undefined}
          slotProps={{ input: { 'aria-describedby': 'email-hint', spellCheck: false, autoCapitalize: 'none' } }}
        />
      </Field>
      <Field id="password" label="Password" error={errors.password?.message}>
        <TextInput
          {...passwordField}
          id="password"
          type="password"
          inputRef={passwordRef}
          autoComplete="current-password"
          autoFocus={email !== ''}
          error={errors.password !== undefined}
          slotProps={{ input: { 'aria-describedby': 'password-hint' } }}
        />
      </Field>
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 1, cursor: 'pointer' }}>
        <Box
          component="input"
          type="checkbox"
          {...register('keep')}
          sx={{ width: 16, height: 16, m: 0, accentColor: 'var(--mui-palette-primary-main)' }}
        />
        Keep me signed in after a reload of this tab
      </Box>
      <Button type="submit" variant="contained" loading={isSubmitting}>
        Sign in
      </Button>
    </Box>
  );
}
