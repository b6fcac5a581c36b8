import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Capture } from '../../domain/claim-tests/captureClaims.ts';
import type { Claims } from '../../domain/claims.ts';
import { CodeArea } from '../../ui/CodeArea.tsx';
import { Field } from '../../ui/Field.tsx';
import { Mono } from '../../ui/Mono.tsx';

interface CapturedClaimsProps {
  readonly capture: Capture;
  readonly memberOf: readonly string[] | undefined;
}

/** A line for each claim. */
function printClaims(claims: Claims): string {
  const lines = [...claims].map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}

/** All that is stored of somebody's claims. */
export function CapturedClaims({ capture: { claims, leftOut }, memberOf }: CapturedClaimsProps) {
  const id = useId();
  const text = printClaims(claims);
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Field
        id={id}
        label="What is kept of the claims"
        hint="Only what sync reads. It stays in this browser, and in the file if you export it."
      >
        <CodeArea
          id={id}
          readOnly
          rows={Math.min(10, text.split('\n').length + 1)}
          style={{ minHeight: 0, whiteSpace: 'pre-wrap' }}
          spellCheck={false}
          value={text}
          aria-describedby={`${id}-hint`}
        />
      </Field>
      {leftOut.length > 0 && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          Left out, but for the name:{' '}
          {leftOut.map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <Mono>{name}</Mono>
            </span>
          ))}
        </Typography>
      )}
      <Typography variant="body2">
        Before the login:{' '}
        {memberOf ? `in ${memberOf.join(', ') || 'no organization'}` : 'a newcomer, in the default organization'}.
      </Typography>
    </Box>
  );
}
