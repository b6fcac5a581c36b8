import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../api/ApiError.ts';
import { sameSettings } from '../../domain/diffSettings.ts';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';
import { type SaveOutcome, saveDraft } from './saveDraft.ts';
import { settleDraft } from './settleDraft.ts';
import { FakeSettings, type Fault } from './testing/fakeSettings.ts';

const scope = { kind: 'group', organizationId: 'org' } as const;
const root = '/api/v2/organizations/org/settings/idpsync/groups';

const saved: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  mapping: new Map([
    ['eng', ['a', 'b']],
    ['ops', ['c']],
  ]),
  legacyNameMapping: new Map([['old', 'Old']]),
};
const withoutLegacy: SyncSettings = { ...saved, legacyNameMapping: new Map() };

function withRow(value: string, targets: readonly string[], settings: SyncSettings): SyncSettings {
  return { ...settings, mapping: new Map([...settings.mapping, [value, targets]]) };
}

function withoutRow(value: string, settings: SyncSettings): SyncSettings {
  return { ...settings, mapping: new Map([...settings.mapping].filter(([key]) => key !== value)) };
}

let timeouts: AbortController[] = [];
beforeEach(() => {
  timeouts = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController();
    timeouts.push(controller);
    return controller.signal;
  });
});

function serve(settings: SyncSettings): FakeSettings {
  const server = new FakeSettings(settings);
  vi.stubGlobal('fetch', server.fetch);
  return server;
}

const sent = ({ requests }: FakeSettings) => requests.map(({ method, path }) => `${method} ${path.replace(root, '')}`);
const always = async () => true;

const json =
  (status: number, body: object, headers = {}) =>
  () =>
    Response.json(body, { status, headers });
const failures: readonly (readonly [string, Fault['answer'], Partial<ApiError>])[] = [
  [
    '400',
    json(400, { message: 'Bad.', detail: 'why' }),
    { failure: 'status', status: 400, message: 'Bad.', detail: 'why' },
  ],
  [
    '400 with validations',
    json(400, { message: 'Bad.', validations: [{ field: 'regex_filter', detail: 'no' }] }),
    { status: 400, validations: [{ field: 'regex_filter', detail: 'no' }] },
  ],
  ['401', json(401, { message: 'Expired.' }), { status: 401 }],
  ['403', json(403, { message: 'Forbidden.' }), { status: 403 }],
  ['404', json(404, { message: 'Not here.' }), { status: 404, message: 'Not here.' }],
  ['409', json(409, { message: 'Conflict.' }), { status: 409 }],
  ['429', json(429, { message: 'Slow down.' }, { 'Retry-After': '60' }), { status: 429, retryAfterSeconds: 60 }],
  ['500', json(500, { message: 'Broken.' }), { status: 500 }],
  [
    '502 with a web page',
    () => new Response('<html>', { status: 502 }),
    { status: 502, message: 'The server answered 502.' },
  ],
  [
    'no answer in time',
    () => {
      timeouts.at(-1)?.abort();
      throw new DOMException('The operation timed out.', 'TimeoutError');
    },
    { failure: 'timeout' },
  ],
  [
    'offline',
    () => {
      throw new TypeError('Failed to fetch');
    },
    { failure: 'unreachable' },
  ],
  ['a web page', () => new Response('<!doctype html>'), { failure: 'not-coder', status: 200 }],
  ['not JSON', () => new Response('pong'), { failure: 'unexpected-answer', status: 200 }],
  ['other JSON', json(200, { field: 1 }), { failure: 'unexpected-answer' }],
  ['nothing', () => new Response(null, { status: 204 }), { failure: 'unexpected-answer' }],
];
const steps = ['the fresh read', 'the first write', 'the second write'] as const;

describe('a request that fails', () => {
  const draft = withRow('new', ['d'], { ...saved, field: 'memberOf' });

  const cases = steps.flatMap((step, index) =>
    failures.flatMap((failure) => {
      const acting = index > 0 && !/^4/.test(failure[0]) ? [false, true] : [false];
      return acting.map(
        (acts) => [step, failure[0], acts ? 'done all the same' : 'not done', index, acts, failure] as const,
      );
    }),
  );
  it.each(cases)(
    '%s: %s, %s: nothing is lost, and a retry finishes',
    async (_step, _name, _done, index, acts, failure) => {
      const server = serve(saved);
      let count = 0;
      server.onRequest = () => {
        count += 1;
        return count === index + 1 ? { acts, answer: failure[1] } : undefined;
      };
      const outcome = await saveDraft(scope, saved, draft, always);

      expect(outcome.outcome).toBe('failed');
      if (outcome.outcome !== 'failed') return;
      expect(outcome.error).toBeInstanceOf(ApiError);
      expect(outcome.error).toMatchObject(failure[2]);
      expect(outcome.isHalfSaved).toBe(index === 2);
      expect(count).toBe(index + 1);
      const kept = settle(outcome, draft, saved);
      expect(sameSettings(kept.draft, draft)).toBe(true);
      const half = { ...saved, field: 'memberOf' };
      expect(kept.base).toEqual(index === 2 ? half : saved);

      const again = await saveDraft(scope, kept.base, kept.draft, always);
      expect(again).toMatchObject({ outcome: 'saved', mergedIn: undefined, differs: false });
      expect(server.settings).toEqual(draft);
    },
  );

  it('keeps what another admin wrote between the two tries', async () => {
    const server = serve(saved);
    let count = 0;
    server.onRequest = () => {
      count += 1;
      if (count !== 3) return undefined;
      server.settings = withRow('theirs', ['e'], { ...server.settings, regexFilter: '^x' });
      return { acts: false, answer: json(500, { message: 'Broken.' }) };
    };
    const outcome = await saveDraft(scope, saved, draft, always);
    const kept = settle(outcome, draft, saved);
    const again = await saveDraft(scope, kept.base, kept.draft, always);
    expect(server.settings).toEqual({
      ...withRow('theirs', ['e'], withRow('new', ['d'], saved)),
      field: 'memberOf',
      regexFilter: '^x',
    });
    expect(again.outcome === 'saved' && again.mergedIn?.added).toEqual([{ value: 'theirs', targets: ['e'] }]);
  });
});

function settle(outcome: SaveOutcome, draft: SyncSettings, base: SyncSettings) {
  const settled = settleDraft(outcome, draft);
  return settled ? { base: settled.base, draft: settled.change(draft) } : { base, draft };
}

describe('what is sent', () => {
  it.each<[string, SyncSettings, SyncSettings, readonly string[]]>([
    ['nothing for nothing', saved, { ...saved, regexFilter: '' }, ['GET ']],
    ['the scalars alone', saved, { ...saved, field: 'x' }, ['GET ', 'PATCH /config']],
    ['single targets', saved, withRow('new', ['d'], saved), ['GET ', 'PATCH /mapping']],
    [
      'two requests where legacy mappings are kept',
      saved,
      withRow('new', ['d'], { ...saved, field: 'x' }),
      ['GET ', 'PATCH /config', 'PATCH /mapping'],
    ],
    [
      'everything at once where there are none',
      withoutLegacy,
      withRow('new', ['d'], { ...withoutLegacy, field: 'x' }),
      ['GET ', 'PATCH '],
    ],
    ['everything for a row that goes', withoutLegacy, withoutRow('ops', withoutLegacy), ['GET ', 'PATCH ']],
    ['everything where legacy mappings are dropped', saved, withoutLegacy, ['GET ', 'PATCH ']],
    ['nothing before it is asked whether legacy mappings may go', saved, withoutRow('ops', saved), ['GET ']],
  ])('%s', async (_, before, draft, requests) => {
    const server = serve(before);
    const outcome = await saveDraft(scope, before, draft, always);
    expect(sent(server)).toEqual(requests);
    if (outcome.outcome === 'saved') expect(sameSettings(server.settings, draft)).toBe(true);
    else expect(outcome).toEqual({ outcome: 'erases-legacy', theirs: before, wanted: draft });
  });

  it('a row or a target that looks like another thing goes out and comes back as it is', async () => {
    const server = serve(emptySettings);
    const odd = new Map([
      ['__proto__', ['__proto__', 'constructor']],
      [' white  space ', ['00000000-0000-0000-0000-000000000000']],
      ['toString', ['0198c0de-0000-7000-8000-000000000001']],
    ]);
    const outcome = await saveDraft(scope, emptySettings, { ...emptySettings, mapping: odd }, always);
    expect(outcome).toMatchObject({ outcome: 'saved', differs: false });
    expect(server.settings.mapping).toEqual(odd);
  });
});

describe('what another admin did meanwhile', () => {
  const mine = withRow('mine', ['d'], withoutLegacy);

  it('is merged, and named', async () => {
    const server = serve(withRow('theirs', ['e'], withoutLegacy));
    const outcome = await saveDraft(scope, withoutLegacy, mine, always);
    expect(server.settings).toEqual(withRow('mine', ['d'], withRow('theirs', ['e'], withoutLegacy)));
    expect(outcome).toMatchObject({ outcome: 'saved', differs: false });
    expect(outcome.outcome === 'saved' && outcome.mergedIn?.added).toEqual([{ value: 'theirs', targets: ['e'] }]);
  });

  it('isn’t named if it is just what I did', async () => {
    const server = serve(mine);
    const outcome = await saveDraft(scope, withoutLegacy, mine, always);
    expect(outcome).toEqual({ outcome: 'saved', settings: mine, mergedIn: undefined, differs: false });
    expect(sent(server)).toEqual(['GET ']);
  });

  it('is asked about, and nothing written, if it is about the same', async () => {
    const server = serve(withRow('eng', ['x'], withoutLegacy));
    const outcome = await saveDraft(scope, withoutLegacy, withRow('eng', ['y'], withoutLegacy), always);
    expect(outcome.outcome === 'conflict' && outcome.merge.conflicts).toMatchObject([
      { value: 'eng', theirs: ['x'], mine: ['y'] },
    ]);
    expect(sent(server)).toEqual(['GET ']);
  });

  it('is shown before anything is written, if together it does what nobody looked at', async () => {
    const theirs = { ...withoutLegacy, autoCreateMissing: true };
    const server = serve(theirs);
    const isReviewed = vi.fn(async () => false);
    const outcome = await saveDraft(scope, withoutLegacy, mine, isReviewed);
    expect(outcome).toEqual({ outcome: 'unreviewed', theirs, wanted: withRow('mine', ['d'], theirs) });
    expect(isReviewed).toHaveBeenCalledWith(theirs, withRow('mine', ['d'], theirs));
    expect(sent(server)).toEqual(['GET ']);
    const kept = settle(outcome, mine, withoutLegacy);
    expect(kept).toEqual({ base: theirs, draft: withRow('mine', ['d'], theirs) });
  });

  it('isn’t asked about if there was nothing', async () => {
    serve(withoutLegacy);
    const isReviewed = vi.fn(async () => false);
    expect(await saveDraft(scope, withoutLegacy, mine, isReviewed)).toMatchObject({ outcome: 'saved' });
    expect(isReviewed).not.toHaveBeenCalled();
  });

  it('a look that fails writes nothing', async () => {
    const server = serve(withRow('theirs', ['e'], withoutLegacy));
    const error = new Error('no chunk');
    const outcome = await saveDraft(scope, withoutLegacy, mine, () => Promise.reject(error));
    expect(outcome).toMatchObject({ outcome: 'failed', error, isHalfSaved: false });
    expect(sent(server)).toEqual(['GET ']);
  });

  it('after the fresh read stays, where only targets are written', async () => {
    const server = serve(withoutLegacy);
    server.onRequest = (method) => {
      if (method === 'PATCH')
        server.settings = withRow('eng', ['a', 'b', 'late'], withRow('late', ['e'], withoutLegacy));
      return undefined;
    };
    const outcome = await saveDraft(scope, withoutLegacy, withRow('eng', ['b'], mine), always);
    expect(server.settings.mapping).toEqual(
      new Map([
        ['eng', ['b', 'late']],
        ['ops', ['c']],
        ['late', ['e']],
        ['mine', ['d']],
      ]),
    );
    expect(outcome).toMatchObject({ outcome: 'saved', differs: false, settings: server.settings });
    expect(outcome.outcome === 'saved' && outcome.mergedIn?.added).toEqual([{ value: 'late', targets: ['e'] }]);
  });
});

describe('a row that another admin deletes after the fresh read', () => {
  it.each([
    ['isn’t missed if I left it alone', withRow('mine', ['d'], withoutLegacy), false],
    ['is said if I changed it', withRow('eng', ['a'], withoutLegacy), true],
  ])('%s', async (_, draft, differs) => {
    const server = serve(withoutLegacy);
    server.onRequest = (method) => {
      if (method === 'PATCH') server.settings = withoutRow('eng', withoutLegacy);
      return undefined;
    };
    expect(await saveDraft(scope, withoutLegacy, draft, always)).toMatchObject({ outcome: 'saved', differs });
  });
});

describe('an answer that isn’t what was asked for', () => {
  it.each<[string, (stored: SyncSettings) => SyncSettings]>([
    ['my row is missing', (stored) => withoutRow('mine', stored)],
    ['my row has lost its target', (stored) => withRow('mine', [], stored)],
    ['my field isn’t taken', (stored) => ({ ...stored, field: 'groups' })],
  ])('is said: %s', async (_, spoil) => {
    const server = serve(withoutLegacy);
    const draft = { ...withRow('mine', ['d'], withoutLegacy), field: 'x' };
    server.onRequest = (method) =>
      method === 'GET' ? undefined : { acts: true, answer: () => wire(spoil(server.settings)) };
    const outcome = await saveDraft(scope, withoutLegacy, draft, always);
    expect(outcome).toMatchObject({ outcome: 'saved', differs: true, settings: spoil(draft) });
    const later = withRow('later', ['z'], draft);
    expect(settleDraft(outcome, draft)?.change(later).mapping.get('later')).toEqual(['z']);
  });
});

function wire({ field, regexFilter, autoCreateMissing, mapping }: SyncSettings): Response {
  return Response.json({
    field,
    regex_filter: regexFilter,
    auto_create_missing_groups: autoCreateMissing,
    mapping: Object.fromEntries(mapping),
  });
}
