import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { isChange, lastChangeQuery, readEntriesSince } from './audit.ts';

const scope = { kind: 'group', organizationId: '0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a10' } as const;

function log(...entries: readonly string[]): string {
  return `{"audit_logs":[${entries.join(',')}],"count":${entries.length},"count_cap":2000}`;
}

function entry(
  id: string,
  diff: string,
  rest = '"status_code":200,"user":{"id":"u","username":"ada","name":""}',
): string {
  return `{"id":"${id}","time":"2026-06-01T10:00:00Z","diff":${diff},${rest}}`;
}

/** Gives the pages one after the other, and keeps what was asked. */
function answer(...pages: readonly string[]): URL[] {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', async (input: string) => {
    asked.push(new URL(input, 'http://coder.test'));
    return new Response(pages[asked.length - 1] ?? log());
  });
  return asked;
}

test('reads a diff as it stands on the wire', async () => {
  const asked = answer(
    log(
      entry(
        'a',
        '{"field":{"old":"","new":"groups","secret":false},"mapping":{"new":{"__proto__":["x"],"b":null},"secret":false},"regex_filter":{"old":{},"new":{},"secret":false},"auto_create_missing_groups":{"old":true,"new":false,"secret":false}}',
      ),
      entry('b', '{"assign_default":{"old":false,"new":true,"secret":false}}'),
      entry('c', '{}', '"status_code":403,"user":null'),
    ),
  );
  const entries = await readEntriesSince(scope, undefined);
  expect(asked[0]?.pathname).toBe('/api/v2/audit');
  expect(asked[0]?.searchParams.get('q')).toBe(
    'resource_type:idp_sync_settings_group organization:0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a10',
  );
  expect(entries[0]).toEqual({
    id: 'a',
    time: new Date('2026-06-01T10:00:00Z'),
    status: 200,
    person: { username: 'ada', displayName: 'ada' },
    change: {
      field: { from: '', to: 'groups' },
      mapping: {
        from: new Map(),
        to: new Map([
          ['__proto__', ['x']],
          ['b', []],
        ]),
      },
      autoCreateMissing: { from: true, to: false },
      assignDefault: undefined,
      filterChanged: true,
    },
  });
  expect(entries[1]?.change).toMatchObject({ assignDefault: { from: false, to: true }, filterChanged: false });
  expect(entries[2]).toMatchObject({ status: 403, person: undefined });
  expect(entries.map(({ change }) => isChange(change))).toEqual([true, true, false]);
});

test('pages until it has found an entry, also while others are added', async () => {
  const many = Array.from({ length: 100 }, (_, index) => entry(`e${index}`, '{}'));
  const asked = answer(log(...many), log(entry('e99', '{}'), entry('wanted', '{}'), entry('older', '{}')));
  const entries = await readEntriesSince(scope, 'wanted');
  expect(entries).toHaveLength(101);
  expect(entries.at(-1)?.id).toBe('wanted');
  expect(asked.map(({ searchParams }) => searchParams.get('offset'))).toEqual(['0', '100']);
});

test('organization sync belongs to no organization', async () => {
  const asked = answer(log());
  await readEntriesSince({ kind: 'organization' }, undefined);
  expect(asked[0]?.searchParams.get('q')).toBe('resource_type:idp_sync_settings_organization');
});

test('the last change is the newest that was written, and nobody without the right', async () => {
  const client = new QueryClient();
  answer(
    log(
      entry('failed', '{}', '"status_code":400,"user":null'),
      entry('same', '{}'),
      entry('change', '{"field":{"old":"a","new":"b","secret":false}}'),
    ),
  );
  expect(await client.fetchQuery(lastChangeQuery(scope))).toMatchObject({ person: { username: 'ada' } });
  vi.stubGlobal('fetch', async () => new Response('{"message":"Forbidden."}', { status: 403 }));
  expect(await client.fetchQuery(lastChangeQuery(scope))).toBeNull();
  vi.stubGlobal('fetch', async () => new Response('{"message":"broken"}', { status: 500 }));
  await expect(client.fetchQuery(lastChangeQuery(scope))).rejects.toThrow();
});
