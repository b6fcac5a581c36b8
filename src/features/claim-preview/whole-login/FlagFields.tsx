import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Field } from '../../../ui/Field.tsx';
import { Mono } from '../../../ui/Mono.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import type { PreviewFlags } from './previewFlags.ts';

interface FlagFieldsProps {
  readonly flags: PreviewFlags;
  /** Undefined: they are read from the deployment, and only shown. */
  readonly onChange: ((flags: PreviewFlags) => void) | undefined;
}

/** The server flags that decide about a login: as the deployment has them, or set by hand. */
export function FlagFields({ flags, onChange }: FlagFieldsProps) {
  const id = useId();
  return (
    <Panel aria-labelledby={id}>
      <Typography id={id} variant="h2">
        Server flags
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {onChange
          ? 'You may not read them from this deployment. Set them here as whoever runs the server tells you.'
          : 'Read from this deployment.'}
      </Typography>
      {onChange ? <Inputs flags={flags} onChange={onChange} /> : <Facts flags={flags} />}
    </Panel>
  );
}

const sources = {
  user_info: 'ID token and userinfo; userinfo wins',
  none: 'ID token only',
  access_token: 'ID token and access token; the ID token wins',
} as const;

function Facts({ flags }: Pick<FlagFieldsProps, 'flags'>) {
  const facts = [
    ['Claims are read from', sources[flags.secondary]],
    [
      'Allow list',
      flags.allowList.length > 0 ? `${flags.allowList.join(', ')} (in “${flags.groupField}”)` : 'everybody may sign in',
    ],
    [
      'Site roles',
      flags.siteRoleField === '' ? 'not synced' : `from “${flags.siteRoleField}”, ${flags.siteRoleMapping.size} rows`,
    ],
    ['Unverified email', flags.ignoreEmailVerified ? 'may sign in' : 'is refused'],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        columnGap: 1.5,
        rowGap: 0.5,
        typography: 'body2',
        '& dd': { m: 0, overflowWrap: 'anywhere' },
        '& dt': { color: 'text.secondary' },
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}

function Inputs({
  flags,
  onChange,
}: {
  readonly flags: PreviewFlags;
  readonly onChange: (flags: PreviewFlags) => void;
}) {
  const id = useId();
  const set = (change: Partial<PreviewFlags>) => onChange({ ...flags, ...change });
  const toList = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Toggle
        id={`${id}-userinfo`}
        label="Ignore userinfo"
        checked={flags.secondary === 'none'}
        onChange={(isIgnored) => set({ secondary: isIgnored ? 'none' : 'user_info' })}
      >
        <Mono>CODER_OIDC_IGNORE_USERINFO</Mono>: {sources[flags.secondary]}.
      </Toggle>
      <Toggle
        id={`${id}-email`}
        label="Ignore unverified email addresses"
        checked={flags.ignoreEmailVerified}
        onChange={(ignoreEmailVerified) => set({ ignoreEmailVerified })}
      >
        <Mono>CODER_OIDC_IGNORE_EMAIL_VERIFIED</Mono>
      </Toggle>
      <TextField
        id={`${id}-list`}
        label="Allow list"
        env="CODER_OIDC_ALLOWED_GROUPS, with commas"
        onChange={(text) => set({ allowList: toList(text) })}
      />
      <TextField
        id={`${id}-field`}
        label="Group field of the allow list"
        env="CODER_OIDC_GROUP_FIELD"
        onChange={(text) => set({ groupField: text.trim() })}
      />
      <TextField
        id={`${id}-site`}
        label="Site role field"
        env="CODER_OIDC_USER_ROLE_FIELD"
        onChange={(text) => set({ siteRoleField: text.trim() })}
      />
      <TextField
        id={`${id}-default`}
        label="Site roles for everybody"
        env="CODER_OIDC_USER_ROLE_DEFAULT, with commas"
        onChange={(text) => set({ siteRoleDefaults: toList(text) })}
      />
    </Box>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly env: string;
  readonly onChange: (text: string) => void;
}

function TextField({ id, label, env, onChange }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={env}>
      <TextInput
        id={id}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ input: { 'aria-describedby': `${id}-hint` } }}
      />
    </Field>
  );
}
