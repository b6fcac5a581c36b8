import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { signIn } from '../../session/signIn.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { KeepSession } from './KeepSession.tsx';
import { passwordWords } from './signInWords.ts';

/** Signs in with email and password. */
export function PasswordForm({ email }: { readonly email: string }) {
  const client = useQueryClient();
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
      setFailure(passwordWords(error));
      setFocus('password', { shouldSelect: true });
    }
  });
  const { ref: emailRef, ...emailField } = register('email', { required: 'Enter your email address.' });
  const { ref: passwordRef, ...passwordField } = register('password', { required: 'Enter your password.' });
  return (
    <Box
      component="form"
      aria-label="Sign in with a password"
      noValidate
      onSubmit={submit}
      sx={{ display: 'grid', gap: 2 }}
    >
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
      <KeepSession field={register('keep')} />
      <Button type="submit" variant="contained" loading={isSubmitting}>
        Sign in
      </Button>
    </Box>
  );
}
