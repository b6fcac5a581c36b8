import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import type { SettingsScope } from '../../api/keys.ts';
import { type Me, meQuery } from '../../api/session.ts';
import { draftKeyOf, useIsUnsaved } from './useDraft.ts';

const Dot = styled('span')(({ theme }) => ({
  width: 7,
  height: 7,
  borderRadius: 4,
  backgroundColor: (theme.vars ?? theme).palette.warning.main,
}));

/** Marks what leads to settings with unsaved changes. */
export function UnsavedMark({ scope }: { readonly scope: SettingsScope }) {
  const { data: me } = useQuery(meQuery);
  return me ? <Mark me={me} scope={scope} /> : null;
}

function Mark({ me, scope }: { readonly me: Me; readonly scope: SettingsScope }) {
  return useIsUnsaved(draftKeyOf(me, scope)) ? (
    <Dot role="img" aria-label="unsaved changes" title="Unsaved changes" />
  ) : null;
}
