import { parseUuid } from '../../src/domain/uuid.ts';
import { ApiError, type Validation } from './ApiError.ts';

export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly afterId: string | undefined;
}

/**
 * `limit`, `offset` and `after_id`. Mirrors `coderd/pagination.go` ParsePagination.
 *
 * @throws {ApiError} 400
 */
export function readPage(query: URLSearchParams): Page {
  const validations: Validation[] = [];
  const number = (name: string) => {
    const text = query.get(name) ?? '';
    if (/^\d+$/.test(text) || text === '') return Number(text);
    const detail = text.startsWith('-')
      ? `Query param "${name}" must be a valid non-negative integer: ${text}`
      : `Query param "${name}" must be a valid integer: strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`;
    validations.push({ field: name, detail });
    return 0;
  };
  const after = query.get('after_id') ?? '';
  const afterId = parseUuid(after);
  if (after !== '' && afterId === undefined) {
    validations.push({ field: 'after_id', detail: `Query param "after_id" must be a valid uuid` });
  }
  const page = { limit: number('limit'), offset: number('offset'), afterId };
  if (validations.length > 0)
    throw new ApiError(400, { message: 'Query parameters have invalid values.', validations });
  return page;
}

/** One page of a sorted list; limit 0 is all of it, an unknown cursor gives nothing. */
export function pageOf<T>(list: readonly T[], page: Page, idOf: (item: T) => string): readonly T[] {
  let rest = list;
  if (page.afterId !== undefined) {
    const index = list.findIndex((item) => idOf(item) === page.afterId);
    rest = index < 0 ? [] : list.slice(index + 1);
  }
  rest = rest.slice(page.offset);
  return page.limit > 0 ? rest.slice(0, page.limit) : rest;
}
