import { beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, testClient } from '../testClient.ts';

const path = '/organizations/contractors/settings/idpsync/groups';
const onDefault = '/organizations/default/settings/idpsync/groups';
const a = '11111111-1111-4111-8111-111111111111';
const b = '22222222-2222-4222-8222-222222222222';
const legacy =
  '"legacy_group_name_mapping":{"c-level":"executives","fin":"finance","hr":"people-team","it-staff":"it","payroll":"payroll-team"}';

describe('group sync settings', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient().as('owner');
  });

  async function patch(suffix: string, body: unknown, base = path): Promise<string> {
    const { status, text } = await owner.send('PATCH', `${base}${suffix}`, body);
    return `${status} ${text}`;
  }

  async function get(base = path): Promise<string> {
    return (await owner.send('GET', base)).text;
  }

  it('are all zero before the first write', async () => {
    expect(await get()).toBe('{"field":"","mapping":{},"regex_filter":null,"auto_create_missing_groups":false}\n');
  });

  it('come from server flags in the default organization before the first write', async () => {
    expect(await get(onDefault)).toBe(
      `{"field":"groups","mapping":{},"regex_filter":".*","auto_create_missing_groups":false,${legacy}}\n`,
    );
  });

  describe('whole PATCH', () => {
    it('replaces everything and answers what is stored, with sorted keys', async () => {
      const body = `{"mapping":{"b":["${b.toUpperCase()}","${b}"],"a":["${a}"],"<&>":[]},"field":"groups","regex_filter":"^eng-","auto_create_missing_groups":true}`;
      const stored = `{"field":"groups","mapping":{"\\u003c\\u0026\\u003e":[],"a":["${a}"],"b":["${b}","${b}"]},"regex_filter":"^eng-","auto_create_missing_groups":true}\n`;
      expect(await patch('', body)).toBe(`200 ${stored}`);
      expect(await get()).toBe(stored);
    });

    it.each(['{}', 'null', '{"field":null,"mapping":null}'])('of %s wipes the settings', async (body) => {
      await patch('', { field: 'groups', mapping: { a: [a] }, regex_filter: 'x', auto_create_missing_groups: true });
      const zero = '{"field":"","mapping":{},"regex_filter":null,"auto_create_missing_groups":false}\n';
      expect(await patch('', body)).toBe(`200 ${zero}`);
      expect(await get()).toBe(zero);
    });

    it('takes ids of groups that do not exist, null lists and null ids', async () => {
      expect(await patch('', '{"mapping":{"a":null,"b":[null],"c":["ffffffff-ffff-ffff-ffff-ffffffffffff"]}}')).toBe(
        '200 {"field":"","mapping":{"a":null,"b":["00000000-0000-0000-0000-000000000000"],"c":["ffffffff-ffff-ffff-ffff-ffffffffffff"]},"regex_filter":null,"auto_create_missing_groups":false}\n',
      );
    });

    it('keeps an empty filter apart from none', async () => {
      expect(await patch('', { regex_filter: '' })).toContain('"regex_filter":""');
      expect(await patch('', { regex_filter: null })).toContain('"regex_filter":null');
    });

    it.each([
      ['', 'EOF'],
      ['\ufeff{}', "invalid character 'ï' looking for beginning of value"],
      ['{"regex_filter":"(eng"}', 'error parsing regexp: missing closing ): `(eng`'],
      ['{"regex_filter":"a(?=b)"}', 'error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
      ['{"mapping":{"a":["not-a-uuid"]}}', 'invalid UUID length: 10'],
      [
        '{"auto_create_missing_groups":"yes"}',
        'json: cannot unmarshal string into Go struct field GroupSyncSettings.auto_create_missing_groups of type bool',
      ],
    ])('refuses %j without validations and writes nothing', async (body, detail) => {
      const { status, json } = await owner.send('PATCH', path, body);
      expect({ status, json }).toEqual({ status: 400, json: { message: 'Request body must be valid JSON.', detail } });
      expect(await get()).toContain('"field":""');
    });

    it('refuses a legacy mapping', async () => {
      expect(await patch('', { legacy_group_name_mapping: { x: 'y' } }, onDefault)).toBe(
        `400 {"message":"Unexpected field 'legacy_group_name_mapping'. Field not allowed, set to null or remove it.","detail":"'legacy_group_name_mapping' is deprecated, use 'mapping' instead","validations":[{"field":"legacy_group_name_mapping","detail":"field is not allowed"}]}\n`,
      );
    });

    it.each(['null', '{}'])('accepts a legacy mapping of %s and erases what was there', async (value) => {
      await patch('', `{"field":"groups","legacy_group_name_mapping":${value}}`, onDefault);
      expect(await get(onDefault)).toBe(
        '{"field":"groups","mapping":{},"regex_filter":null,"auto_create_missing_groups":false}\n',
      );
    });
  });

  describe('/config', () => {
    it('answers a null mapping the first time, and stores an empty one', async () => {
      const rest = '"regex_filter":"^x","auto_create_missing_groups":true}\n';
      const body = { field: 'groups', regex_filter: '^x', auto_create_missing_groups: true };
      expect(await patch('/config', body)).toBe(`200 {"field":"groups","mapping":null,${rest}`);
      expect(await get()).toBe(`{"field":"groups","mapping":{},${rest}`);
      expect(await patch('/config', body)).toBe(`200 {"field":"groups","mapping":{},${rest}`);
    });

    it('zeroes what is left out and keeps the mapping', async () => {
      await patch('', { field: 'groups', mapping: { a: [a] }, regex_filter: 'x', auto_create_missing_groups: true });
      expect(await patch('/config', { field: 'memberOf' })).toBe(
        `200 {"field":"memberOf","mapping":{"a":["${a}"]},"regex_filter":null,"auto_create_missing_groups":false}\n`,
      );
    });

    it('freezes the legacy mapping of the server flags', async () => {
      const body = { field: 'groups', regex_filter: null, auto_create_missing_groups: false };
      const frozen = `"regex_filter":null,"auto_create_missing_groups":false,${legacy}}\n`;
      expect(await patch('/config', body, onDefault)).toBe(`200 {"field":"groups","mapping":null,${frozen}`);
      expect(await get(onDefault)).toBe(`{"field":"groups","mapping":{},${frozen}`);
    });
  });

  describe('/mapping', () => {
    const mappingOf = async (body: unknown) =>
      (await patch('/mapping', body)).replace(/^.*"mapping":(.*),"regex.*\n$/, '$1');

    it('adds what is not there, and keeps scalars and the legacy mapping', async () => {
      expect(await patch('/mapping', { Add: [{ Given: 'x', Gets: a }] }, onDefault)).toBe(
        `200 {"field":"groups","mapping":{"x":["${a}"]},"regex_filter":".*","auto_create_missing_groups":false,${legacy}}\n`,
      );
      expect(
        await mappingOf({
          Add: [
            { Given: 'x', Gets: a },
            { Given: 'x', Gets: a },
            { Given: 'x', Gets: b },
          ],
        }),
      ).toBe(`{"x":["${a}","${b}"]}`);
    });

    it('removes last, so that an entry in both lists is gone', async () => {
      const entry = { Given: 'x', Gets: a };
      expect(await mappingOf({ Add: [entry, { Given: 'x', Gets: b }], Remove: [entry] })).toBe(`{"x":["${b}"]}`);
    });

    it('leaves an empty list, which the next write makes null', async () => {
      await patch('', { mapping: { x: [a], y: [b] } });
      expect(await mappingOf({ Remove: [{ Given: 'x', Gets: a }] })).toBe(`{"x":[],"y":["${b}"]}`);
      expect(await mappingOf({})).toBe(`{"x":null,"y":["${b}"]}`);
    });

    it('makes a key by removing from it', async () => {
      expect(await mappingOf({ Remove: [{ Given: 'never', Gets: a }] })).toBe('{"never":null}');
    });

    it('keeps duplicates when adding, and removes all of them', async () => {
      await patch('', { mapping: { x: [a, a, b] } });
      expect(await mappingOf({ Add: [{ Given: 'x', Gets: a }] })).toBe(`{"x":["${a}","${a}","${b}"]}`);
      expect(await mappingOf({ Remove: [{ Given: 'x', Gets: a }] })).toBe(`{"x":["${b}"]}`);
    });

    it('takes lower-case keys, and answers an object where nothing was', async () => {
      expect(await mappingOf({})).toBe('{}');
      expect(await mappingOf({ add: [{ given: '__proto__', gets: a }] })).toBe(`{"__proto__":["${a}"]}`);
    });

    it('refuses what is not a UUID', async () => {
      expect(await patch('/mapping', { Add: [{ Given: 'x', Gets: 'y' }] })).toBe(
        '400 {"message":"Request body must be valid JSON.","detail":"invalid UUID length: 1"}\n',
      );
    });
  });
});
