import type { SyncKind } from '../../domain/settings.ts';

/** The words in which one kind of sync is shown. */
export interface KindWords {
  readonly fieldLabel: string;
  /** What an empty field means. */
  readonly fieldHint: string;
  readonly valueLabel: string;
  readonly targetLabel: string;
  readonly targetPlaceholder: string;
  readonly noTargetsLeft: string;
  readonly add: string;
  /** Column header of claim values. */
  readonly valueColumn: string;
  readonly emptyHeading: string;
  /** What the empty table should teach. */
  readonly emptyText: string;
  /** `group sync`, for use in a sentence. */
  readonly name: string;
  /** One target in a sentence: `group`. */
  readonly target: string;
  /** With its article: `a group`. */
  readonly oneTarget: string;
  readonly saved: string;
  readonly saveFailed: string;
  /** What a value that no row names does. */
  readonly unmappedRule: string;
  readonly testIdPrefix: string;
}

export const kindWords: Readonly<Record<SyncKind, KindWords>> = {
  group: {
    fieldLabel: 'Group sync field',
    fieldHint: 'If empty, group sync is deactivated.',
    valueLabel: 'IdP group name',
    targetLabel: 'Coder group',
    targetPlaceholder: 'Select group',
    noTargetsLeft: 'No more groups to select',
    add: 'Add IdP group',
    valueColumn: 'IdP group',
    emptyHeading: 'No group mappings',
    emptyText: 'A mapping puts everybody whose claim has the value on the left into the groups on the right.',
    name: 'group sync',
    target: 'group',
    oneTarget: 'a group',
    saved: 'IdP group sync settings updated.',
    saveFailed: 'Failed to update IdP group sync settings.',
    unmappedRule: 'A value without a row joins the group of exactly that name, if there is one.',
    testIdPrefix: 'group',
  },
  role: {
    fieldLabel: 'Role sync field',
    fieldHint: 'If empty, role sync is deactivated.',
    valueLabel: 'IdP role name',
    targetLabel: 'Coder role',
    targetPlaceholder: 'Select role',
    noTargetsLeft: 'No more roles to select',
    add: 'Add IdP role',
    valueColumn: 'IdP role',
    emptyHeading: 'No role mappings',
    emptyText: 'A mapping gives everybody whose claim has the value on the left the roles on the right.',
    name: 'role sync',
    target: 'role',
    oneTarget: 'a role',
    saved: 'IdP role sync settings updated.',
    saveFailed: 'Failed to update IdP role sync settings.',
    unmappedRule: 'A value without a row grants the role of exactly that name, if there is one.',
    testIdPrefix: 'role',
  },
  organization: {
    fieldLabel: 'Organization sync field',
    fieldHint: 'If empty, organization sync is deactivated.',
    valueLabel: 'IdP organization name',
    targetLabel: 'Coder organization',
    targetPlaceholder: 'Select organization',
    noTargetsLeft: 'No more organizations to select',
    add: 'Add IdP organization',
    valueColumn: 'IdP organization',
    emptyHeading: 'No organization mappings',
    emptyText: 'A mapping puts everybody whose claim has the value on the left into the organizations on the right.',
    name: 'organization sync',
    target: 'organization',
    oneTarget: 'an organization',
    saved: 'Organization sync settings updated.',
    saveFailed: 'Failed to update organization IdP sync settings.',
    unmappedRule: 'A value without a row is ignored. Whoever has no mapped value leaves every organization.',
    testIdPrefix: 'idp-org',
  },
};
