import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';
import { clientOf, testClient } from '../testClient.ts';
import { fileStorage } from './fileStorage.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';

describe('a snapshot', () => {
  it('gives back the whole state, odd keys included', async () => {
    const owner = await testClient().as('owner');
    await owner.send(
      'PATCH',
      '/organizations/contractors/settings/idpsync/groups',
      '{"field":"g","mapping":{"__proto__":[],"constructor":null},"regex_filter":""}',
    );
    await owner.send(
      'POST',
      '/simulator/login',
      '{"username":"priya.raman","claims":{"__proto__":{"__proto__":1},"orgs":[]}}',
    );
    const result = readSnapshot(writeSnapshot(owner.simulator.state));
    expect(result).toEqual({ ok: true, state: owner.simulator.state });
    const again = result.ok ? writeSnapshot(result.state) : '';
    expect(again).toContain('["__proto__",{"__proto__":1}]');
    expect(again).toContain('{"map":[["__proto__",[]],["constructor",null]]}');
  });

  it('holds no tokens', async () => {
    const owner = await testClient().as('owner');
    expect(writeSnapshot(owner.simulator.state)).not.toContain(owner.token.slice(11));
  });

  it.each([
    ['nonsense', 'it is not JSON'],
    ['[]', 'it is not a snapshot of the simulator'],
    ['{"version":0,"state":{}}', 'it is of version 0, and this simulator reads version 1'],
    ['{"version":1,"state":{}}', expect.stringMatching(/^organizations: /)],
  ])('%s is refused with a reason', (text, reason) => {
    expect(readSnapshot(text)).toEqual({ ok: false, reason });
  });
});

describe('the state file', () => {
  let folder: string;
  let path: string;
  const lines: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    path = join(folder, 'deep', 'state.json');
    lines.length = 0;
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const open = () => fileStorage(path, (line) => lines.push(line));
  const settings = '/organizations/contractors/settings/idpsync/groups';

  it('carries the state over a restart, but no sessions', async () => {
    const storage = open();
    const owner = await testClient({ storage }).as('owner');
    await owner.send('PATCH', `${settings}/config`, { field: 'kept' });
    expect(existsSync(path)).toBe(false);
    storage.flush();
    const restarted = testClient({ storage: open() });
    expect((await clientOf(restarted.simulator, owner.token).send('GET', settings)).status).toBe(401);
    expect((await (await restarted.as('owner')).send('GET', settings)).text).toContain('"field":"kept"');
  });

  it('is set aside when it is damaged, and the simulator starts afresh', async () => {
    const first = open();
    createSimulator({ storage: first }).reset();
    first.flush();
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 1000));
    const owner = await testClient({ storage: open() }).as('owner');
    expect((await owner.send('GET', settings)).status).toBe(200);
    expect(lines).toEqual([expect.stringMatching(/can't be used: it is not JSON\. It is kept as .*\.unusable; /)]);
    expect(readdirSync(join(folder, 'deep'))).toEqual([expect.stringMatching(/^state\.json\..*\.unusable$/)]);
  });
});
