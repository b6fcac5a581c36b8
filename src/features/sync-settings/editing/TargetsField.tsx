import { type Control, Controller } from 'react-hook-form';
import type { Target } from '../../../domain/settings.ts';
import { Field } from '../../../ui/Field.tsx';
import type { KindWords } from '../kinds.ts';
import type { Targets } from '../useTargets.ts';
import { TargetPicker } from './TargetPicker.tsx';

/** A row while it is typed. */
export interface RowForm {
  readonly value: string;
  readonly targets: readonly Target[];
}

interface TargetsFieldProps {
  readonly id: string;
  readonly control: Control<RowForm>;
  readonly words: KindWords;
  readonly targets: Targets;
}

/** The groups, roles or organizations of a row that is added or edited. */
export function TargetsField({ id, control, words, targets }: TargetsFieldProps) {
  return (
    <Field id={id} label={words.targetLabel}>
      <Controller
        control={control}
        name="targets"
        render={({ field }) => (
          <TargetPicker id={id} words={words} targets={targets} value={field.value} onChange={field.onChange} />
        )}
      />
    </Field>
  );
}
