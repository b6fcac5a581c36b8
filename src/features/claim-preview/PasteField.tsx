import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import type { Paste, PasteNote, PasteProblem } from '../../domain/Paste.ts';
import { Field } from '../../ui/Field.tsx';
import { formatCount } from '../../ui/formatCount.ts';

interface PasteFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly paste: Paste | undefined;
  readonly problem: PasteProblem | undefined;
  readonly onUseOwnClaims: () => void;
  readonly isFetching: boolean;
}

/** A longer text isn’t put into the field whole: laying it out takes longer than all the rest. */
const longest = 100_000;
const shownOfLong = 2000;

const placeholder = '{ "groups": ["eng-platform", "ops"] }\nor eyJhbGciOi…';

/** Where claims are pasted, with what was made of them. The text leaves this page in no way. */
export function PasteField({ text, onChange, paste, problem, onUseOwnClaims, isFetching }: PasteFieldProps) {
  const id = useId();
  const isLong = text.length > longest;
  return (
    <Box>
      <Field
        id={id}
        label="Claims or token"
        hint={
          <>
            {paste ? sourceLine(paste) : 'Stays in this page: it isn’t sent or stored anywhere.'}
            {isLong && ` · ${lengthOf(text)}, of which the start is shown`}
          </>
        }
        error={problem && <PasteProblemLine problem={problem} />}
      >
        <Textarea
          id={id}
          rows={rowsFor(text)}
          value={isLong ? `${text.slice(0, shownOfLong).toWellFormed()}…` : text}
          readOnly={isLong}
          onChange={(event) => onChange(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text');
            if (pasted === '' || (!isLong && pasted.length <= longest)) return;
            event.preventDefault();
            const { selectionStart, selectionEnd } = event.currentTarget;
            onChange(isLong ? pasted : text.slice(0, selectionStart) + pasted + text.slice(selectionEnd));
          }}
          placeholder={placeholder}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </Field>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" loading={isFetching} onClick={onUseOwnClaims}>
          Use my own claims
        </Button>
        {text !== '' && (
          <Button size="small" onClick={() => onChange('')}>
            Clear
          </Button>
        )}
      </Box>
    </Box>
  );
}

function lengthOf({ length }: string): string {
  return length < 1_000_000 ? `${formatCount(Math.round(length / 1000))} kB` : `${(length / 1_000_000).toFixed(1)} MB`;
}

/** Tall enough for a short text, and never in the way of the answer. */
function rowsFor(text: string): number {
  const start = text.slice(0, 2000);
  return Math.min(9, Math.max(3, start.split('\n').length, Math.ceil(start.length / 44)));
}

/** A native one: measuring megabytes of text for its height would hold up the page. */
const Textarea = styled('textarea')(({ theme }) => {
  const { palette } = theme.vars;
  return {
    display: 'block',
    width: '100%',
    minHeight: 54,
    padding: '8px 10px',
    resize: 'vertical',
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${palette.control}`,
    backgroundColor: palette.background.paper,
    color: palette.text.primary,
    fontFamily: theme.typography.fontFamilyMono,
    fontSize: '0.75rem',
    lineHeight: '18px',
    overflowWrap: 'anywhere',
    '&::placeholder': { color: palette.text.secondary, opacity: 1 },
    '&:hover': { borderColor: palette.text.secondary },
    '&:focus': { borderColor: palette.primary.main, outline: `2px solid ${palette.primary.main}`, outlineOffset: -1 },
    '&[aria-invalid=true]': { borderColor: palette.error.main },
  };
});

function PasteProblemLine({ problem: { message, line, column } }: { readonly problem: PasteProblem }) {
  return line === undefined ? message : `Line ${line}, column ${column}: ${message}`;
}

const tokenNames = { id: 'ID token', access: 'Access token', refresh: 'Refresh token', unknown: 'Token' } as const;

const noteWords: Readonly<Record<PasteNote, string>> = {
  'trailing-commas': 'trailing commas overlooked',
  'braces-added': 'braces added',
  'found-in-text': 'found in the text',
  'token-response': 'taken out of a token answer',
  'http-answer': 'taken out of an HTTP answer',
  'userinfo-shape': 'looks like an answer of userinfo',
  'guessed-sources': 'taken as ID token and userinfo, in this order',
  'rest-ignored': 'the rest ignored',
  'access-token-aside': 'the access token isn’t read by Coder',
  'merged-here': 'sources merged here, userinfo wins',
};

/** Says what was recognised: "ID token · Keycloak · signature not verified". */
function sourceLine({ format, token, sources, provider, notes }: Paste): string {
  const formats = {
    claims: 'Claims as JSON',
    'debug-link': 'Claims of a last login, merged',
    'own-claims': 'Your own claims, merged',
    token: tokenNames[token ?? 'unknown'],
    several: severalNames(sources),
    names: 'Names of claims from the server’s log, without values',
    values: 'Values of the group claim from the server’s log; a value with a space in it comes apart',
  };
  const parts = [formats[format], provider, ...notes.map((note) => noteWords[note])];
  if (format === 'token' || format === 'several') parts.push('signature not verified');
  return parts.filter((part) => part !== undefined).join(' · ');
}

function severalNames(sources: Paste['sources']): string {
  const names = [
    sources?.idToken && 'ID token',
    sources?.userInfo && 'userinfo',
    sources?.accessToken && 'access token',
  ].filter((name) => name !== undefined);
  return names.join(' + ');
}
