import { styled } from '@mui/material/styles';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const Hidden = styled('div')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

type Arrive = (path: string, title: string) => 'first' | 'same' | 'next';

const ArriveContext = createContext<Arrive>(() => 'first');

/** Tells people who don't see the page that it is another one. */
export function RouteAnnouncer({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const last = useRef<string>(undefined);
  const arrive = useCallback<Arrive>((path, title) => {
    const before = last.current;
    last.current = path;
    if (before === undefined) return 'first';
    if (before === path) return 'same';
    setText(title);
    return 'next';
  }, []);
  return (
    <ArriveContext value={arrive}>
      {children}
      <Hidden role="status">{text}</Hidden>
    </ArriveContext>
  );
}

/**
 * Names the document after the page that is shown. On a change of page the heading takes the focus and is announced.
 *
 * @returns ref for the page's heading
 */
export function usePageTitle(title: string) {
  const arrive = useContext(ArriveContext);
  const { pathname } = useLocation();
  const navigation = useNavigationType();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Coder IdP Sync`;
    if (arrive(pathname, title) !== 'next') return;
    heading.current?.focus({ preventScroll: true });
    if (navigation !== 'POP') window.scrollTo(0, 0);
  }, [title, pathname, navigation, arrive]);
  return heading;
}
