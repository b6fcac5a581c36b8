import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef } from 'react';
import type { Target } from '../../../domain/settings.ts';
import { shownName } from '../../../domain/shownName.ts';
import { Field } from '../../../ui/Field.tsx';
import type { ComposerStart } from '../editing/MappingComposer.tsx';
import { TargetPicker } from '../editing/TargetPicker.tsx';
import type { KindWords } from '../kinds.ts';
import type { Targets } from '../useTargets.ts';
import { guessText } from './unmappedWords.tsx';
import type { UnmappedRow } from './useChoices.ts';

interface TargetCellProps {
  readonly row: UnmappedRow;
  readonly words: KindWords;
  readonly targets: Targets;
  readonly isGuessing: boolean;
  readonly isEditing: boolean;
  /** Undefined: read-only. */
  readonly onEdit: ((isOn: boolean) => void) | undefined;
  readonly onChoose: (row: UnmappedRow, targets: readonly Target[]) => void;
  readonly onBlock: ((value: string) => void) | undefined;
  readonly onStart: (start: ComposerStart) => void;
}

/** What a value would be mapped to and how sure that is, with ways to choose otherwise. */
export function TargetCell(props: TargetCellProps) {
  const { row, words, targets, isGuessing, onEdit, onBlock, onStart } = props;
  const button = useRef<HTMLButtonElement>(null);
  const name = shownName(row.value);
  if (props.isEditing && onEdit) {
    const close = () => {
      onEdit(false);
      setTimeout(() => button.current?.focus());
    };
    return <TargetEditor {...props} onClose={close} />;
  }
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      <Box sx={{ flex: '1 1 auto', minWidth: 0 }}>
        {row.targets.length > 0 && (
          <bdi>{row.targets.map((target) => shownName(targets.find(target)?.label ?? target)).join(', ')}</bdi>
        )}
        <Typography variant="caption" component="div" color="textSecondary">
          {row.hasComma
            ? 'Looks like a list: a text with a comma is refused. Only one value of a list can be mapped so.'
            : reasonOf(row, isGuessing)}
        </Typography>
      </Box>
      {onEdit && !row.hasComma && (
        <Button
          ref={button}
          size="small"
          aria-label={`Choose ${words.target} for ${name}`}
          onClick={() => onEdit(true)}
        >
          {row.targets.length === 0 ? 'Choose' : 'Change'}
        </Button>
      )}
      {onEdit && row.hasComma && (
        <Button size="small" aria-label={`Map ${name}`} onClick={() => onStart({ value: row.value, targets: [] })}>
          Map
        </Button>
      )}
      {onBlock && row.target !== undefined && (
        <Button size="small" aria-label={`Map ${name} to nothing`} onClick={() => onBlock(row.value)}>
          Block
        </Button>
      )}
    </Box>
  );
}

function reasonOf({ choice, guess }: UnmappedRow, isGuessing: boolean) {
  if (choice?.isByHand) return 'Chosen by you';
  if (guess) return guessText(guess.reason);
  return isGuessing ? 'Looking for names…' : 'No guess';
}

function TargetEditor({ row, words, targets, onChoose, onClose }: TargetCellProps & { readonly onClose: () => void }) {
  const id = useId();
  return (
    <Box
      sx={{ display: 'grid', gap: 0.5, py: 0.5, justifyItems: 'start', '& > :first-of-type': { width: '100%' } }}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <Field id={id} label={`${words.targetLabel} for ${shownName(row.value)}`}>
        <TargetPicker
          id={id}
          words={words}
          targets={targets}
          value={row.targets}
          onChange={(list) => onChoose(row, list)}
        />
      </Field>
      <Button size="small" variant="outlined" onClick={onClose}>
        Done
      </Button>
    </Box>
  );
}
