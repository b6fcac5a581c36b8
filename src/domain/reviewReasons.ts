import type { SettingsDiff } from './diffSettings.ts';

/**
 * Why a change asks for a look before it is saved: it can take something away from somebody, or make what nobody meant.
 *
 * - `sync-on`: the field was empty, and whoever has no such claim loses what they have
 * - `sync-off`: the field is cleared
 * - `field-changed`: another claim is read
 * - `filter-changed`: values that passed can be stopped
 * - `rows-removed`, `targets-removed`, `rows-renamed`: a mapping gives less, or to others
 * - `values-swallowed`: a new row without targets
 * - `default-off`: whoever isn't mapped leaves the default organization
 * - `auto-create-on`: unmapped values become groups
 * - `legacy-dropped`: legacy name mappings go
 */
export type ReviewReason =
  | 'sync-on'
  | 'sync-off'
  | 'field-changed'
  | 'filter-changed'
  | 'rows-removed'
  | 'targets-removed'
  | 'rows-renamed'
  | 'values-swallowed'
  | 'default-off'
  | 'auto-create-on'
  | 'legacy-dropped';

/** Reasons to look at a change before it is saved; none if it can only add. */
export function reviewReasons({
  scalars,
  removed,
  changed,
  renamed,
  added,
  legacyDropped,
}: SettingsDiff): readonly ReviewReason[] {
  const { field, regexFilter, autoCreateMissing, assignDefault } = scalars;
  const holds: Readonly<Record<ReviewReason, boolean>> = {
    'sync-on': field !== undefined && field.from === '',
    'sync-off': field !== undefined && field.from !== '' && field.to === '',
    'field-changed': field !== undefined && field.from !== '' && field.to !== '',
    'filter-changed': regexFilter !== undefined && (regexFilter.to ?? '') !== '',
    'rows-removed': removed.length > 0,
    'targets-removed': changed.some(({ targets }) => targets.removed.length > 0),
    'rows-renamed': renamed.length > 0,
    'values-swallowed': added.some(({ targets }) => targets.length === 0),
    'default-off': assignDefault?.to === false,
    'auto-create-on': autoCreateMissing?.to === true,
    'legacy-dropped': legacyDropped.length > 0,
  };
  return Object.keys(holds)
    .filter(isReason)
    .filter((reason) => holds[reason]);

  function isReason(key: string): key is ReviewReason {
    return Object.hasOwn(holds, key);
  }
}
