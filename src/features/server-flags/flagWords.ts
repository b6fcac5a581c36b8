import type { FlagSource } from '../../api/serverFlags.ts';
import type { FlagSection } from '../../domain/flags/oidcFlags.ts';

export const sections: readonly { readonly section: FlagSection; readonly title: string; readonly text: string }[] = [
  { section: 'login', title: 'Who may log in', text: 'Decided before any sync.' },
  {
    section: 'claims',
    title: 'Which claims are read',
    text: 'What the identity provider is asked for, and where the answer is taken from.',
  },
  {
    section: 'groups',
    title: 'Groups',
    text: 'The allow list, and group sync of the default organization as long as nobody has saved it.',
  },
  { section: 'siteRoles', title: 'Site roles', text: 'Roles of the whole deployment, such as Owner and User Admin.' },
  { section: 'organizations', title: 'Organizations', text: 'Organization sync, as long as nobody has saved it.' },
];

export const sourceWords: Readonly<Record<FlagSource | 'unset', string>> = {
  flag: 'Command line',
  env: 'Environment',
  yaml: 'YAML file',
  default: 'Default',
  unset: 'Not set',
};
