import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Suspense, useId } from 'react';
import type { PreviewFlags } from '../../../api/previewFlags.ts';
import type { Cause } from '../../../session/abilities.ts';
import { causeWords } from '../../../session/causeWords.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { SkeletonBlock } from '../../../ui/SkeletonBlock.tsx';
import { sourceWords } from './sourceWords.ts';

const FlagsByHand = lazyPart(() => import('./FlagsByHand.tsx').then((part) => part.FlagsByHand));

interface FlagFieldsProps {
  /** Why they aren’t read, where that is for want of a permission. */
  readonly cause: Cause | undefined;
  readonly flags: PreviewFlags;
  /** Undefined: they are read from the deployment, and only shown. */
  readonly onChange: ((flags: PreviewFlags) => void) | undefined;
}

/** The server flags that decide about a login: as the deployment has them, or set by hand. */
export function FlagFields({ cause, flags, onChange }: FlagFieldsProps) {
  const id = useId();
  return (
    <Panel aria-labelledby={id}>
      <Typography id={id} variant="h2">
        Server flags
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {onChange
          ? `${reason(cause)} Set them here as whoever runs the server tells you.`
          : 'Read from this deployment.'}
      </Typography>
      {onChange ? (
        <Suspense fallback={<SkeletonBlock label="Loading the flags" heights={[36, 36]} />}>
          <FlagsByHand flags={flags} onChange={onChange} />
        </Suspense>
      ) : (
        <Facts flags={flags} />
      )}
    </Panel>
  );
}

function reason(cause: Cause | undefined): string {
  if (!cause) return 'They can’t be loaded from this deployment.';
  const { title, detail } = causeWords(cause);
  return `${title}. ${detail}`;
}

function Facts({ flags }: Pick<FlagFieldsProps, 'flags'>) {
  const facts = [
    ['Claims are read from', sourceWords[flags.secondary]],
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
