import type { IdentityProvider } from '../../domain/identityProvider.ts';

/** Where at one identity provider the claims of memberships are made. */
export interface ProviderAdvice {
  /** How groups get into the login at all. */
  readonly send: string;
  /** How they become a list of plain names. */
  readonly list: string;
}

export const providerAdvice: Readonly<Record<IdentityProvider, ProviderAdvice>> = {
  Keycloak: {
    send: 'In Keycloak, open the client, its dedicated scope, and add a mapper “Group Membership” with the token claim name that Coder reads; switch on “Add to ID token”.',
    list: 'In Keycloak, add a mapper whose claim has a name without dots at the top level, with “Multivalued” on.',
  },
  'Microsoft Entra ID': {
    send: 'In Entra ID, open the app registration, “Token configuration”, “Add groups claim”, for the ID token.',
    list: 'In Entra ID, choose app roles, or “Groups assigned to the application”, under “Token configuration”.',
  },
  Okta: {
    send: 'In Okta, open the application, “Sign On”, and add a groups claim filter for the ID token that matches the groups Coder needs (more than 100 are an error), or a “groups” claim on the authorization server.',
    list: 'In Okta, give the claim the value type “Groups”: it is then always a list.',
  },
  Auth0: {
    send: 'In Auth0, add a post-login Action with api.idToken.setCustomClaim. Names of own claims look like a web address; Coder’s field has to be that whole address.',
    list: 'In Auth0, let the Action set an array of names: api.idToken.setCustomClaim(name, ["…"]).',
  },
  Google: {
    send: 'Google sends no groups at all. Put a provider that can in between (Dex, Keycloak), or manage groups in Coder.',
    list: 'Google sends no groups at all, so another claim has been chosen.',
  },
  GitLab: {
    send: 'GitLab sends “groups_direct” in the ID token and “groups” in userinfo: let the server read userinfo, or choose “groups_direct”.',
    list: 'Choose “groups” or “groups_direct”: GitLab sends both as lists.',
  },
  'Amazon Cognito': {
    send: 'Cognito names it “cognito:groups”; it is there once the person is in a group of the user pool.',
    list: 'Choose “cognito:groups”, which is a list. Custom attributes are single texts.',
  },
  ADFS: {
    send: 'In ADFS, add issuance rules for email, email_verified, preferred_username and the groups (Token-Groups → group); only then set CODER_OIDC_IGNORE_USERINFO=true and CODER_OIDC_AUTH_URL_PARAMS={"resource":"$CLIENT_ID"}.',
    list: 'In ADFS, send “Token-Groups – Unqualified Names”. One group alone comes as a text, which Coder reads too.',
  },
  Zitadel: {
    send: 'In Zitadel, add an Action for “Complement Token” that sets a claim with the names of the roles.',
    list: 'In Zitadel, add an Action that flattens the roles: api.v1.claims.setClaim("groups", ["…"]).',
  },
  OneLogin: {
    send: 'In OneLogin, open the application, “Parameters”, and map Groups to “User Roles” or “MemberOf”; ask for the scope “groups”.',
    list: 'In OneLogin, open “Parameters”, Groups, and choose the transform “Semicolon Delimited input (Multi-value output)”.',
  },
  JumpCloud: {
    send: 'In JumpCloud, open the SSO application, and switch on “include group attribute” with the name that Coder reads (often memberOf).',
    list: 'In JumpCloud, use the group attribute: one group comes as a text, several as a list, and Coder reads both.',
  },
  Ping: {
    send: 'In Ping, add an attribute mapping to the application: the field’s name → “Group Names” (PingOne), or memberOf (PingFederate).',
    list: 'In PingOne, map “Group Names”. In PingFederate, take the CN out of memberOf with an OGNL expression and mark it as multi-valued.',
  },
  authentik: {
    send: 'In authentik, add the scope mapping “profile”, which holds groups, to the provider, and switch on “Include claims in id_token”.',
    list: 'In authentik, let the scope mapping return a list: {"groups": [group.name for group in user.ak_groups.all()]}.',
  },
  Dex: {
    send: 'In Dex, ask for the scope “groups”, and let the connector read groups (LDAP: groupSearch; GitHub: loadAllGroups).',
    list: 'In Dex, groups are a list by themselves; another claim has been chosen.',
  },
  WSO2: {
    send: 'In WSO2, open the application, “User Attributes”, request Groups, and ask for the scope “groups”.',
    list: 'WSO2 sends a list in the ID token only, and one text in userinfo. Once the ID token has all other claims too, set CODER_OIDC_IGNORE_USERINFO=true.',
  },
};
