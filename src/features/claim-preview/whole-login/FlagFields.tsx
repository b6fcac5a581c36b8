import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { checkFlags } from '../../../domain/flags/checkFlags.ts';
import { parseFlag } from '../../../domain/flags/flagText.ts';
import { envPrefix, type FlagValue, findFlag } from '../../../domain/flags/oidcFlags.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FlagInput } from '../../../ui/FlagInput.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { type FlagValues, flagsOfValues, type PreviewFlags } from './previewFlags.ts';

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
    ['Email domains', flags.emailDomains.length > 0 ? flags.emailDomains.join(', ') : 'all'],
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

/** Those that are filled in, in the order in which the server asks them. */
const byHand = [
  'EMAIL_DOMAIN',
  'IGNORE_EMAIL_VERIFIED',
  'GROUP_FIELD',
  'ALLOWED_GROUPS',
  'USER_ROLE_FIELD',
  'USER_ROLE_MAPPING',
  'USER_ROLE_DEFAULT',
];
const sourceFlags = {
  user_info: [],
  none: ['IGNORE_USERINFO'],
  access_token: ['IGNORE_USERINFO', 'ACCESS_TOKEN_CLAIMS'],
} as const;

interface InputsProps {
  readonly flags: PreviewFlags;
  readonly onChange: (flags: PreviewFlags) => void;
}

function Inputs({ flags, onChange }: InputsProps) {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = byHand.flatMap((env) => {
    const flag = findFlag(env);
    return flag ? [{ flag, text: texts.get(env) ?? '' }] : [];
  });
  const findings = checkFlags(valuesOf(texts, flags.secondary), 'other');
  const change = (next: ReadonlyMap<string, string>, source: PreviewFlags['secondary']) => {
    setTexts(next);
    onChange(flagsOfValues(valuesOf(next, source)));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Choice
        label="Claims are read from"
        options={[
          { value: 'user_info', label: 'ID token + userinfo' },
          { value: 'none', label: 'ID token' },
          { value: 'access_token', label: 'ID token + access token' },
        ]}
        value={flags.secondary}
        onChange={(source) => change(texts, source)}
        hint={`${sources[flags.secondary]}. ${sourceFlags[flags.secondary].map((env) => `${envPrefix}${env}=true`).join(' ')}`}
      />
      {asked.map(({ flag, text }) => {
        const parsed = parseFlag(flag.type, text);
        return (
          <FlagInput
            key={flag.env}
            flag={{ ...flag, meaning: `${envPrefix}${flag.env}: ${flag.meaning}` }}
            text={text}
            problem={parsed.ok ? spaceProblem(parsed.value) : parsed.error}
            findings={findings.filter(({ env }) => env === flag.env)}
            onChange={(next) => change(new Map(texts).set(flag.env, next), flags.secondary)}
          />
        );
      })}
    </Box>
  );
}

/** What the texts say, without those that the server couldn't read. */
function valuesOf(texts: ReadonlyMap<string, string>, source: PreviewFlags['secondary']): FlagValues {
  // A server asks for these by itself; they decide nothing here.
  const values = new Map<string, FlagValue>([['SCOPES', ['openid', 'profile', 'email']]]);
  for (const env of sourceFlags[source]) values.set(env, true);
  for (const [env, text] of texts) {
    const flag = findFlag(env);
    const parsed = flag && text !== '' ? parseFlag(flag.type, text) : undefined;
    if (parsed?.ok) values.set(env, parsed.value);
  }
  return values;
}

/** A space beside a comma belongs to the value: the server compares it, too. */
function spaceProblem(value: FlagValue): string | undefined {
  const odd = Array.isArray(value) ? value.find((item) => item !== item.trim()) : undefined;
  return odd === undefined
    ? undefined
    : `“${odd}” has a space at its end or start, which counts. Separate by commas alone.`;
}
