import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Link, useLocation } from 'react-router';

/** One tab. Its value stands in the address. */
export interface SlimTab<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
}

interface SlimTabsProps<V extends string> {
  /** Names the whole list. */
  readonly label: string;
  readonly tabs: readonly SlimTab<V>[];
  readonly selected: V;
  /** Query parameter that holds the value; the other ones stay. */
  readonly parameter: string;
  /** Content of the selected tab. */
  readonly children: ReactNode;
}

const TabList = styled('div')(({ theme }) => ({
  display: 'flex',
  gap: theme.spacing(2.5),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  overflowX: 'auto',
  scrollbarWidth: 'none',
}));

const Tab = styled(Link)(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.75),
  minHeight: 40,
  whiteSpace: 'nowrap',
  textDecoration: 'none',
  fontWeight: 500,
  color: theme.vars.palette.text.secondary,
  borderBottom: '2px solid transparent',
  '&:hover': { color: theme.vars.palette.text.primary },
  '&:focus-visible': { outlineOffset: -2, borderRadius: theme.shape.borderRadius },
  '&[aria-selected="true"]': {
    color: theme.vars.palette.text.primary,
    borderBottomColor: theme.vars.palette.primary.main,
  },
}));

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs that are links: each has its own address. Arrow keys, Home and End move between them, Enter and Space open one.
 */
export function SlimTabs<V extends string>({ label, tabs, selected, parameter, children }: SlimTabsProps<V>) {
  const { pathname, search, hash } = useLocation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const address = (value: V) => {
    const query = new URLSearchParams(search);
    query.set(parameter, value);
    return { pathname, search: `?${query}`, hash };
  };
  const move = (event: KeyboardEvent<HTMLAnchorElement>, index: number) => {
    const step = steps[event.key];
    if (event.key === ' ') event.currentTarget.click();
    else if (event.key === 'Home') focusTab(list.current, 0);
    else if (event.key === 'End') focusTab(list.current, tabs.length - 1);
    else if (step !== undefined) focusTab(list.current, (index + step + tabs.length) % tabs.length);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TabList role="tablist" aria-label={label} ref={list}>
        {tabs.map(({ value, label: text }, index) => (
          <Tab
            key={value}
            id={`${id}-${value}`}
            role="tab"
            to={address(value)}
            replace={value === selected}
            aria-selected={value === selected}
            aria-controls={`${id}-panel`}
            tabIndex={value === selected ? 0 : -1}
            onKeyDown={(event) => move(event, index)}
          >
            {text}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
}

function focusTab(list: HTMLElement | null, index: number): void {
  list?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
}
