import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { Mapping, Target } from '../../../domain/settings.ts';
import { Field } from '../../../ui/Field.tsx';
import { Mono } from '../../../ui/Mono.tsx';
import type { KindWords } from '../kinds.ts';
import type { Targets } from '../useTargets.ts';
import { cleanValue } from './cleanValue.ts';
import { isRows } from './isRows.ts';
import { type RowForm, TargetsField } from './TargetsField.tsx';
import { ValueInput } from './ValueInput.tsx';

/** What the row form starts with, as when a row is duplicated or a seen value is to be mapped. */
export interface ComposerStart {
  readonly value: string;
  readonly targets: readonly Target[];
}

interface MappingComposerProps {
  /** Which draft the row is for. */
  readonly draftKey: string;
  readonly words: KindWords;
  readonly targets: Targets;
  readonly seen: readonly string[];
  readonly mapping: Mapping;
  /** A new object starts the form anew and moves the focus to it. */
  readonly start: ComposerStart | undefined;
  readonly onAdd: (value: string, targets: readonly Target[]) => void;
  /** Takes several lines, or cells of a spreadsheet, that were pasted in place of one value. */
  readonly onPasteRows: (text: string) => void;
}

const empty: RowForm = { value: '', targets: [] };
/** What was entered and not added yet, by draft, so that a look at another page doesn't lose it. */
const unfinished = new Map<string, RowForm>();

/** Adds a row. A value that has a row already gets the targets added to it, and the button says so beforehand. */
export function MappingComposer({
  draftKey,
  words,
  targets,
  seen,
  mapping,
  start,
  onAdd,
  onPasteRows,
}: MappingComposerProps) {
  const id = useId();
  const { control, handleSubmit, reset, watch } = useForm<RowForm>({
    defaultValues: unfinished.get(draftKey) ?? empty,
  });
  const entered = watch();
  const value = cleanValue(entered.value, seen);
  const existing = value === '' ? undefined : mapping.get(value);
  const isComplete = value !== '' && entered.targets.length > 0;

  useEffect(() => {
    if (entered.value === '' && entered.targets.length === 0) unfinished.delete(draftKey);
    else unfinished.set(draftKey, { value: entered.value, targets: entered.targets });
  }, [draftKey, entered.value, entered.targets]);
  useEffect(() => {
    if (!start) return;
    reset(start);
    document.getElementById(start.value === '' ? `${id}-value` : `${id}-targets`)?.focus();
  }, [start, reset, id]);

  const add = handleSubmit((row) => {
    if (!isComplete) return;
    onAdd(cleanValue(row.value, seen), row.targets);
    reset(empty);
    document.getElementById(`${id}-value`)?.focus();
  });

  return (
    <Box component="form" onSubmit={add} noValidate aria-label={words.add}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) minmax(0, 1fr) auto' },
        }}
      >
        <Field id={`${id}-value`} label={words.valueLabel}>
          <Controller
            control={control}
            name="value"
            render={({ field }) => (
              <Box
                onPaste={(event) => {
                  const text = event.clipboardData.getData('text/plain');
                  if (!isRows(text)) return;
                  event.preventDefault();
                  onPasteRows(text);
                }}
              >
                <ValueInput
                  id={`${id}-value`}
                  value={field.value}
                  onChange={field.onChange}
                  options={seen}
                  remark={(option) => (mapping.has(option) ? 'has a row' : undefined)}
                />
              </Box>
            )}
          />
        </Field>
        <TargetsField id={`${id}-targets`} control={control} words={words} targets={targets} />
        <Button type="submit" variant="outlined" disabled={!isComplete} sx={{ mt: { sm: '24px' }, minHeight: 36 }}>
          {words.add}
        </Button>
      </Box>
      <Typography variant="caption" role="status" sx={{ color: 'text.secondary', display: 'block' }}>
        {existing && (
          <>
            <Mono>{value}</Mono> has a row: {namesOf(existing, targets)}. What you choose is added to it.
          </>
        )}
      </Typography>
    </Box>
  );
}

function namesOf(list: readonly Target[], targets: Targets): string {
  if (list.length === 0) return 'nothing';
  return list.map((target) => targets.find(target)?.label ?? target).join(', ');
}
