import { nearFieldNames } from '../../domain/diagnoseClaim.ts';
import type { Paste } from '../../domain/Paste.ts';
import type { SyncKind } from '../../domain/settings.ts';
import { shownName } from '../../domain/shownName.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FindingList } from './FindingList.tsx';

interface NamesOnlyProps {
  readonly paste: Paste;
  readonly kind: SyncKind;
  readonly field: string;
  readonly onChooseField: ((field: string) => void) | undefined;
}

/** What a log line tells: whether the claim was there, not what was in it. */
export function NamesOnly({ paste: { names = [], blank = [], provider }, kind, field, onChooseField }: NamesOnlyProps) {
  const rest = 'Values aren’t logged, so what a login gives can’t be told. Paste the debug link or a token for that.';
  if (field === '')
    return (
      <Notice tone="info" title="Sync is off: its field is empty">
        {rest}
      </Notice>
    );
  if (!names.includes(field)) {
    const finding = { code: 'missing-key' as const, near: nearFieldNames(field, names), inside: [] };
    return (
      <>
        <Notice tone="error" role="status" title={`The login didn’t carry “${shownName(field)}”`}>
          {rest}
        </Notice>
        <FindingList
          label="About the claim"
          findings={[finding]}
          kind={kind}
          field={field}
          provider={provider}
          onChooseField={onChooseField}
          onShowRow={undefined}
        />
      </>
    );
  }
  return blank.includes(field) ? (
    <Notice tone="warning" title={`The login carried “${shownName(field)}”, but blank`}>
      A blank claim counts as an empty list. {rest}
    </Notice>
  ) : (
    <Notice tone="success" title={`The login carried “${shownName(field)}”`}>
      {rest}
    </Notice>
  );
}
