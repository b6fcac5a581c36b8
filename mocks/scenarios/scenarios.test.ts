import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groupId } from '../seed/organizations.ts';
import { type TestClient, testClient } from '../testClient.ts';
import { findScenario, scenarios } from './scenarios.ts';

const groups = '/organizations/engineering/settings/idpsync/groups';

describe('scenarios', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient().as('owner');
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const save = () => owner.send('PATCH', `${groups}/config`, { field: 'saved' });

  it('have different names, and each can be applied', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    for (const { name } of scenarios) expect(() => testClient({ scenario: name })).not.toThrow();
    expect(findScenario('large')?.name).toBe('a large organization');
    expect(findScenario('nothing')).toBeUndefined();
  });

  it.each([
    ['the next save answers 500', 500],
    ['the next save answers 403', 403],
    ['the next save answers 429', 429],
    ['the next save answers 400', 400],
  ] as const)('%s, and the one after works', async (name, status) => {
    owner.simulator.applyScenario(name);
    expect((await save()).status).toBe(status);
    expect((await owner.send('GET', groups)).text).not.toContain('saved');
    expect((await save()).status).toBe(200);
  });

  it('the next save answers slowly, and is written', async () => {
    vi.useFakeTimers();
    owner.simulator.applyScenario('the next save answers slowly');
    const saved = save();
    await vi.advanceTimersByTimeAsync(2900);
    expect((await owner.send('GET', groups)).text).not.toContain('saved');
    await vi.advanceTimersByTimeAsync(200);
    expect((await saved).status).toBe(200);
  });

  it('the next save times out, and nothing is written', async () => {
    vi.useFakeTimers();
    owner.simulator.applyScenario('the next save times out');
    let done = false;
    const saved = save().finally(() => {
      done = true;
    });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(6000);
    expect((await saved).status).toBe(504);
    expect((await owner.send('GET', groups)).text).not.toContain('saved');
  });

  it.each([
    ['group settings answer 500', groups],
    ['role settings answer 500', '/organizations/engineering/settings/idpsync/roles'],
    ['organization settings answer 500', '/settings/idpsync/organization'],
    ['groups answer 500', '/organizations/engineering/groups'],
    ['roles answer 500', '/organizations/engineering/members/roles'],
    ['field values answer 500', '/organizations/engineering/settings/idpsync/field-values?claimField=groups'],
    ['members answer 500', '/organizations/engineering/paginated-members'],
  ] as const)('%s until everything works again', async (name, path) => {
    owner.simulator.applyScenario(name);
    expect((await owner.send('GET', path)).status).toBe(500);
    expect((await owner.send('GET', path)).json).toMatchObject({ message: 'An internal server error occurred.' });
    expect((await owner.send('GET', '/users/me')).status).toBe(200);
    owner.simulator.applyScenario('everything works again');
    expect((await owner.send('GET', path)).status).toBe(200);
  });

  it('another admin adds a row meanwhile', async () => {
    owner.simulator.applyScenario('another admin adds a row meanwhile');
    expect((await owner.send('GET', groups)).text).toContain(
      `"eng-security":["${groupId('engineering', 'identity')}"]`,
    );
    const { json } = await owner.send('GET', '/audit?limit=1');
    expect(json).toMatchObject({ audit_logs: [{ user: { username: 'user-admin' } }] });
  });

  it('another admin changes the field, or the same row, meanwhile', async () => {
    owner.simulator.applyScenario('another admin changes the field meanwhile');
    owner.simulator.applyScenario('another admin changes the same row meanwhile');
    const { text } = await owner.send('GET', groups);
    expect(text).toContain('"field":"memberOf"');
    expect(text).toContain(`"eng-backend":["${groupId('engineering', 'storage')}"]`);
  });

  it('group settings answer with a null list, garbage, or a web page', async () => {
    owner.simulator.applyScenario('group settings answer with a null list');
    expect((await owner.send('GET', groups)).text).toContain('"eng-release":null');
    owner.simulator.applyScenario('group settings answer with garbage');
    expect((await owner.send('GET', groups)).json).toMatchObject({ field: 42 });
    owner.simulator.applyScenario('everything works again');
    owner.simulator.applyScenario('group settings answer with a web page');
    expect((await owner.send('GET', groups)).text).toContain('<!doctype html>');
  });

  it('the session expires', async () => {
    owner.simulator.applyScenario('the session expires');
    expect(await owner.send('GET', groups)).toMatchObject({ status: 401 });
  });

  it('five hundred organizations', async () => {
    const many = await testClient({ scenario: 'five hundred organizations' }).as('owner');
    expect((await many.send('GET', '/organizations')).json).toHaveLength(500);
  });
});

describe('a large organization', () => {
  it('has 10,000 rows, 10,000 groups and 5,000 values', async () => {
    const owner = await testClient({ scenario: 'a large organization' }).as('owner');
    const settings = (await owner.send('GET', groups)).json;
    const list = (await owner.send('GET', '/organizations/engineering/groups')).json;
    const values = (await owner.send('GET', `${groups.replace(/groups$/, 'field-values')}?claimField=groups`)).json;
    const mapping =
      typeof settings === 'object' && settings !== null && 'mapping' in settings ? Object(settings.mapping) : {};
    expect(Object.keys(mapping)).toHaveLength(10_000);
    expect(list).toHaveLength(10_001);
    expect(Array.isArray(values) && values.length).toBeGreaterThan(5000);
  });
});
