import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import type { QueryErrorProps } from './QueryError.tsx';

const QueryError = lazyPart(() => import('./QueryError.tsx').then((part) => part.QueryError));

/** What says why something failed, for parts that belong to the first view: most loads don't fail. */
export function LazyQueryError(props: QueryErrorProps) {
  return (
    <Suspense fallback={<SkeletonBlock label="Loading" heights={[60]} />}>
      <QueryError {...props} />
    </Suspense>
  );
}

/** Fetches it while there is a network. */
export const preloadQueryError = QueryError.preload;
