import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { MergedClaims } from '../../../domain/mergeSources.ts';
import { ClaimValue } from '../../../ui/ClaimValue.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ShowMore } from '../ShowMore.tsx';
import { useShown } from '../useShown.ts';

/** Which source each claim was taken from. */
export function SourceTable({ merged: { sourceOf, contested } }: { readonly merged: MergedClaims }) {
  const id = useId();
  const shown = useShown([...sourceOf], 30);
  if (sourceOf.size === 0) return null;
  return (
    <Panel aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ mb: 1 }}>
        Where each claim is from
      </Typography>
      <Box
        component="table"
        aria-labelledby={id}
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          typography: 'body2',
          '& th, & td': {
            textAlign: 'left',
            py: 0.5,
            pr: 1,
            borderTop: 1,
            borderColor: 'divider',
            overflowWrap: 'anywhere',
          },
        }}
      >
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Taken from</th>
          </tr>
        </thead>
        <tbody>
          {shown.items.map(([name, source]) => (
            <tr key={name}>
              <td>
                <ClaimValue value={name} />
              </td>
              <td>
                {source}
                {contested.has(name) && (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    (in both)
                  </Box>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      <ShowMore of={shown} />
    </Panel>
  );
}
