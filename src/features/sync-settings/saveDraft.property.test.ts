import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { groupId, organizationId } from '../../../mocks/seed/organizations.ts';
import { createSimulator } from '../../../mocks/simulator.ts';
import { engineSettings, loadGroupSync } from '../../../mocks/state/syncSettings.ts';
import { clientOf } from '../../../mocks/testClient.ts';
import { sessionToken } from '../../api/sessionToken.ts';
import { compareOutcomes, type OutcomeDirectory } from '../../domain/compareOutcomes.ts';
import { sameTargets } from '../../domain/diffSettings.ts';
import { addTargets, removeRow, replaceRow, setTargets } from '../../domain/editSettings.ts';
import type { ValueFilter } from '../../domain/filter.ts';
import { type MergeChoice, resolveConflicts } from '../../domain/mergeSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { createDraftStore, type Draft } from './draftStore.ts';
import { type Assessment, assessChange } from './review/assessChange.ts';
import { takesMore } from './review/takesMore.ts';
import { saveDraft } from './saveDraft.ts';
import { keepLaterEdits, settleDraft } from './settleDraft.ts';
import { FakeSettings, type Fault } from './testing/fakeSettings.ts';

// Two admins edit the same settings at the same time, with faults on the way. What is checked after each save, against
// the server's own state: it changes only what its author changed, all of that, and nothing that takes access away
// unless the author was shown.

const values = ['eng', 'ops', 'sre', '__proto__'] as const;
const ids = ['platform', 'backend', 'sre'].map((name) => groupId('engineering', name));
const scope = { kind: 'group', organizationId: organizationId('engineering') } as const;
const groups = ids.map((id, index) => ({ id, name: values[index] ?? '', organizationId: scope.organizationId }));
const directory: OutcomeDirectory = { organizationId: scope.organizationId, groups, roles: [], impliedRoles: [] };
const filters = [null, '', '^e', 'o|s'] as const;

type Edit = (settings: SyncSettings) => SyncSettings;
const value = fc.constantFrom(...values);
const targets = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(value, targets).map(
      ([key, list]): Edit =>
        (s) =>
          addTargets(s, key, list),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(value, targets).map(
      ([key, list]): Edit =>
        (s) =>
          setTargets(s, key, list),
    ),
  },
  {
    weight: 2,
    arbitrary: value.map(
      (key): Edit =>
        (s) =>
          removeRow(s, key),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(value, value, targets).map(
      ([from, to, list]): Edit =>
        (s) =>
          s.mapping.has(from) ? replaceRow(s, from, to, list) : s,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'groups', 'roles').map(
      (field): Edit =>
        (s) => ({ ...s, field }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...filters).map(
      (regexFilter): Edit =>
        (s) => ({ ...s, regexFilter }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (autoCreateMissing): Edit =>
        (s) => ({ ...s, autoCreateMissing }),
    ),
  },
);

interface Answers {
  /** Whether a review is accepted. */
  readonly accepts: boolean;
  readonly choice: MergeChoice;
  readonly erasesLegacy: boolean;
}
type Command = { readonly admin: 0 | 1 } & (
  | { readonly type: 'edit'; readonly edit: Edit }
  | { readonly type: 'undo' | 'redo' | 'discard' | 'restore' }
  | {
      readonly type: 'save';
      readonly answers: Answers;
      /** The request that goes wrong, counted from 0, and whether the server has acted on it. */
      readonly fault: { readonly at: number; readonly acts: boolean; readonly status: number } | undefined;
      /** Edited after the draft was sent. */
      readonly later: Edit | undefined;
    }
);
const admin = fc.constantFrom(0 as const, 1 as const);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ admin, type: fc.constant('edit' as const), edit }) },
  {
    weight: 1,
    arbitrary: fc.record({
      admin,
      type: fc.constantFrom('undo' as const, 'redo' as const, 'discard' as const, 'restore' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      admin,
      type: fc.constant('save' as const),
      answers: fc.record({
        accepts: fc.boolean(),
        choice: fc.constantFrom('theirs' as const, 'mine' as const, 'both' as const),
        erasesLegacy: fc.boolean(),
      }),
      fault: fc.option(
        fc.record({ at: fc.nat(2), acts: fc.boolean(), status: fc.constantFrom(400, 401, 403, 429, 500) }),
        { nil: undefined, freq: 3 },
      ),
      later: fc.option(edit, { nil: undefined, freq: 4 }),
    }),
  },
);

const start: fc.Arbitrary<SyncSettings> = fc.record({
  field: fc.constantFrom('', 'groups'),
  mapping: fc.uniqueArray(fc.tuple(value, targets), { selector: ([key]) => key }).map((rows) => new Map(rows)),
  regexFilter: fc.constantFrom(...filters),
  autoCreateMissing: fc.boolean(),
  assignDefault: fc.constant(false),
  legacyNameMapping: fc.constantFrom(new Map<string, string>(), new Map([['old', 'eng']])),
});

/** Where the settings are, for the driver. */
interface Server {
  readonly settings: () => SyncSettings;
  readonly actAs: (admin: 0 | 1) => void;
  readonly onRequest: (listener: ((method: string) => Fault | undefined) | undefined) => void;
}

/** What the page does, without the page: the draft store, the review, the save, and what becomes of the draft. */
class Admin {
  readonly store = createDraftStore({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  /** What the page has read last. */
  saved: SyncSettings;
  private readonly server: Server;

  constructor(server: Server) {
    this.server = server;
    this.saved = server.settings();
  }

  get draft(): Draft | undefined {
    return this.store.get('draft');
  }

  edit(apply: Edit): void {
    const before = this.draft?.settings ?? this.saved;
    const settings = apply(before);
    if (settings !== before) this.store.edit('draft', this.saved, { settings });
  }

  async save(answers: Answers, later: Edit | undefined): Promise<void> {
    const { draft } = this;
    if (!draft?.isChanged) return;
    const shown = await assess(draft.base, draft.settings);
    if (shown.needsReview && !answers.accepts) return;
    await this.write({ base: draft.base, sent: draft.settings, shown, decided: false }, answers, later);
  }

  private async write(attempt: Attempt, answers: Answers, later: Edit | undefined): Promise<void> {
    const { base, sent, shown } = attempt;
    const before = this.server.settings();
    if (later) this.edit(later);
    const edited = this.draft;
    const isReviewed = async (theirs: SyncSettings, wanted: SyncSettings) =>
      !takesMore(shown, await assess(theirs, wanted));
    const outcome = await saveDraft(scope, base, sent, isReviewed);
    const after = this.server.settings();
    expectOnlyMine(before, after, attempt);
    await expectShown(before, after, shown);
    if (outcome.outcome === 'saved') {
      expectAllMine(after, attempt);
      expect(outcome.differs).toBe(false);
      expect(outcome.settings).toEqual(after);
    }
    const settled = settleDraft(outcome, sent);
    if (settled) {
      this.saved = settled.base;
      this.store.rebase('draft', settled.base, settled.change);
    }
    expectEditsKept(sent, edited?.settings ?? sent, this.draft?.settings ?? this.saved, outcome.outcome);
    if (outcome.outcome === 'conflict') {
      expect(after).toEqual(before);
      const settings = resolveConflicts(
        outcome.merge,
        new Map(outcome.merge.conflicts.map(({ id }) => [id, answers.choice])),
      );
      this.store.rebase('draft', outcome.theirs, keepLaterEdits(sent, settings));
      const now = await assess(outcome.theirs, settings);
      if (now.needsReview && takesMore(shown, now) && !answers.accepts) return;
      await this.write({ base: outcome.theirs, sent: settings, shown: now, decided: false }, answers, undefined);
    } else if (outcome.outcome === 'unreviewed') {
      expect(after).toEqual(before);
      const now = await assess(outcome.theirs, outcome.wanted);
      expect(now.needsReview).toBe(true);
      if (answers.accepts) {
        await this.write(
          { base: outcome.theirs, sent: outcome.wanted, shown: now, decided: false },
          answers,
          undefined,
        );
      }
    } else if (outcome.outcome === 'erases-legacy') {
      expect(after).toEqual(before);
      if (!answers.erasesLegacy) return;
      const settings = { ...outcome.wanted, legacyNameMapping: new Map() };
      this.edit(() => settings);
      await this.write(
        { base, sent: settings, shown: await assess(base, settings), decided: true },
        answers,
        undefined,
      );
    }
  }
}

interface Attempt {
  readonly base: SyncSettings;
  readonly sent: SyncSettings;
  readonly shown: Assessment;
  readonly decided: boolean;
}

function assess(saved: SyncSettings, draft: SyncSettings): Promise<Assessment> {
  return assessChange('group', saved, draft, [], { ...directory, seen: [...values, 'old'] });
}

/** The server's settings differ only in what the author's draft changed. */
function expectOnlyMine(before: SyncSettings, after: SyncSettings, { base, sent, decided }: Attempt): void {
  for (const key of ['field', 'autoCreateMissing', 'regexFilter'] as const) {
    if ((before[key] ?? '') !== (after[key] ?? '')) {
      expect(sent[key]).not.toEqual(base[key]);
      expect(after[key] ?? '').toEqual(sent[key] ?? '');
    }
  }
  for (const [row, list] of before.mapping) {
    const now = after.mapping.get(row);
    if (!now) {
      expect(base.mapping.has(row) && !sent.mapping.has(row), `row ${row} went`).toBe(true);
      // Whoever deletes a row has seen all of it.
      expect(sameTargets(list, base.mapping.get(row))).toBe(true);
      continue;
    }
    for (const target of list) {
      if (now.includes(target)) continue;
      expect(base.mapping.get(row), `${target} went from ${row}`).toContain(target);
      expect(sent.mapping.get(row)).not.toContain(target);
    }
  }
  for (const [row, list] of after.mapping) {
    const had = before.mapping.get(row);
    if (!had) expect(sent.mapping.has(row) && !base.mapping.has(row), `row ${row} came`).toBe(true);
    for (const target of list) if (!had?.includes(target)) expect(sent.mapping.get(row)).toContain(target);
  }
  if (after.legacyNameMapping.size < before.legacyNameMapping.size)
    expect(decided || sent.legacyNameMapping.size === 0).toBe(true);
}

/** Everything that the author's draft changed is there. */
function expectAllMine(after: SyncSettings, { base, sent }: Attempt): void {
  for (const key of ['field', 'autoCreateMissing', 'regexFilter'] as const) {
    if ((sent[key] ?? '') !== (base[key] ?? '')) expect(after[key] ?? '').toEqual(sent[key] ?? '');
  }
  for (const [row, list] of sent.mapping) {
    const had = base.mapping.get(row);
    if (!had) expect(after.mapping.has(row)).toBe(true);
    for (const target of list) if (!had?.includes(target)) expect(after.mapping.get(row)).toContain(target);
  }
  for (const [row, list] of base.mapping) {
    const mine = sent.mapping.get(row);
    if (!mine) expect(after.mapping.has(row)).toBe(false);
    else
      for (const target of list) if (!mine.includes(target)) expect(after.mapping.get(row) ?? []).not.toContain(target);
  }
}

/** Whatever a value doesn't give any more stood in a review. */
async function expectShown(before: SyncSettings, after: SyncSettings, shown: Assessment): Promise<void> {
  const side = (settings: SyncSettings) => ({ settings, filter: filterOf(settings) });
  const lost = compareOutcomes('group', side(before), side(after), [...values, 'old'], directory).filter(
    (outcome) => outcome.lost.length > 0,
  );
  if (lost.length > 0 || before.field !== after.field) expect(shown.needsReview, JSON.stringify(lost)).toBe(true);
}

function filterOf({ regexFilter }: SyncSettings): ValueFilter {
  const regex = new RegExp(regexFilter ?? '', 'u');
  return (text) => regex.test(text);
}

/** Edits made while a save was on its way are in the draft afterwards, whatever came of the save. */
function expectEditsKept(sent: SyncSettings, edited: SyncSettings, now: SyncSettings, outcome: string): void {
  if (edited.field !== sent.field) expect(now.field, outcome).toBe(edited.field);
  for (const [row, list] of edited.mapping) {
    const had = sent.mapping.get(row);
    for (const target of list) if (!had?.includes(target)) expect(now.mapping.get(row), outcome).toContain(target);
  }
  for (const row of sent.mapping.keys())
    if (!edited.mapping.has(row)) expect(now.mapping.has(row), outcome).toBe(false);
}

async function play(server: Server, commands: readonly Command[]): Promise<void> {
  const admins = [new Admin(server), new Admin(server)] as const;
  for (const step of commands) {
    const who = admins[step.admin];
    server.actAs(step.admin);
    if (step.type === 'edit') who.edit(step.edit);
    else if (step.type === 'save') {
      let count = 0;
      server.onRequest(() => {
        const { fault } = step;
        if (count++ !== fault?.at) return undefined;
        return { acts: fault.acts, answer: () => Response.json({ message: 'No.' }, { status: fault.status }) };
      });
      await who.save(step.answers, step.later);
      server.onRequest(undefined);
    } else who.store[step.type]('draft');
  }
  // In the end both save what is left, and nothing stands in the way.
  for (const index of [0, 1] as const) {
    server.actAs(index);
    await admins[index].save({ accepts: true, choice: 'mine', erasesLegacy: true }, undefined);
    expect(admins[index].draft?.isChanged ?? false).toBe(false);
  }
}

describe('two admins at once', () => {
  it('lose nothing of each other, and nothing goes without a look at it', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    await fc.assert(
      fc.asyncProperty(start, fc.array(command, { minLength: 2, maxLength: 12 }), async (settings, commands) => {
        const fake = new FakeSettings(settings);
        vi.stubGlobal('fetch', fake.fetch);
        const server: Server = {
          settings: () => fake.settings,
          actAs: () => undefined,
          onRequest: (listener) => {
            fake.onRequest = listener ?? (() => undefined);
          },
        };
        await play(server, commands);
      }),
      { numRuns: 2000 },
    );
  });

  it('do so with the simulator too', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    await fc.assert(
      fc.asyncProperty(start, fc.array(command, { minLength: 4, maxLength: 14 }), async (settings, commands) => {
        const simulator = createSimulator();
        const anybody = clientOf(simulator, '');
        const tokens = [(await anybody.as('owner')).token, (await anybody.as('user-admin')).token];
        simulator.state.groupSync.set(scope.organizationId, settings);
        let listener: ((method: string) => Fault | undefined) | undefined;
        vi.stubGlobal('fetch', async (url: string, { signal: _, ...init }: RequestInit = {}) => {
          const fault = listener?.(init.method ?? 'GET');
          if (fault && !fault.acts) return fault.answer();
          const answer = await simulator.fetch(
            new Request(new URL(url, 'http://localhost'), { ...init, redirect: 'follow' }),
          );
          return fault ? fault.answer() : answer;
        });
        const server: Server = {
          settings: () => engineSettings(loadGroupSync(simulator.state, scope.organizationId)),
          actAs: (index) => sessionToken.set(tokens[index]),
          onRequest: (next) => {
            listener = next;
          },
        };
        await play(server, commands);
        sessionToken.set(undefined);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a save while another is on its way', () => {
  it('keeps both, where only targets are written', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    const additions = fc.array(fc.tuple(value, targets), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(start, additions, additions, async (from, mine, theirs) => {
        const settings: SyncSettings = {
          ...from,
          mapping: new Map([...from.mapping].filter(([, list]) => list.length > 0)),
        };
        const fake = new FakeSettings(settings);
        vi.stubGlobal('fetch', fake.fetch);
        const grow = (rows: typeof mine) =>
          rows.filter(([, list]) => list.length > 0).reduce((now, [row, list]) => addTargets(now, row, list), settings);
        const always = async () => true;
        let isFirst = true;
        fake.onRequest = async (method) => {
          if (method === 'PATCH' && isFirst) {
            isFirst = false;
            await saveDraft(scope, settings, grow(theirs), always);
          }
          return undefined;
        };
        const outcome = await saveDraft(scope, settings, grow(mine), always);
        expect(outcome).toMatchObject({ outcome: 'saved', differs: false });
        const expected = isFirst
          ? grow(mine)
          : [...grow(mine).mapping].reduce((now, [row, list]) => addTargets(now, row, list), grow(theirs));
        for (const [row, list] of expected.mapping)
          expect(sameTargets(fake.settings.mapping.get(row), list)).toBe(true);
        expect(fake.settings.mapping.size).toBe(expected.mapping.size);
      }),
      { numRuns: 500 },
    );
  });
});
