import { isChange, type LoggedChange, type SettingsEntry } from '../../api/audit.ts';
import { type Change, diffSettings, type SettingsDiff, sameSettings } from '../../domain/diffSettings.ts';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';

/** Settings as the log lets them be put together again. */
export interface PastSettings {
  readonly settings: SyncSettings;
  /** The regex filter has been changed since. Its text then isn't known, and the present one stands in. */
  readonly filterChanged: boolean;
  /** The log's entries don't fit together: something was written without one. */
  readonly hasGaps: boolean;
}

/** What a successful entry has written; undefined for a failed attempt and for a save of what was there already. */
export function writtenChange({ status, change }: SettingsEntry): LoggedChange | undefined {
  return status < 400 && isChange(change) ? change : undefined;
}

/** The change of one entry, as the review of a save shows it. */
export function diffOfChange(change: LoggedChange): SettingsDiff {
  return diffSettings(withSide(emptySettings, change, 'from'), withSide(emptySettings, change, 'to'));
}

/** Whether settings are in all that an entry has changed as it left them. The filter can't be compared. */
export function isAsAfter(settings: SyncSettings, change: LoggedChange): boolean {
  return sameSettings(settings, withSide(settings, change, 'to'));
}

/**
 * Puts together the settings as they were right after an entry, or before it: goes back from what is saved now, entry
 * by entry. Filter and legacy mappings stay as they are now, because the log doesn't have them.
 *
 * @param saved what the server holds now
 * @param entries newest first; the last one is the entry in question
 */
export function settingsAt(
  saved: SyncSettings,
  entries: readonly SettingsEntry[],
  moment: 'after' | 'before',
): PastSettings {
  let settings = saved;
  let filterChanged = false;
  let hasGaps = false;
  for (const [index, entry] of entries.entries()) {
    const change = writtenChange(entry);
    if (!change) continue;
    const isTarget = index === entries.length - 1;
    hasGaps ||= !isAsAfter(settings, change);
    settings = withSide(settings, change, isTarget && moment === 'after' ? 'to' : 'from');
    filterChanged ||= change.filterChanged && !(isTarget && moment === 'after');
  }
  return { settings, filterChanged, hasGaps };
}

function withSide(settings: SyncSettings, change: LoggedChange, side: keyof Change<unknown>): SyncSettings {
  const { field, mapping, autoCreateMissing, assignDefault } = change;
  return {
    ...settings,
    ...(field && { field: field[side] }),
    ...(mapping && { mapping: mapping[side] }),
    ...(autoCreateMissing && { autoCreateMissing: autoCreateMissing[side] }),
    ...(assignDefault && { assignDefault: assignDefault[side] }),
  };
}
