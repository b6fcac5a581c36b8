import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import type { Claims } from '../../domain/claims.ts';
import { shownName } from '../../domain/shownName.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Sides } from './readWorlds.ts';

const TestDialog = lazyPart(() => import('./TestDialog.tsx').then((part) => part.TestDialog));

interface KeepTestProps {
  readonly claims: Claims;
  /** Names of organizations that the person is in before the login; undefined: the default one. */
  readonly memberOf: readonly string[] | undefined;
  readonly sides: Sides;
}

/** Makes a test of what was pasted. Nothing is stored before its form is saved. */
export function KeepTest({ claims, memberOf, sides }: KeepTestProps) {
  const [isOpen, setOpen] = useState(false);
  const [kept, setKept] = useState<{ readonly name: string; readonly of: Claims }>();
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Button
        variant="outlined"
        aria-haspopup="dialog"
        onPointerEnter={TestDialog.preload}
        onFocus={TestDialog.preload}
        onClick={() => setOpen(true)}
      >
        Keep as a test
      </Button>
      {kept?.of === claims && <Notice tone="success">Kept as “{shownName(kept.name)}”.</Notice>}
      {isOpen && (
        <Suspense fallback={null}>
          <TestDialog
            start={{ claims, memberOf }}
            sides={sides}
            onSaved={(name) => setKept({ name, of: claims })}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Box>
  );
}
