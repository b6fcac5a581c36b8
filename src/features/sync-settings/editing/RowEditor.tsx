import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { Mapping, Target } from '../../../domain/settings.ts';
import { Field } from '../../../ui/Field.tsx';
import { Mono } from '../../../ui/Mono.tsx';
import type { KindWords } from '../kinds.ts';
import type { Targets } from '../useTargets.ts';
import { cleanValue } from './cleanValue.ts';
import { type RowForm, TargetsField } from './TargetsField.tsx';
import { ValueInput } from './ValueInput.tsx';

interface RowEditorProps {
  readonly words: KindWords;
  readonly value: string;
  readonly rowTargets: readonly Target[];
  readonly targets: Targets;
  readonly seen: readonly string[];
  readonly mapping: Mapping;
  readonly onApply: (value: string, targets: readonly Target[]) => void;
  /** Shows in the preview which values lead to the row as it is in the draft. */
  readonly onAsk: () => void;
  readonly onCancel: () => void;
}

/** Edits one row in its place: its claim value and its targets. Escape gives back what was there. */
export function RowEditor({
  words,
  value,
  rowTargets,
  targets,
  seen,
  mapping,
  onApply,
  onAsk,
  onCancel,
}: RowEditorProps) {
  const id = useId();
  const { control, handleSubmit, watch } = useForm<RowForm>({ defaultValues: { value, targets: rowTargets } });
  const entered = watch();
  const next = cleanValue(entered.value, [...seen, value]);
  const merges = next !== value && mapping.has(next);
  const apply = handleSubmit((row) => {
    if (next !== '') onApply(next, row.targets);
  });
  return (
    <Box
      component="form"
      onSubmit={apply}
      noValidate
      aria-label={`Edit ${value}`}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onCancel()}
      sx={{ py: 1 }}
    >
      <Box
        sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) minmax(0, 1.4fr)' } }}
      >
        <Field
          id={`${id}-value`}
          label={words.valueLabel}
          error={next === '' ? 'Enter the value as the claim has it.' : undefined}
        >
          <Controller
            control={control}
            name="value"
            render={({ field }) => (
              <ValueInput
                id={`${id}-value`}
                autoFocus
                value={field.value}
                onChange={field.onChange}
                options={seen}
                invalid={next === ''}
                remark={(option) => (option !== value && mapping.has(option) ? 'has a row' : undefined)}
              />
            )}
          />
        </Field>
        <TargetsField id={`${id}-targets`} control={control} words={words} targets={targets} />
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 1, flexWrap: 'wrap' }}>
        <Button type="submit" variant="outlined" size="small">
          {merges ? 'Merge the rows' : 'Apply'}
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" onClick={onAsk}>
          Which values lead here?
        </Button>
        <Typography variant="caption" role="status" sx={{ color: 'text.secondary' }}>
          {merges && (
            <>
              <Mono>{next}</Mono> has a row. Both become one, with the targets of both.
            </>
          )}
          {!merges && entered.targets.length === 0 && `Without ${words.oneTarget} the value gives nothing.`}
        </Typography>
      </Box>
    </Box>
  );
}
