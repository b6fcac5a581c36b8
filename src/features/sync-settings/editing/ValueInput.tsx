import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import { styled } from '@mui/material/styles';
import { type SyntheticEvent, useState } from 'react';
import { ClaimValue } from '../../../ui/ClaimValue.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';

interface ValueInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Values that people's logins carried. Any other can be typed. */
  readonly options: readonly string[];
  readonly placeholder?: string;
  readonly loading?: boolean;
  readonly invalid?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  /** Short remark beside an option, such as that it has a row already. */
  readonly remark?: (option: string) => string | undefined;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly onEscape?: () => void;
}

const shownOptions = 30;
/** Nothing counts as chosen: the text itself is the value, and the list starts at its first entry. */
const noOption: string | null = null;
const Option = styled('li')({ '&&': { gap: 8, justifyContent: 'space-between' } });
const Remark = styled('span')(({ theme }) => ({
  color: (theme.vars ?? theme).palette.text.secondary,
  fontSize: 12,
  flexShrink: 0,
}));

const filterOptions = createFilterOptions<string>({ limit: shownOptions, trim: true });

/** What the list offers: all at first, then what has the typed text in it, and always the typed text itself. */
function offer(options: readonly string[], text: string, isTyped: boolean): string[] {
  if (!isTyped || text.trim() === '') return options.slice(0, shownOptions);
  const found = filterOptions([...options], { inputValue: text, getOptionLabel: (option) => option });
  const others = found.filter((option) => option !== text);
  return options.includes(text) ? [text, ...others] : [...others, text];
}

function markedIndex({ target }: SyntheticEvent): number | undefined {
  const id = target instanceof Element ? target.getAttribute('aria-activedescendant') : null;
  const index = id === null ? undefined : document.getElementById(id)?.dataset.optionIndex;
  return index === undefined ? undefined : Number(index);
}

/**
 * A combobox for a claim name or a claim value. What is typed counts at once; the list offers what is known, and names
 * the typed text itself, so that Enter never takes something other than what is marked.
 */
export function ValueInput({ options, value, onChange, remark, ...props }: ValueInputProps) {
  const [isTyped, setTyped] = useState(false);
  const { id, placeholder, loading = false, invalid = false, readOnly = false, autoFocus = false } = props;
  return (
    <Autocomplete
      freeSolo
      autoHighlight
      selectOnFocus
      id={id}
      readOnly={readOnly}
      options={options}
      loading={loading}
      loadingText="Loading…"
      value={noOption}
      inputValue={value}
      onInputChange={(_, text, reason) => {
        if (reason !== 'input') return;
        setTyped(true);
        onChange(text);
      }}
      onChange={(event, option, reason) => {
        // On Enter, MUI would take the typed text in place of an entry that it has marked by itself.
        const index = reason === 'createOption' ? markedIndex(event) : undefined;
        const taken = index === undefined ? option : offer(options, value, isTyped)[index];
        if (typeof taken === 'string') onChange(taken);
      }}
      onOpen={(event) => setTyped(event.type === 'change')}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      filterOptions={(all, { inputValue }) => offer(all, inputValue, isTyped)}
      renderOption={({ key, ...optionProps }, option) => (
        <Option key={key} {...optionProps}>
          <span>
            {option === value && !options.includes(option) && 'Use '}
            <ClaimValue value={option} />
          </span>
          <Remark>{remark?.(option)}</Remark>
        </Option>
      )}
      renderInput={({ slotProps }) => (
        <TextInput
          ref={slotProps.input.ref}
          endAdornment={slotProps.input.endAdornment}
          error={invalid}
          autoFocus={autoFocus}
          sx={{ fontFamily: 'fontFamilyMono', fontSize: 13 }}
          {...(placeholder === undefined ? {} : { placeholder })}
          slotProps={{
            input: {
              ...slotProps.htmlInput,
              'aria-describedby': `${id}-hint`,
              spellCheck: false,
              autoCapitalize: 'none',
            },
          }}
        />
      )}
    />
  );
}
