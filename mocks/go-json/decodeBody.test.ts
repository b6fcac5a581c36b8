import { describe, expect, it } from 'vitest';
import { decodeBody } from './decodeBody.ts';
import { goBool, goInt, goMap, goPointer, goRegexp, goSlice, goString, goStruct, goUuid } from './goTypes.ts';

const settings = goStruct(
  'Settings',
  { field: '', mapping: goMap(goSlice(goUuid)).zero, filter: goRegexp.zero, on: false, count: goPointer(goInt).zero },
  {
    field: ['field', goString],
    mapping: ['mapping', goMap(goSlice(goUuid))],
    filter: ['regex_filter', goRegexp],
    on: ['on', goBool],
    count: ['count', goPointer(goInt)],
  },
);

function errorOf(text: string): string {
  try {
    decodeBody(text, settings);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no error';
}

describe('decodeBody', () => {
  it.each([
    ['', 'EOF'],
    ['  \n', 'EOF'],
    ['{', 'unexpected EOF'],
    ['{"field":"a', 'unexpected EOF'],
    ['nope', "invalid character 'o' in literal null (expecting 'u')"],
    ['<html>', "invalid character '<' looking for beginning of value"],
    ["'a'", "invalid character '\\'' looking for beginning of value"],
    ['{field:1}', "invalid character 'f' looking for beginning of object key string"],
    ['{"field" "a"}', `invalid character '"' after object key`],
    ['{"field":"a" "on":true}', `invalid character '"' after object key:value pair`],
    ['{"field":"a",}', "invalid character '}' looking for beginning of object key string"],
    ['{"mapping":{"a":[1 2]}}', "invalid character '2' after array element"],
    ['{"field":"a\nb"}', "invalid character '\\n' in string literal"],
    ['{"field":"\u0001"}', "invalid character '\\x01' in string literal"],
    ['\u0007', "invalid character '\\a' looking for beginning of value"],
    ['\u007f', "invalid character '\\x7f' looking for beginning of value"],
    ['\ufeff{}', "invalid character 'ï' looking for beginning of value"],
    ['{"field":"\\x"}', "invalid character 'x' in string escape code"],
    ['{"field":"\\u12g4"}', "invalid character 'g' in \\u hexadecimal character escape"],
    ['{"count":-}', "invalid character '}' in numeric literal"],
    ['{"count":1.}', "invalid character '}' after decimal point in numeric literal"],
    ['[]', 'json: cannot unmarshal array into Go value of type codersdk.Settings'],
    ['"text"', 'json: cannot unmarshal string into Go value of type codersdk.Settings'],
    ['{"field":1}', 'json: cannot unmarshal number into Go struct field Settings.field of type string'],
    ['{"on":"yes"}', 'json: cannot unmarshal string into Go struct field Settings.on of type bool'],
    ['{"count":1.5}', 'json: cannot unmarshal number 1.5 into Go struct field Settings.count of type int'],
    [
      '{"mapping":[]}',
      'json: cannot unmarshal array into Go struct field Settings.mapping of type map[string][]uuid.UUID',
    ],
    [
      '{"mapping":{"a":"b"}}',
      'json: cannot unmarshal string into Go struct field Settings.mapping of type []uuid.UUID',
    ],
    ['{"mapping":{"a":[1]}}', 'json: cannot unmarshal number into Go struct field Settings.mapping of type uuid.UUID'],
    ['{"mapping":{"a":["b"]}}', 'invalid UUID length: 1'],
    ['{"mapping":{"a":["zzzzzzzz-0000-0000-0000-000000000000"]}}', 'invalid UUID format'],
    ['{"regex_filter":"("}', 'error parsing regexp: missing closing ): `(`'],
    [
      '{"regex_filter":1}',
      'json: cannot unmarshal number into Go struct field Settings.regex_filter of type *regexp.Regexp',
    ],
    ['{"field":1,"on":2}', 'json: cannot unmarshal number into Go struct field Settings.field of type string'],
    ['{"field":1,"regex_filter":"("}', 'error parsing regexp: missing closing ): `(`'],
  ])('refuses %j with the words of Go', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it('takes the first value only, keys of any case, and the last of several', () => {
    const value = decodeBody('{"FIELD":"a","Field":"b","unknown":1,"\u017fomething":2} trailing {', settings);
    expect(value).toEqual({ ...settings.zero, field: 'b' });
  });

  it('leaves the zero value for null and for what is absent', () => {
    expect(decodeBody('null', settings)).toEqual(settings.zero);
    expect(decodeBody('{"field":"a","field":null,"mapping":null,"regex_filter":null}', settings)).toEqual({
      ...settings.zero,
      field: 'a',
    });
  });

  it('adds a repeated object to the map, and replaces a repeated key', () => {
    const a = '11111111-1111-4111-8111-111111111111';
    const b = '22222222-2222-4222-8222-222222222222';
    const { mapping } = decodeBody(
      `{"mapping":{"x":["${a}"],"y":["${a}"]},"Mapping":{"x":["${b}"],"z":null}}`,
      settings,
    );
    expect(Array.from(mapping ?? [])).toEqual([
      ['x', [b]],
      ['y', [a]],
      ['z', null],
    ]);
  });

  it('keeps keys that mean something to objects', () => {
    const { mapping } = decodeBody('{"mapping":{"__proto__":[],"constructor":null,"toString":[]}}', settings);
    expect(Array.from(mapping ?? [])).toEqual([
      ['__proto__', []],
      ['constructor', null],
      ['toString', []],
    ]);
  });

  it('reads UUIDs of every form, and null as the nil UUID', () => {
    const id = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
    const forms = [id.toUpperCase(), `{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', ''), null];
    const { mapping } = decodeBody(JSON.stringify({ mapping: { a: forms } }), settings);
    expect(mapping?.get('a')).toEqual([id, id, id, id, '00000000-0000-0000-0000-000000000000']);
  });
});
