import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Link } from 'react-router';
import { ClaimValue } from '../../ui/ClaimValue.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type FoundItems, type ItemKind, type PaletteItem, searchItems } from './searchItems.ts';

interface CommandPaletteProps {
  readonly items: readonly PaletteItem[];
  /** What can be found here, in a sentence. */
  readonly hint: ReactNode;
  /** Something of it is still on its way. */
  readonly isLoading: boolean;
  /** Somebody gives up, or has chosen something. */
  readonly onClose: () => void;
}

const headings: Readonly<Record<ItemKind, string>> = {
  page: 'Pages',
  organization: 'Organizations',
  group: 'Groups',
  role: 'Roles',
  value: 'Claim values',
};
const bigStep = 6;

/** Goes to anything by a few letters of it. What is chosen is a link, so it can be opened in another tab too. */
export function CommandPalette({ items, hint, isLoading, onClose }: CommandPaletteProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useDeferredValue(text);
  const found = useMemo(() => searchItems(items, wanted), [items, wanted]);
  const shown = useMemo(() => found.flatMap((section) => section.items), [found]);
  const active = Math.min(chosen, shown.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    if (event.key === 'Enter') list.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.click();
    else if (event.key === 'ArrowDown') setChosen(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setChosen(active <= 0 ? last : active - 1);
    else if (event.key === 'PageDown') setChosen(Math.min(active + bigStep, last));
    else if (event.key === 'PageUp') setChosen(Math.max(active - bigStep, 0));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open
      disableRestoreFocus
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      transitionDuration={0}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: { 'aria-label': 'Search', sx: { mt: { xs: 1, sm: '10vh' }, maxHeight: 'min(560px, 80vh)' } },
      }}
    >
      <InputBase
        autoFocus
        fullWidth
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={move}
        placeholder="Search pages, organizations, groups, roles, claim values"
        startAdornment={<SearchIcon sx={{ mr: 1.25, color: 'text.secondary' }} />}
        sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider', fontSize: '1rem', flexShrink: 0 }}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': 'Search',
            'aria-expanded': shown.length > 0,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': shown.length > 0 ? `${id}-${active}` : undefined,
            autoComplete: 'off',
            spellCheck: false,
          },
        }}
      />
      <VisuallyHidden role="status">{resultWords(found, wanted)}</VisuallyHidden>
      <Box ref={list} id={`${id}-list`} role="listbox" aria-label="Results" sx={{ overflowY: 'auto', p: 1 }}>
        {found.map((section) => (
          <Section
            key={section.kind}
            id={id}
            section={section}
            shown={shown}
            active={active}
            onPoint={setChosen}
            onChoose={onClose}
          />
        ))}
      </Box>
      <Typography
        variant="body2"
        color="textSecondary"
        component="div"
        sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider', flexShrink: 0 }}
      >
        {footWords(shown.length, wanted, isLoading) ?? hint}
      </Typography>
    </Dialog>
  );
}

function resultWords(found: readonly FoundItems[], search: string): string {
  if (search.trim() === '') return '';
  const count = found.reduce((sum, section) => sum + section.count, 0);
  if (count === 0) return 'Nothing found';
  return count === 1 ? '1 result' : `${formatCount(count)} results`;
}

function footWords(count: number, search: string, isLoading: boolean): string | undefined {
  if (isLoading) return 'Loading more to search in…';
  return count === 0 ? `Nothing has “${search.trim()}” in its name.` : undefined;
}

const Option = styled(Link)(({ theme }) => ({
  display: 'flex',
  alignItems: 'baseline',
  gap: theme.spacing(1),
  minHeight: 34,
  padding: '6px 10px',
  borderRadius: 4,
  color: theme.vars.palette.text.primary,
  textDecoration: 'none',
  overflowWrap: 'anywhere',
  '&[aria-selected="true"]': { backgroundColor: theme.vars.palette.action.selected },
  '& > :last-of-type': {
    marginLeft: 'auto',
    textAlign: 'right',
    color: theme.vars.palette.text.secondary,
    fontSize: theme.typography.body2.fontSize,
  },
}));

interface SectionProps {
  readonly id: string;
  readonly section: FoundItems;
  /** The items of all sections. */
  readonly shown: readonly PaletteItem[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: () => void;
}

function Section({ id, section: { kind, items, count }, shown, active, onPoint, onChoose }: SectionProps) {
  const first = items[0] ? shown.indexOf(items[0]) : 0;
  return (
    <Box role="group" aria-labelledby={`${id}-${kind}`}>
      <Typography
        id={`${id}-${kind}`}
        variant="caption"
        component="div"
        sx={{ px: 1.25, pt: 0.75, fontWeight: 600, color: 'text.secondary' }}
      >
        {headings[kind]}
        {count > items.length && ` · ${items.length} of ${formatCount(count)}`}
      </Typography>
      {items.map((item, offset) => {
        const index = first + offset;
        return (
          <Option
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            to={item.to}
            aria-selected={index === active}
            data-index={index}
            onClick={onChoose}
            onPointerMove={() => index !== active && onPoint(index)}
          >
            <span>{kind === 'value' ? <ClaimValue value={item.label} /> : item.label}</span>
            <span>{item.detail}</span>
          </Option>
        );
      })}
    </Box>
  );
}
