import { type ComponentType, lazy, type ReactNode } from 'react';

/** The code of a part of the page didn't arrive: offline, or a newer version has replaced it. */
export class PartLoadError extends Error {
  /** Lets the next render try again. */
  readonly forget: () => void;

  constructor(cause: unknown, forget: () => void) {
    super('This part of the page couldn’t be loaded.', { cause });
    this.name = 'PartLoadError';
    this.forget = forget;
  }
}

/** A component that comes with its own chunk. Needs a Suspense around it, and a boundary for {@link PartLoadError}. */
export interface LazyPart<P> {
  (props: P): ReactNode;
  /** Fetches the chunk ahead of its use: on hover, on focus. */
  readonly preload: () => void;
}

/**
 * Like `React.lazy`, but a failed load can be tried again, and the chunk can be fetched ahead.
 *
 * @param load `() => import('./Part.tsx').then((module) => module.Part)`
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let loading: Promise<ComponentType<P>> | undefined;
  let loaded: ComponentType<P> | undefined;
  // Stays what it was at the first render: another type would mount the part anew.
  let shown: ComponentType<P> | undefined;
  const forget = () => {
    loading = undefined;
    shown = undefined;
  };
  const start = (): Promise<ComponentType<P>> => {
    loading ??= load().then(
      (component) => {
        loaded = component;
        return component;
      },
      (cause: unknown) => {
        throw new PartLoadError(cause, forget);
      },
    );
    return loading;
  };
  const render = (props: P): ReactNode => {
    shown ??= loaded ?? lazy(async () => ({ default: await start() }));
    const Component = shown;
    return <Component {...props} />;
  };
  return Object.assign(render, { preload: () => void start().catch(forget) });
}
