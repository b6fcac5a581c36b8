import Box from '@mui/material/Box';
import { useState } from 'react';
import { type FlagValues, flagsOfValues, type PreviewFlags } from '../../../api/previewFlags.ts';
import { checkFlags } from '../../../domain/flags/checkFlags.ts';
import { parseFlag } from '../../../domain/flags/flagText.ts';
import { envPrefix, type FlagValue, findFlag } from '../../../domain/flags/oidcFlags.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FlagInput } from '../../../ui/FlagInput.tsx';
import { sourceWords } from './sourceWords.ts';

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

interface FlagsByHandProps {
  readonly flags: PreviewFlags;
  readonly onChange: (flags: PreviewFlags) => void;
}

/** The flags that decide, to be filled in by whoever may not read them, checked as the server would. */
export function FlagsByHand({ flags, onChange }: FlagsByHandProps) {
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
        hint={`${sourceWords[flags.secondary]}. ${sourceFlags[flags.secondary].map((env) => `${envPrefix}${env}=true`).join(' ')}`}
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
