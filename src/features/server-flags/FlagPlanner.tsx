import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ServerFlag } from '../../api/serverFlags.ts';
import { checkFlags, type OidcProvider } from '../../domain/flags/checkFlags.ts';
import { flagText, parseFlag } from '../../domain/flags/flagText.ts';
import type { FlagValue } from '../../domain/flags/oidcFlags.ts';
import { type FlagForm, type FlagSetting, printFlags } from '../../domain/flags/printFlags.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeArea } from '../../ui/CodeArea.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { FlagInput } from '../../ui/FlagInput.tsx';
import { Panel } from '../../ui/Panel.tsx';

interface FlagPlannerProps {
  readonly flags: readonly ServerFlag[];
}

/** What is worth changing here. Who Coder is to the provider, and what pages of their own replace, isn't. */
const planned: readonly string[] = [
  'SCOPES',
  'GROUP_FIELD',
  'ALLOWED_GROUPS',
  'IGNORE_USERINFO',
  'ACCESS_TOKEN_CLAIMS',
  'EMAIL_DOMAIN',
  'ALLOW_SIGNUPS',
  'IGNORE_EMAIL_VERIFIED',
  'USER_ROLE_FIELD',
  'USER_ROLE_MAPPING',
  'USER_ROLE_DEFAULT',
];
const forms = [
  { value: 'env', label: 'Environment' },
  { value: 'flags', label: 'Command line' },
  { value: 'helm', label: 'Helm values' },
  { value: 'yaml', label: 'YAML file' },
] as const satisfies readonly { value: FlagForm; label: string }[];
const providers = [
  { value: 'other', label: 'Other' },
  { value: 'keycloak', label: 'Keycloak' },
  { value: 'entra', label: 'Entra ID' },
  { value: 'okta', label: 'Okta' },
  { value: 'google', label: 'Google' },
  { value: 'adfs', label: 'ADFS' },
] as const satisfies readonly { value: OidcProvider; label: string }[];
const hints: Readonly<Record<FlagForm, string>> = {
  env: 'For the environment of the server, such as /etc/coder.d/coder.env. Restart it afterwards.',
  flags: 'Appended to how the server is started.',
  helm: 'For the values of Coder’s Helm chart: add them to the env that is there.',
  yaml: 'For the file of --config. Environment and command line win over it.',
};

function switchesLast(a: ServerFlag, b: ServerFlag): number {
  return Number(a.flag.type === 'switch') - Number(b.flag.type === 'switch');
}

/** A form that writes down what to set, and checks it while it is filled in. Nothing is sent to the server. */
export function FlagPlanner({ flags }: FlagPlannerProps) {
  const offered = flags.filter(({ flag }) => planned.includes(flag.env));
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [provider, setProvider] = useState<OidcProvider>('other');
  const [form, setForm] = useState<FlagForm>('env');
  const area = useRef<HTMLTextAreaElement>(null);
  const textOf = (one: ServerFlag) => texts.get(one.flag.env) ?? flagText(one.value);
  const change = (env: string, text: string) => setTexts((old) => new Map(old).set(env, text));

  const parsed = offered.map((one) => ({ ...one, result: parseFlag(one.flag.type, textOf(one)) }));
  const values = new Map<string, FlagValue>(flags.map(({ flag, value }) => [flag.env, value]));
  for (const { flag, result } of parsed) if (result.ok) values.set(flag.env, result.value);
  const shownValues = useDeferredValue(values);
  const findings = useMemo(() => checkFlags(shownValues, provider), [shownValues, provider]);
  const changed = parsed.filter((one) => textOf(one) !== flagText(one.value));
  const settings = changed.flatMap(({ flag, result }): readonly FlagSetting[] =>
    result.ok ? [{ flag, value: result.value }] : [],
  );
  const text = printFlags(form, settings);
  return (
    <Panel aria-labelledby="plan-flags">
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 2, flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <Typography id="plan-flags" variant="h2">
            What to set
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
            Fill in how it shall be. What to give the server stands below; nothing is sent to it.
          </Typography>
        </Box>
        {changed.length > 0 && <Button onClick={() => setTexts(new Map())}>Start over</Button>}
      </Box>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Choice
          label="Identity provider"
          options={providers}
          value={provider}
          onChange={setProvider}
          hint="For the checks alone."
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, alignItems: 'start' }}>
          {[...parsed].sort(switchesLast).map(({ result, ...one }) => (
            <FlagInput
              key={one.flag.env}
              flag={one.flag}
              text={textOf(one)}
              problem={result.ok ? undefined : result.error}
              findings={findings.filter(({ env }) => env === one.flag.env)}
              onChange={(next) => change(one.flag.env, next)}
            />
          ))}
        </Box>
        <Choice label="As" options={forms} value={form} onChange={setForm} />
        <Field id="plan-text" label="For the server" hint={hints[form]}>
          <CodeArea
            id="plan-text"
            ref={area}
            readOnly
            rows={Math.min(16, Math.max(4, text.split('\n').length))}
            spellCheck={false}
            style={{ minHeight: 96 }}
            placeholder="Nothing is changed yet."
            aria-describedby="plan-text-hint"
            value={text}
          />
        </Field>
        <Box>{text !== '' && <CopyButton text={text} onRefused={() => area.current?.select()} />}</Box>
      </Box>
    </Panel>
  );
}
