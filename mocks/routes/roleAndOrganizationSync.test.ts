import { beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, testClient } from '../testClient.ts';

const roles = '/organizations/contractors/settings/idpsync/roles';
const organization = '/settings/idpsync/organization';
const a = '11111111-1111-4111-8111-111111111111';

describe('role sync settings', () => {
  let client: TestClient;

  beforeEach(async () => {
    client = await testClient().as('user-admin');
  });

  it('go through GET, whole PATCH, /config and /mapping', async () => {
    const texts: string[] = [];
    const send = async (method: string, suffix: string, body?: unknown) =>
      texts.push((await client.send(method, `${roles}${suffix}`, body)).text);
    await send('GET', '');
    await send('PATCH', '/config', { field: 'roles' });
    await send('PATCH', '/mapping', { Add: [{ Given: 'lead', Gets: 'organization-admin' }] });
    await send('PATCH', '/mapping', { Remove: [{ Given: 'lead', Gets: 'organization-admin' }] });
    await send('PATCH', '', { field: 'r', mapping: { lead: ['no-such-role', 'no-such-role'], none: [], nil: null } });
    await send('PATCH', '/config', {});
    await send('GET', '');
    expect(texts).toEqual([
      '{"field":"","mapping":{}}\n',
      '{"field":"roles","mapping":null}\n',
      '{"field":"roles","mapping":{"lead":["organization-admin"]}}\n',
      '{"field":"roles","mapping":{"lead":[]}}\n',
      '{"field":"r","mapping":{"lead":["no-such-role","no-such-role"],"nil":null,"none":[]}}\n',
      '{"field":"","mapping":{"lead":["no-such-role","no-such-role"],"nil":null,"none":[]}}\n',
      '{"field":"","mapping":{"lead":["no-such-role","no-such-role"],"nil":null,"none":[]}}\n',
    ]);
  });
});

describe('organization sync settings', () => {
  it('come from server flags before the first write, with the default organization assigned', async () => {
    const owner = await testClient({ scenario: 'nothing configured' }).as('owner');
    expect((await owner.send('GET', organization)).text).toBe(
      '{"field":"","mapping":{},"organization_assign_default":true}\n',
    );
    const first = await owner.send('PATCH', `${organization}/config`, { field: 'orgs', assign_default: true });
    expect(first.text).toBe('{"field":"orgs","mapping":{},"organization_assign_default":true}\n');
  });

  it('have one flag under two names, and ignore the wrong one', async () => {
    const owner = await testClient().as('owner');
    const text = async (suffix: string, body: unknown) =>
      (await owner.send('PATCH', `${organization}${suffix}`, body)).text;
    expect(await text('', { field: 'o', assign_default: true })).toBe(
      '{"field":"o","mapping":{},"organization_assign_default":false}\n',
    );
    expect(await text('', { field: 'o', organization_assign_default: true })).toContain(
      '"organization_assign_default":true',
    );
    expect(await text('/config', { field: 'o', organization_assign_default: true })).toContain(
      '"organization_assign_default":false',
    );
    expect(await text('/config', { field: 'o', assign_default: true })).toContain('"organization_assign_default":true');
    expect(await text('/mapping', { Add: [{ Given: 'emea', Gets: a }] })).toBe(
      `{"field":"o","mapping":{"emea":["${a}"]},"organization_assign_default":true}\n`,
    );
  });
});
