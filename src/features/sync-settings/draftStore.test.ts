import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';
import { createDraftStore } from './draftStore.ts';
import { keepLaterEdits } from './settleDraft.ts';

const key = 'person:group:organization';
const saved: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  mapping: new Map([
    ['eng', ['a', 'b']],
    ['ops', ['c']],
  ]),
};

function withField(field: string, settings = saved): SyncSettings {
  return { ...settings, field };
}

function withRow(value: string, targets: readonly string[], settings = saved): SyncSettings {
  return { ...settings, mapping: new Map([...settings.mapping, [value, targets]]) };
}

/** The part of a browser's storage that the store uses. */
function memoryStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
    removeItem: (name: string) => void items.delete(name),
  };
}

const noStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

function typed(store: ReturnType<typeof createDraftStore>, ...fields: readonly string[]) {
  for (const field of fields) {
    store.edit(key, saved, { settings: withField(field, store.get(key)?.settings), typing: 'field' });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('edits', () => {
  it('make a draft on what is saved, which stays its base', () => {
    const store = createDraftStore(noStorage, () => 42);
    expect(store.get(key)).toBeUndefined();
    store.edit(key, saved, { settings: withField('roles'), label: 'field changed' });
    store.edit(key, withField('other'), { settings: withRow('new', ['d'], withField('roles')) });
    expect(store.get(key)).toEqual({
      base: saved,
      settings: withRow('new', ['d'], withField('roles')),
      renames: [],
      madeAt: 42,
      lastEdit: undefined,
      isChanged: true,
      canUndo: true,
      canRedo: false,
    });
  });

  it('are kept apart by key', () => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withField('roles') });
    store.edit('other', saved, { settings: withField('teams') });
    store.discard('other');
    expect(store.get('other')).toBeUndefined();
    expect(store.get(key)?.settings.field).toBe('roles');
  });

  it.each<[string, SyncSettings]>([
    ['the same settings', { ...saved }],
    ['targets in another order', withRow('eng', ['b', 'a'])],
    ['rows in another order', { ...saved, mapping: new Map([...saved.mapping].reverse()) }],
    ['an empty filter for none', { ...saved, regexFilter: '' }],
  ])('that come back to what is saved are no draft: %s', (_, same) => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withField('roles') });
    store.edit(key, saved, { settings: same });
    expect(store.get(key)).toBeUndefined();
  });

  it('start on newer settings when there is no draft any more', () => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withField('roles') });
    store.edit(key, saved, { settings: saved });
    const newer = withRow('theirs', ['d']);
    store.edit(key, newer, { settings: withField('roles', newer) });
    expect(store.get(key)?.base).toBe(newer);
    store.undo(key);
    expect(store.get(key)?.settings).toBe(newer);
  });

  it('tell whoever listens, until they stop', () => {
    const store = createDraftStore(noStorage);
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.edit(key, saved, { settings: withField('roles') });
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    store.discard(key);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('leave the same draft object in place until something changes', () => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withField('roles') });
    expect(store.get(key)).toBe(store.get(key));
  });
});

describe('undo and redo', () => {
  it('go back and forth step by step, with what the last edit was', () => {
    const store = createDraftStore(noStorage);
    const one = withRow('new', ['d']);
    const two = withField('roles', one);
    store.edit(key, saved, { settings: one, label: 'new added' });
    store.edit(key, saved, { settings: two, label: 'field changed' });
    store.undo(key);
    expect(store.get(key)).toMatchObject({ settings: one, lastEdit: 'new added', canUndo: true, canRedo: true });
    store.undo(key);
    expect(store.get(key)).toMatchObject({ settings: saved, isChanged: false, canUndo: false, canRedo: true });
    store.undo(key);
    store.redo(key);
    store.redo(key);
    store.redo(key);
    expect(store.get(key)).toMatchObject({ settings: two, lastEdit: 'field changed', canRedo: false });
  });

  it('an edit after an undo ends what could be redone', () => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withField('roles') });
    store.undo(key);
    store.edit(key, saved, { settings: withField('teams') });
    expect(store.get(key)).toMatchObject({ canRedo: false, settings: { field: 'teams' } });
  });

  it('take typing as one step, and what comes in between ends it', () => {
    const store = createDraftStore(noStorage);
    typed(store, 'r', 'ro', 'roles');
    store.edit(key, saved, { settings: withRow('new', ['d'], store.get(key)?.settings) });
    typed(store, 'rolesX', 'rolesXY');
    const fields: (string | undefined)[] = [];
    while (store.get(key)?.canUndo) {
      store.undo(key);
      fields.push(store.get(key)?.settings.field);
    }
    expect(fields).toEqual(['roles', 'roles', 'groups']);
  });

  it('typing after an undo is a new step', () => {
    const store = createDraftStore(noStorage);
    typed(store, 'r', 'ro');
    store.edit(key, saved, { settings: withRow('new', ['d'], store.get(key)?.settings) });
    store.undo(key);
    typed(store, 'roles');
    store.undo(key);
    expect(store.get(key)?.settings.field).toBe('ro');
  });

  it('bring back renames with the rows they are about', () => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withRow('dev', ['a', 'b']), rename: { from: 'eng', to: 'dev' } });
    store.edit(key, saved, { settings: withField('x', store.get(key)?.settings) });
    store.undo(key);
    expect(store.get(key)?.renames).toEqual([{ from: 'eng', to: 'dev' }]);
    store.undo(key);
    expect(store.get(key)?.renames).toEqual([]);
    store.redo(key);
    expect(store.get(key)?.renames).toEqual([{ from: 'eng', to: 'dev' }]);
  });

  it('reach 200 steps back', () => {
    const store = createDraftStore(noStorage);
    for (let step = 1; step <= 250; step += 1) store.edit(key, saved, { settings: withField(`field-${step}`) });
    let steps = 0;
    for (; store.get(key)?.canUndo; steps += 1) store.undo(key);
    expect(steps).toBe(200);
    expect(store.get(key)?.settings.field).toBe('field-50');
  });
});

describe('discard', () => {
  it('can be taken back, with what could be undone', () => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withField('roles') });
    store.edit(key, saved, { settings: withField('teams') });
    const before = store.get(key);
    store.discard(key);
    expect(store.get(key)).toBeUndefined();
    expect(store.canRestore(key)).toBe(true);
    store.restore(key);
    expect(store.get(key)).toEqual(before);
    expect(store.canRestore(key)).toBe(false);
    store.undo(key);
    expect(store.get(key)?.settings.field).toBe('roles');
  });

  it('can’t be taken back over a later edit', () => {
    const store = createDraftStore(noStorage);
    store.edit(key, saved, { settings: withField('roles') });
    store.discard(key);
    store.edit(key, saved, { settings: withField('teams') });
    expect(store.canRestore(key)).toBe(false);
    store.restore(key);
    expect(store.get(key)?.settings.field).toBe('teams');
  });
});

describe('rebase', () => {
  it('ends a draft that is saved', () => {
    const store = createDraftStore(noStorage);
    const sent = withField('roles');
    store.edit(key, saved, { settings: sent });
    store.rebase(key, sent, keepLaterEdits(sent, sent));
    expect(store.get(key)).toBeUndefined();
  });

  it('keeps what was edited while a save was on its way, on top of what is saved', () => {
    const store = createDraftStore(noStorage);
    const sent = withField('roles');
    store.edit(key, saved, { settings: sent });
    store.edit(key, saved, { settings: withRow('later', ['d'], sent) });
    const stored = withRow('theirs', ['e'], sent);
    store.rebase(key, stored, keepLaterEdits(sent, stored));
    const draft = store.get(key);
    expect(draft?.base).toBe(stored);
    expect(draft?.settings).toEqual(withRow('later', ['d'], stored));
    expect(draft).toMatchObject({ isChanged: true, canUndo: false });
  });

  it('takes the later edit where both changed the same', () => {
    const store = createDraftStore(noStorage);
    const sent = withField('roles');
    store.edit(key, saved, { settings: sent });
    store.edit(key, saved, { settings: withField('teams') });
    const stored = withField('stored');
    store.rebase(key, stored, keepLaterEdits(sent, stored));
    expect(store.get(key)?.settings.field).toBe('teams');
  });

  it('keeps the time and the other half of a save that went through by half', () => {
    let time = 1;
    const store = createDraftStore(noStorage, () => time);
    const sent = withRow('new', ['d'], withField('roles'));
    store.edit(key, saved, { settings: sent });
    time = 2;
    store.rebase(key, withField('roles'), keepLaterEdits(sent, sent));
    expect(store.get(key)).toMatchObject({ madeAt: 1, base: { field: 'roles' }, isChanged: true });
    expect(store.get(key)?.settings.mapping.get('new')).toEqual(['d']);
  });

  it('keeps a change that was taken back while its save was on its way', () => {
    const store = createDraftStore(noStorage);
    const sent = withField('roles');
    store.edit(key, saved, { settings: sent });
    store.edit(key, saved, { settings: saved });
    expect(store.get(key)).toBeUndefined();
    store.rebase(key, sent, keepLaterEdits(sent, sent));
    expect(store.get(key)).toMatchObject({ base: sent, settings: saved, isChanged: true });
  });

  it('makes no draft where there is none', () => {
    const store = createDraftStore(noStorage);
    store.rebase(key, saved, () => withField('roles'));
    expect(store.get(key)).toBeUndefined();
    store.edit(key, saved, { settings: withField('roles') });
    store.discard(key);
    store.rebase(key, withField('x'), () => withField('roles'));
    expect(store.get(key)).toBeUndefined();
    expect(store.canRestore(key)).toBe(true);
  });
});

describe('over a reload', () => {
  const odd: SyncSettings = {
    ...emptySettings,
    field: '__proto__',
    regexFilter: '',
    autoCreateMissing: true,
    mapping: new Map([
      ['__proto__', ['a', '__proto__']],
      ['constructor', []],
      ['10', ['b']],
      ['9', ['b', 'b']],
      ['', ['c']],
      [' white  space ', ['c']],
    ]),
    legacyNameMapping: new Map([['__proto__', 'toString']]),
  };

  it('a draft is there again, whole, and can be undone as one step', () => {
    const storage = memoryStorage();
    const first = createDraftStore(storage, () => 7);
    first.edit(key, saved, { settings: odd, rename: { from: 'eng', to: '__proto__' } });
    vi.advanceTimersByTime(300);
    const again = createDraftStore(storage);
    const draft = again.get(key);
    expect(draft).toEqual({ ...first.get(key), lastEdit: undefined });
    expect([...(draft?.settings.mapping.keys() ?? [])]).toEqual([...odd.mapping.keys()]);
    again.undo(key);
    expect(again.get(key)).toMatchObject({ settings: saved, isChanged: false });
    again.redo(key);
    expect(again.get(key)?.settings).toEqual(odd);
  });

  it('is written when the page goes away, without waiting', () => {
    const storage = memoryStorage();
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    const store = createDraftStore(storage);
    store.edit(key, saved, { settings: odd });
    expect(storage.items.size).toBe(0);
    page.dispatchEvent(new Event('pagehide'));
    expect(createDraftStore(storage).get(key)?.settings).toEqual(odd);
  });

  it('nothing is left of a draft that was undone, discarded or saved', () => {
    for (const end of ['undo', 'discard', 'save'] as const) {
      const storage = memoryStorage();
      const store = createDraftStore(storage);
      store.edit(key, saved, { settings: odd });
      vi.advanceTimersByTime(300);
      expect(storage.items.size).toBe(1);
      if (end === 'save') store.rebase(key, odd, () => odd);
      else store[end](key);
      vi.advanceTimersByTime(300);
      expect(storage.items.size, end).toBe(0);
    }
  });

  it('only what a draft is made of is stored', () => {
    const storage = memoryStorage();
    const store = createDraftStore(storage, () => 7);
    store.edit(key, saved, { settings: withField('secret') });
    store.edit(key, saved, { settings: odd, label: 'a label' });
    vi.advanceTimersByTime(300);
    const [[name, text]] = [...storage.items] as [[string, string]];
    expect(name).toBe(`idp-sync-draft:${key}`);
    const stored = JSON.parse(text);
    expect(Object.keys(stored)).toEqual(['version', 'madeAt', 'base', 'settings', 'renames']);
    expect(Object.keys(stored.settings).sort()).toEqual(Object.keys(emptySettings).sort());
    expect(text).not.toContain('secret');
  });

  const good = JSON.stringify({
    version: 1,
    madeAt: 1,
    base: { ...saved, mapping: [['eng', ['a']]], legacyNameMapping: [] },
    settings: { ...saved, mapping: [], legacyNameMapping: [] },
    renames: [],
  });
  it('an entry written by hand is read', () => {
    const storage = memoryStorage();
    storage.items.set(`idp-sync-draft:${key}`, good);
    expect(createDraftStore(storage).get(key)?.base.mapping).toEqual(new Map([['eng', ['a']]]));
  });

  it.each([
    ['not JSON', '{'],
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', good.replace('"version":1', '"version":2')],
    ['no base', good.replace('"base"', '"bass"')],
    ['a field that is a number', good.replace('"field":"groups"', '"field":1')],
    ['a mapping that is an object', good.replace('[["eng",["a"]]]', '{"eng":["a"]}')],
    ['a row without a list', good.replace('[["eng",["a"]]]', '[["eng",null]]')],
    ['a target that is a number', good.replace('["a"]', '[1]')],
    ['a rename without an end', good.replace('"renames":[]', '"renames":[{"from":"a"}]')],
    ['a time that is a text', good.replace('"madeAt":1', '"madeAt":"1"')],
  ])('a damaged entry is no draft: %s', (_, text) => {
    const storage = memoryStorage();
    storage.items.set(`idp-sync-draft:${key}`, text);
    const store = createDraftStore(storage);
    expect(store.get(key)).toBeUndefined();
    store.edit(key, saved, { settings: odd });
    expect(store.get(key)?.base).toBe(saved);
  });

  it('what doesn’t belong in an entry is left out', () => {
    const storage = memoryStorage();
    storage.items.set(
      `idp-sync-draft:${key}`,
      good.replace('"field":"groups"', '"field":"groups","token":"x","__proto__":{"polluted":true}'),
    );
    const { base } = createDraftStore(storage).get(key) ?? {};
    expect(Object.keys(base ?? {}).sort()).toEqual(Object.keys(emptySettings).sort());
    expect(base).not.toHaveProperty('polluted');
  });

  it('a full storage costs nothing now, and is tried again with the next edit', () => {
    const storage = memoryStorage();
    const setItem = vi.spyOn(storage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const store = createDraftStore(storage);
    store.edit(key, saved, { settings: odd });
    vi.advanceTimersByTime(300);
    expect(setItem).toHaveBeenCalledTimes(1);
    expect(store.get(key)?.settings).toEqual(odd);
    setItem.mockRestore();
    store.edit('other', saved, { settings: withField('x') });
    vi.advanceTimersByTime(300);
    expect(createDraftStore(storage).get(key)?.settings).toEqual(odd);
  });

  it('a forbidden storage costs nothing but the reload', () => {
    const forbid = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const store = createDraftStore({ getItem: forbid, setItem: forbid, removeItem: forbid });
    expect(store.get(key)).toBeUndefined();
    store.edit(key, saved, { settings: odd });
    vi.advanceTimersByTime(300);
    store.discard(key);
    vi.advanceTimersByTime(300);
    store.restore(key);
    expect(store.get(key)?.settings).toEqual(odd);
  });
});
