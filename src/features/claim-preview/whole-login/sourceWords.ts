import type { PreviewFlags } from '../../../api/previewFlags.ts';

/** What the server reads claims from, and which source wins. */
export const sourceWords = {
  user_info: 'ID token and userinfo; userinfo wins',
  none: 'ID token only',
  access_token: 'ID token and access token; the ID token wins',
} as const satisfies Record<PreviewFlags['secondary'], string>;
