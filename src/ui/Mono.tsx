import { styled } from '@mui/material/styles';
import type { ComponentProps } from 'react';
import { formatCount } from './formatCount.ts';

const Text = styled('bdi')(({ theme }) => ({
  fontFamily: theme.typography.fontFamilyMono,
  fontSize: '0.93em',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}));

const longest = 300;

/**
 * A claim value, a claim name or an id: monospaced, with every space in sight, and inert whatever it holds. An endless one
 * is cut, and says so.
 */
export function Mono({ children, ...props }: ComponentProps<typeof Text>) {
  if (typeof children !== 'string' || children.length <= longest) return <Text {...props}>{children}</Text>;
  return (
    <>
      <Text {...props}>{children.slice(0, longest).toWellFormed()}…</Text>{' '}
      <em>{formatCount(children.length)} characters</em>
    </>
  );
}
