import Box from '@mui/material/Box';
import { isEmptyValue, isMap } from '../../domain/flags/flagText.ts';
import type { FlagValue } from '../../domain/flags/oidcFlags.ts';
import { Mono } from '../../ui/Mono.tsx';

const shown = 12;

/** The value of a server flag, for reading. */
export function FlagValueText({ value }: { readonly value: FlagValue }) {
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  if (isEmptyValue(value)) return <Box sx={{ color: 'text.secondary' }}>Empty</Box>;
  if (typeof value === 'string') return <Mono>{value}</Mono>;
  if (isMap(value)) {
    return (
      <Box component="ul" sx={list}>
        {[...value].slice(0, shown).map(([key, target]) => (
          <li key={key}>
            <Mono>{key}</Mono> → <Mono>{typeof target === 'string' ? target : target.join(', ') || 'nothing'}</Mono>
          </li>
        ))}
        {value.size > shown && <li>and {value.size - shown} more</li>}
      </Box>
    );
  }
  return value.map((item, index) => (
    <span key={item}>
      {index > 0 && ', '}
      <Mono>{item}</Mono>
    </span>
  ));
}

const list = { m: 0, p: 0, listStyle: 'none' } as const;
