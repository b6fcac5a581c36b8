import { styled } from '@mui/material/styles';
import { Mono } from './Mono.tsx';

/** White space that is part of a value and would otherwise not be seen. */
const Edge = styled('span')(({ theme }) => ({
  backgroundColor: (theme.vars ?? theme).palette.soft.warning,
  boxShadow: `inset 0 -1px ${(theme.vars ?? theme).palette.warning.main}`,
}));

/** One claim value as it stands in a claim: to the letter, with spaces at its ends marked. */
export function ClaimValue({ value }: { readonly value: string }) {
  if (value === '') return <em>empty value</em>;
  const start = value.length - value.trimStart().length;
  const end = value.trimEnd().length;
  if (start === 0 && end === value.length) return <Mono>{value}</Mono>;
  if (end === 0) {
    return (
      <Mono>
        <Edge>{value}</Edge>
      </Mono>
    );
  }
  return (
    <Mono title="Has white space at its ends">
      {start > 0 && <Edge>{value.slice(0, start)}</Edge>}
      {value.slice(start, end)}
      {end < value.length && <Edge>{value.slice(end)}</Edge>}
    </Mono>
  );
}
