import { describe, expect, it } from 'vitest';
import { testClient } from '../testClient.ts';

const base = '/organizations/engineering/settings/idpsync';

describe('claim fields and values', () => {
  it('are those of the members of the organization, or of everybody', async () => {
    const owner = await testClient().as('owner');
    const values = async (path: string) => (await owner.send('GET', `${path}/field-values?claimField=groups`)).json;
    expect(await values(base)).toEqual(expect.arrayContaining(['platform-admins', 'eng-backend,eng-qa', ' eng-qa']));
    expect(await values(base)).not.toContain('data-ml');
    expect(await values('/settings/idpsync')).toContain('data-ml');
    const fields = (await owner.send('GET', `${base}/available-fields`)).json;
    expect(fields).toEqual(expect.arrayContaining(['groups', 'roles', 'orgs', '_claim_names', 'cognito:groups']));
  });

  it('read arrays without what is not a string, and no other types', async () => {
    const client = testClient();
    const claims = { mixed: ['a', 1, null, 'b'], one: 'x,y', empty: '', flag: true, deep: { a: ['b'] } };
    await client.send('POST', '/simulator/login', { username: 'priya.raman', claims: { ...claims, orgs: ['eng'] } });
    const owner = await client.as('owner');
    const text = async (field: string) => (await owner.send('GET', `${base}/field-values?claimField=${field}`)).text;
    expect(await text('mixed')).toBe('["a","b"]\n');
    expect(await text('one')).toBe('["x,y"]\n');
    expect(await text('empty')).toBe('[""]\n');
    expect(await text('flag')).toBe('[]\n');
    expect(await text('deep')).toBe('[]\n');
    expect(await text('deep.a')).toBe('[]\n');
    expect(await text('nobody-has-it')).toBe('[]\n');
  });

  it('are null and an empty list before anybody has signed in', async () => {
    const owner = await testClient({ scenario: 'nobody has signed in with OIDC' }).as('owner');
    expect((await owner.send('GET', `${base}/available-fields`)).text).toBe('null\n');
    expect((await owner.send('GET', `${base}/field-values?claimField=groups`)).text).toBe('[]\n');
  });

  it('ask for the field before they ask for permission', async () => {
    const member = await testClient().as('member');
    expect((await member.send('GET', `${base}/field-values?claimfield=groups`)).text).toBe(
      '{"message":"claimField query parameter is required"}\n',
    );
    expect((await member.send('GET', `${base}/field-values?claimField=groups`)).text).toBe(
      '{"message":"You do not have permission to view the IDP claim field values","detail":"idpsync_settings.read permission is required"}\n',
    );
    const fields = await member.send('GET', `${base}/available-fields`);
    expect(`${fields.status} ${fields.text}`).toBe(
      '403 {"message":"You do not have permission to view the available IDP fields","detail":"idpsync_settings.read permission is required"}\n',
    );
  });
});
