import type { ScopeAdvice } from '../../domain/scopeAdvice.ts';
import { Mono } from '../../ui/Mono.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What the server has to ask for instead of a scope that the provider doesn't know. */
export function ScopeHelp({ advice: { scope, scopes, provider } }: { readonly advice: ScopeAdvice }) {
  return (
    <Notice tone="info" title="Set this on the Coder server, and start it again">
      <Mono>CODER_OIDC_SCOPES={scopes}</Mono>
      <br />
      {provider === undefined
        ? 'The identity provider wasn’t recognised; these are scopes that every one knows.'
        : `These are scopes that ${provider} knows.`}
      {scope === 'groups' &&
        ' If an allow list is set, set CODER_OIDC_GROUP_FIELD=groups too: it was implied by the scope.'}
    </Notice>
  );
}
