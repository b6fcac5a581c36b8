import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * One parameter of the page's address, such as what is open, so that it can be linked to and left with Back.
 *
 * @returns its value, and a function that sets it, or takes it out with undefined
 */
export function useAddressParameter(
  name: string,
  { replace = false }: { readonly replace?: boolean } = {},
): readonly [value: string | null, set: (value: string | undefined) => void] {
  const [query, setQuery] = useSearchParams();
  const set = useCallback(
    (value: string | undefined) =>
      setQuery(
        (old) => {
          const next = new URLSearchParams(old);
          if (value === undefined) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace },
      ),
    [setQuery, name, replace],
  );
  return [query.get(name), set];
}
