import type { Claims } from './claims.ts';
import type { TokenKind } from './decodeToken.ts';
import type { IdentityProvider } from './identityProvider.ts';
import type { Result } from './result.ts';
import type { ScopeAdvice } from './scopeAdvice.ts';

/** Something that was overlooked or done so that a paste could be read. */
export type PasteNote =
  | 'trailing-commas'
  | 'braces-added'
  | 'found-in-text'
  | 'token-response'
  | 'http-answer'
  | 'userinfo-shape'
  | 'merged-here'
  | 'guessed-sources'
  | 'rest-ignored'
  | 'access-token-aside';

/** The sources of a login; undefined: that source wasn't stored or pasted. */
export interface PasteSources {
  readonly idToken: Claims | undefined;
  readonly userInfo: Claims | undefined;
  readonly accessToken?: Claims | undefined;
}

/** Claims as sync would read them, and what they were found in. */
export interface Paste {
  /** `names`: a log line, which has no values. `values`: one that has the values of the group claim alone. */
  readonly format: 'claims' | 'debug-link' | 'own-claims' | 'token' | 'several' | 'names' | 'values';
  readonly claims: Claims;
  /** For `token` only. */
  readonly token?: TokenKind;
  /** For `debug-link` and `several` only. */
  readonly sources?: PasteSources;
  /** For `names` only: claims that were there, and those of them that were blank. */
  readonly names?: readonly string[];
  readonly blank?: readonly string[];
  /** For `values` only. */
  readonly values?: readonly string[];
  readonly provider?: IdentityProvider;
  readonly notes: readonly PasteNote[];
}

/** Why a paste holds no claims. The message is meant to be shown. */
export interface PasteProblem {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'invalid-json'
    | 'not-an-object'
    | 'encrypted-token'
    | 'broken-token'
    | 'opaque-token'
    | 'error-answer'
    | 'web-page'
    | 'scope-error'
    | 'no-claims';
  readonly message: string;
  /** Place of an error in JSON, both from 1. */
  readonly line?: number;
  readonly column?: number;
  /** For `scope-error` only. */
  readonly scopes?: ScopeAdvice;
}

/** What reading a paste comes to. */
export type ReadPaste = Result<Paste, PasteProblem>;
