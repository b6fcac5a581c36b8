import Box from '@mui/material/Box';
import { type RefObject, Suspense, useId } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { Field } from '../../ui/Field.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PlainInput } from '../../ui/PlainInput.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { kindWords } from './kinds.ts';
import type { ChangeSettings } from './useDraft.ts';
import type { FilterCheck } from './useFilterCheck.ts';
import type { SeenClaim } from './useSeenClaim.ts';

const ClaimFieldInput = lazyPart(() => import('./editing/ClaimFieldInput.tsx').then((part) => part.ClaimFieldInput));

const FilterVerdict = lazyPart(() => import('./details/FilterVerdict.tsx').then((part) => part.FilterVerdict));
const SeenValuesLine = lazyPart(() => import('./details/SeenValuesLine.tsx').then((part) => part.SeenValuesLine));

interface SettingsFieldsProps {
  readonly scope: SettingsScope;
  readonly settings: SyncSettings;
  /** Undefined: read-only. */
  readonly change: ChangeSettings | undefined;
  readonly claim: SeenClaim;
  readonly filterCheck: FilterCheck;
  readonly filterInput: RefObject<HTMLInputElement | null>;
  readonly onMapSeen: () => void;
}

/** The settings besides the mapping: which claim is read, what filters it, and what happens to the rest. */
export function SettingsFields({ scope, settings, change, claim, ...props }: SettingsFieldsProps) {
  const id = useId();
  const words = kindWords[scope.kind];
  const readOnly = change === undefined;
  const fieldId = `${id}-field`;
  return (
    <Panel aria-label={`${words.name} settings`} data-draft-text>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', sm: scope.kind === 'group' ? '1fr 1fr' : '1fr' },
        }}
      >
        <Field
          id={fieldId}
          label={words.fieldLabel}
          hint={
            settings.field === '' ? (
              words.fieldHint
            ) : (
              <Suspense fallback="…">
                <SeenValuesLine claim={claim} settings={settings} change={change} onMapSeen={props.onMapSeen} />
              </Suspense>
            )
          }
        >
          <Suspense fallback={<PlainInput id={fieldId} readOnly value={settings.field} data-mono />}>
            <ClaimFieldInput
              id={fieldId}
              value={settings.field}
              readOnly={readOnly}
              organizationId={scope.organizationId}
              onChange={(field) =>
                change?.((old) => (old.field === field ? old : { ...old, field }), { typing: 'field' })
              }
            />
          </Suspense>
        </Field>
        {scope.kind === 'group' && (
          <FilterField
            id={`${id}-filter`}
            value={settings.regexFilter ?? ''}
            change={change}
            check={props.filterCheck}
            seen={claim.values}
            inputRef={props.filterInput}
          />
        )}
      </Box>
      {scope.kind === 'group' && (
        <Toggle
          id={`${id}-create`}
          label="Auto create missing groups"
          checked={settings.autoCreateMissing}
          onChange={change && ((autoCreateMissing) => change((old) => ({ ...old, autoCreateMissing })))}
        >
          {settings.autoCreateMissing
            ? 'On: every value that passes the filter and has no row and no group of its name becomes a new group.'
            : 'Off: a value without a row and without a group of its name is ignored.'}
        </Toggle>
      )}
      {scope.kind === 'organization' && (
        <Toggle
          id={`${id}-default`}
          label="Assign Default Organization"
          checked={settings.assignDefault}
          onChange={change && ((assignDefault) => change((old) => ({ ...old, assignDefault })))}
        >
          {defaultText(settings)}
        </Toggle>
      )}
    </Panel>
  );
}

function defaultText({ assignDefault, field }: SyncSettings): string {
  if (field === '') return 'Has no effect while the organization sync field is empty.';
  return assignDefault
    ? 'On: everybody is put into the default organization at login.'
    : 'Off: whoever no mapping puts into the default organization leaves it at their next login, with their groups and roles there.';
}

interface FilterFieldProps {
  readonly id: string;
  readonly value: string;
  readonly change: ChangeSettings | undefined;
  readonly check: FilterCheck;
  readonly seen: readonly string[];
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

function FilterField({ id, value, change, check, seen, inputRef }: FilterFieldProps) {
  const isInvalid = check.status === 'invalid';
  return (
    <Field
      id={id}
      label="Regex filter"
      hint={
        <Suspense fallback="…">
          <FilterVerdict check={check} seen={seen} />
        </Suspense>
      }
      error={isInvalid ? `The server refuses this filter: ${check.message}` : undefined}
    >
      <PlainInput
        id={id}
        ref={inputRef}
        data-mono
        value={value}
        readOnly={change === undefined}
        aria-invalid={isInvalid}
        aria-describedby={`${id}-hint`}
        placeholder="None: every value passes"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={({ target }) => change?.((old) => withFilter(old, target.value), { typing: 'filter' })}
      />
    </Field>
  );
}

/** An emptied filter goes back to what "none" was saved as: the server keeps `null` and `''` apart, sync doesn't. */
function withFilter(settings: SyncSettings, text: string): SyncSettings {
  return { ...settings, regexFilter: text === '' && settings.regexFilter === null ? null : text };
}
