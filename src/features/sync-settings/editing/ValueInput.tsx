import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import { Mono } from '../../../ui/Mono.tsx';
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

const shownOptions = 50;
const filterOptions = createFilterOptions<string>({ limit: shownOptions, trim: true });

/**
 * A combobox for a claim name or a claim value. What is typed counts at once; the list offers what is known, and names
 * the typed text itself, so that Enter never takes something other than what is marked.
 */
export function ValueInput({ options, value, onChange, remark, ...props }: ValueInputProps) {
  const { id, placeholder, loading = false, invalid = false, readOnly = false, autoFocus = false } = props;
  return (
    <Autocomplete
      freeSolo
      autoHighlight
      disableClearable
      selectOnFocus
      id={id}
      readOnly={readOnly}
      options={options}
      loading={loading}
      loadingText="Loading…"
      value={value}
      inputValue={value}
      onInputChange={(_, text, reason) => reason !== 'reset' && onChange(text)}
      onChange={(_, option) => onChange(option)}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      filterOptions={(all, state) => {
        const text = state.inputValue;
        const found = filterOptions(all, text === '' ? state : { ...state, inputValue: text });
        if (text.trim() === '') return found;
        const others = found.filter((option) => option !== text);
        return found.length > others.length || all.includes(text) ? [text, ...others] : [...others, text];
      }}
      renderOption={({ key, ...optionProps }, option) => (
        <Box component="li" key={key} {...optionProps} sx={{ gap: 1, justifyContent: 'space-between !important' }}>
          <span>
            {option === value && !options.includes(option) ? 'Use ' : ''}
            <Mono>{option}</Mono>
          </span>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 12, flexShrink: 0 }}>
            {remark?.(option)}
          </Box>
        </Box>
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
