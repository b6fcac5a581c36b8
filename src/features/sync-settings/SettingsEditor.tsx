import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import type { Ability } from '../../session/abilities.ts';
import { downloadFile } from '../../ui/downloadFile.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { ComposerStart } from './editing/MappingComposer.tsx';
import { policyFile } from './exportPolicy.ts';
import { MappingPanel } from './MappingPanel.tsx';
import { PreviewSlot, usePreviewPlace } from './PreviewSlot.tsx';
import type { RunTests } from './review/TestedDraft.ts';
import { SettingsFields } from './SettingsFields.tsx';
import type { HistorySlotProps, PreviewSlotProps, ToolsSlotProps } from './slots.ts';
import { useDraft } from './useDraft.ts';
import { useDraftView } from './useDraftView.ts';

const DraftNotice = lazyPart(() => import('./details/DraftNotice.tsx').then((part) => part.DraftNotice));
const DraftDock = lazyPart(() => import('./DraftDock.tsx').then((part) => part.DraftDock));
const DiffList = lazyPart(() => import('./review/DiffList.tsx').then((part) => part.DiffList));
const LegacyPanel = lazyPart(() => import('./details/LegacyPanel.tsx').then((part) => part.LegacyPanel));
const UnmappedPanel = lazyPart(() => import('./unmapped/UnmappedPanel.tsx').then((part) => part.UnmappedPanel));

const ReadOnlyNotice = lazyPart(() => import('./details/ReadOnlyNotice.tsx').then((part) => part.ReadOnlyNotice));

const RemoteChangeNotice = lazyPart(() =>
  import('./details/RemoteChangeNotice.tsx').then((part) => part.RemoteChangeNotice),
);

interface SettingsEditorProps {
  readonly scope: SettingsScope;
  readonly organization: Organization | undefined;
  readonly ability: Ability;
  readonly preview: (props: PreviewSlotProps) => ReactNode;
  readonly history: (props: HistorySlotProps) => ReactNode;
  readonly tools: (props: ToolsSlotProps) => ReactNode;
  readonly saved: SyncSettings;
  readonly draftKey: string;
  /** A new object goes to the row of this claim value, or starts one. */
  readonly goTo: { readonly value: string } | undefined;
  readonly runTests: RunTests;
}

/** The form of one sync, its mapping editor, the bar with what is unsaved, and the preview beside them. */
export function SettingsEditor({
  scope,
  organization,
  ability,
  preview,
  history,
  tools,
  saved,
  draftKey,
  goTo,
  runTests,
}: SettingsEditorProps) {
  const handle = useDraft(draftKey, saved);
  const view = useDraftView(scope, organization, handle);
  const { settings, base, draft } = handle;
  const [foundDraft] = useState(draft?.isChanged === true);
  const [wasEdited, setEdited] = useState(false);
  if (draft && !wasEdited) setEdited(true);
  const { targets, claim } = view;
  const [start, setStart] = useState<ComposerStart>();
  const [shown, setShown] = useState<{ readonly key: string }>();
  const [wentTo, setWentTo] = useState<typeof goTo>();
  if (goTo && goTo !== wentTo) {
    setWentTo(goTo);
    if (settings.mapping.has(goTo.value)) setShown({ key: goTo.value });
    else if (ability.granted) setStart({ value: goTo.value, targets: [] });
  }
  const [pasted, setPasted] = useState<{ readonly text: string }>();
  const filterInput = useRef<HTMLInputElement>(null);
  const place = usePreviewPlace();
  const [isSaving, setSaving] = useState(false);
  const change = ability.granted ? handle.change : undefined;

  const [mapsSeen, setMapsSeen] = useState<object>();
  const onMapSeen = useCallback((isOn = true) => setMapsSeen(isOn ? {} : undefined), []);
  const onEditFilter = useCallback(() => filterInput.current?.focus(), []);
  const onPasteRows = useCallback((text: string) => setPasted({ text }), []);
  const { show, close } = place;
  const onShowRow = useCallback(
    (key: string) => {
      close();
      setShown({ key });
    },
    [close],
  );
  const [asked, setAsked] = useState<PreviewSlotProps['asked']>();
  const onAsk = useCallback(
    (key: string) => {
      show();
      setAsked({ type: 'row', key });
    },
    [show],
  );
  const onChooseField = useMemo(
    () => change && ((field: string) => change((old) => ({ ...old, field }), { label: 'field changed' })),
    [change],
  );
  const exportPolicy = (policy: SyncSettings) => downloadFile(policyFile(scope.kind, organization?.name, policy));
  const slot = useMemo(
    () => (
      <PreviewSlot
        place={place}
        render={(onVerdict) =>
          preview({ kind: scope.kind, saved: base, draft: settings, onShowRow, onChooseField, onVerdict, asked })
        }
      />
    ),
    [place, preview, scope.kind, base, settings, onShowRow, onChooseField, asked],
  );

  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' },
      }}
    >
      <Box sx={{ minWidth: 0 }} inert={isSaving}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Suspense fallback={null}>
            {!ability.granted && (
              <ReadOnlyNotice
                cause={ability.cause}
                hasDraft={draft?.isChanged === true}
                onExport={() => exportPolicy(settings)}
              />
            )}
            {foundDraft && <DraftNotice handle={handle} />}
            {draft && base !== saved && <RemoteChangeNotice scope={scope} base={base} saved={saved} />}
          </Suspense>
          {targets.error && (
            <Notice tone="warning" action={<Button onClick={() => void targets.retry()}>Retry</Button>}>
              The list of {scope.kind}s can’t be loaded, so ids may stand in place of names.
            </Notice>
          )}
          <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
            {!place.isBeside && place.button}
            {history({
              hasDraft: draft?.isChanged === true,
              renderDiff: (diff) => <DiffList kind={scope.kind} diff={diff} targets={targets} shown={8} />,
              onRestore: change && ((former) => change(() => former, { label: 'former state restored' })),
            })}
            {tools({
              saved,
              draft: settings,
              hasDraft: draft?.isChanged === true,
              directory: targets.options,
              renderDiff: (diff) => <DiffList kind={scope.kind} diff={diff} targets={targets} shown={8} />,
              onDraft: change && ((other, label) => change(() => other, { label })),
              pasted,
            })}
            <Button
              startIcon={<DownloadIcon />}
              disabled={saved.field === '' && saved.mapping.size === 0}
              onClick={() => exportPolicy(saved)}
            >
              Export policy
            </Button>
          </Box>
          <SettingsFields
            scope={scope}
            settings={settings}
            change={change}
            claim={claim}
            filterCheck={view.filterCheck}
            filterInput={filterInput}
            onMapSeen={onMapSeen}
          />
          <Suspense fallback={null}>
            {settings.legacyNameMapping.size > 0 && (
              <LegacyPanel settings={settings} targets={targets} change={change} />
            )}
          </Suspense>
          <MappingPanel
            draftKey={draftKey}
            kind={scope.kind}
            mapping={settings.mapping}
            targets={targets}
            problems={view.problems}
            marks={view.marks}
            seen={claim.values}
            start={start}
            shown={shown}
            change={change}
            onStart={setStart}
            onEditFilter={onEditFilter}
            onPasteRows={onPasteRows}
            onAsk={onAsk}
          />
          <Suspense fallback={null}>
            <UnmappedPanel
              kind={scope.kind}
              view={view}
              settings={settings}
              change={change}
              onStart={setStart}
              opened={mapsSeen}
              onOpen={onMapSeen}
            />
          </Suspense>
        </Box>
        {ability.granted && wasEdited && (
          <Suspense fallback={null}>
            <DraftDock
              scope={scope}
              organization={organization}
              handle={handle}
              view={view}
              onEditFilter={onEditFilter}
              onSaving={setSaving}
              preview={!place.isBeside && place.button}
              runTests={runTests}
            />
          </Suspense>
        )}
      </Box>
      {slot}
    </Box>
  );
}
