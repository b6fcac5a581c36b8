import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { checkEmail } from '../../../domain/checkEmail.ts';
import type { Claims } from '../../../domain/claims.ts';
import { emptySettings, type SyncKind } from '../../../domain/settings.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { type Evaluation, ofGroups, ofOrganizations, ofRoles } from '../evaluateSync.ts';
import { WaysView } from '../WaysView.tsx';
import type { PreviewFlags } from './previewFlags.ts';
import type { WholeLogin } from './useWholeLogin.ts';

interface LoginStagesProps {
  readonly login: WholeLogin;
  readonly claims: Claims;
  readonly flags: PreviewFlags;
}

/** A login in the server's order: let in, site roles, organizations, then what each of those gives. */
export function LoginStages({ login, claims, flags }: LoginStagesProps) {
  const { plan, compiled, organizations, names, unread, untriedFilters } = login;
  const nameOf = (target: string) => names.get(target) ?? target;
  const email = checkEmail(claims, flags);
  if (email) {
    return (
      <Refusal stage="Before anything else" title={email.title} detail={emailWords[email.code]} status={email.status} />
    );
  }
  if (plan.refused) {
    const { stage, title, detail, status } = plan.refused;
    return <Refusal stage={stages[stage]} title={title} detail={detail} status={status} />;
  }
  const inside = [...plan.perOrganization];
  return (
    <>
      <Notice tone="success" role="status" title={`This login works. ${inOrganizations(inside.length)}`}>
        Below is what it does, in the order in which the server goes.
      </Notice>
      {unread.length > 0 && (
        <Notice tone="warning">
          You may not read {unread.join(', ')}: it is left out here, and not at a real login.
        </Notice>
      )}
      {untriedFilters.length > 0 && (
        <Notice tone="warning">
          A regex filter takes too long to be tried here; values are shown as if it let them pass.
        </Notice>
      )}
      <Stage step={1} title="Allow list">
        <Typography variant="body2">
          {flags.allowList.length === 0 || flags.groupField === ''
            ? 'There is none: everybody may sign in.'
            : `“${flags.groupField}” holds one of the allowed values.`}
        </Typography>
      </Stage>
      <Stage step={2} title="Site roles">
        <Part
          kind="role"
          evaluation={ofRoles(plan.siteRoles, new Set())}
          nameOf={nameOf}
          off="Site roles aren’t synced: they stay as they are."
        />
      </Stage>
      <Stage step={3} title="Organizations">
        <Part
          kind="organization"
          evaluation={ofOrganizations(plan.organizations)}
          nameOf={nameOf}
          off="Organization sync is off: the person stays where they are."
        />
      </Stage>
      {inside.map(([id, { groups, roles }], at) => (
        <Stage key={id} step={4 + at} title={`In ${organizations.find((one) => one.id === id)?.displayName ?? id}`}>
          <Part
            kind="group"
            evaluation={ofGroups(groups)}
            nameOf={nameOf}
            off="Group sync is off here: groups stay as they are."
          />
          {roles && (
            <Part
              kind="role"
              evaluation={ofRoles(roles, compiled.roles.get(id)?.implied ?? new Set())}
              nameOf={nameOf}
              off="Role sync is off here: roles stay as they are."
            />
          )}
        </Stage>
      ))}
    </>
  );
}

const emailWords = {
  'not-a-text': 'The claim with the address isn’t a text.',
  'not-verified': 'The claim email_verified is false.',
  'other-domain': 'CODER_OIDC_EMAIL_DOMAIN names the domains that are let in.',
} as const;

const stages = {
  'allow-list': 'At the allow list',
  'site-roles': 'At the site roles',
  organizations: 'At organization sync',
  roles: 'At role sync',
} as const;

function inOrganizations(count: number): string {
  if (count === 0) return 'The person is in no organization after it.';
  return `The person is in ${count === 1 ? 'one organization' : `${count} organizations`} after it.`;
}

interface RefusalProps {
  readonly stage: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
}

function Refusal({ stage, title, detail, status }: RefusalProps) {
  return (
    <Notice tone="error" role="status" title="This login is refused. Nothing is changed.">
      <Typography variant="body2">
        {stage}, the server answers with {status}:
      </Typography>
      <Box
        component="blockquote"
        sx={{ m: 0, mt: 0.5, pl: 1.5, borderLeft: 3, borderColor: 'error.main', overflowWrap: 'anywhere' }}
      >
        <Box sx={{ fontWeight: 600 }}>{title}</Box>
        {detail}
      </Box>
    </Notice>
  );
}

function Stage({
  step,
  title,
  children,
}: {
  readonly step: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Panel aria-label={title}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
          {step}
        </Box>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2 }}>{children}</Box>
    </Panel>
  );
}

interface PartProps {
  readonly kind: SyncKind;
  readonly evaluation: Evaluation;
  readonly nameOf: (target: string) => string;
  readonly off: string;
}

const unreadable: Readonly<Record<SyncKind, string>> = {
  group: 'The claim can’t be read: group sync is skipped, groups stay as they are, and nobody is told.',
  role: 'The claim can’t be read: role sync is skipped, roles stay as they are, and nobody is told.',
  organization: 'The claim can’t be read.',
};
const nothing: Readonly<Record<SyncKind, string>> = {
  group: 'No groups but Everyone.',
  role: 'No roles.',
  organization: 'No organization.',
};

function Part({ kind, evaluation, nameOf, off }: PartProps) {
  if (evaluation.state === 'off') return <Typography variant="body2">{off}</Typography>;
  if (evaluation.state === 'unreadable')
    return (
      <Notice tone="warning" role="none">
        {unreadable[kind]}
      </Notice>
    );
  const side = { evaluation, mapping: emptySettings.mapping, regexFilter: null };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {evaluation.changes.size === 0 && <Typography variant="body2">{nothing[kind]}</Typography>}
      <WaysView kind={kind} draft={side} saved={side} nameOf={nameOf} nearMissOf={noNearMiss} renderRow={undefined} />
    </Box>
  );
}

function noNearMiss(): undefined {
  return undefined;
}
