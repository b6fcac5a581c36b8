import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FlagFinding } from '../domain/flags/checkFlags.ts';
import type { OidcFlag } from '../domain/flags/oidcFlags.ts';
import { Field } from './Field.tsx';
import { ErrorIcon, InfoIcon, WarningIcon } from './icons.tsx';
import { PlainInput } from './PlainInput.tsx';
import { Toggle } from './Toggle.tsx';

interface FlagInputProps {
  readonly flag: OidcFlag;
  readonly text: string;
  readonly problem: string | undefined;
  readonly findings: readonly FlagFinding[];
  readonly onChange: (text: string) => void;
}

const placeholders: Readonly<Partial<Record<OidcFlag['type'], string>>> = {
  list: 'one,two',
  map: '{"idp-name": "coder-name"}',
  lists: '{"idp-value": ["user-admin"]}',
};
const icons = { error: ErrorIcon, warning: WarningIcon, info: InfoIcon } as const;

/** One server flag to fill in, with what is to be said about it. */
export function FlagInput({ flag, text, problem, findings, onChange }: FlagInputProps) {
  const id = `plan-${flag.env}`;
  return (
    <Box>
      {flag.type === 'switch' ? (
        <Toggle id={id} label={flag.label} checked={text === 'true'} onChange={(checked) => onChange(String(checked))}>
          {flag.meaning}
        </Toggle>
      ) : (
        <Field id={id} label={flag.label} hint={flag.meaning} error={problem}>
          <PlainInput
            id={id}
            data-mono
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            placeholder={placeholders[flag.type]}
            aria-describedby={`${id}-hint`}
            aria-invalid={problem !== undefined}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      )}
      <Box role="status">
        {findings.map(({ tone, message }) => {
          const Icon = icons[tone];
          return (
            <Typography
              key={message}
              variant="body2"
              sx={{
                display: 'flex',
                gap: 0.75,
                mt: 0.5,
                '& > svg': { color: `${tone}.main`, mt: '2px', flexShrink: 0 },
              }}
            >
              <Icon fontSize="small" />
              <span>{message}</span>
            </Typography>
          );
        })}
      </Box>
    </Box>
  );
}
