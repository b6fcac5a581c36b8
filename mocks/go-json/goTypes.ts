import { compileFilter } from '../../src/domain/goRegex.ts';
import { nilUuid } from '../../src/domain/uuid.ts';
import { GoError } from './GoError.ts';
import type { JsonNode } from './JsonNode.ts';
import { parseGoUuid } from './parseGoUuid.ts';

/** Where a value is decoded to, and the first type error so far: Go goes on after those and reports the first. */
export interface DecodeContext {
  readonly struct: string;
  readonly path: readonly string[];
  readonly report: (message: string) => void;
}

/** A Go type that JSON is decoded into. `previous` is what a repeated key, or the zero value, has left there. */
export interface GoType<T> {
  readonly name: string;
  readonly zero: T;
  readonly decode: (node: JsonNode, previous: T, context: DecodeContext) => T;
}

/** `json.UnmarshalTypeError`. */
function mismatch(node: JsonNode, type: string, { struct, path, report }: DecodeContext): void {
  const target = path.length === 0 ? 'Go value' : `Go struct field ${struct}.${path.join('.')}`;
  report(`json: cannot unmarshal ${describe(node)} into ${target} of type ${type}`);
}

function describe(node: JsonNode): string {
  return node.type;
}

export const goString: GoType<string> = {
  name: 'string',
  zero: '',
  decode: (node, previous, context) => {
    if (node.type === 'string') return node.value;
    if (node.type !== 'null') mismatch(node, 'string', context);
    return previous;
  },
};

export const goBool: GoType<boolean> = {
  name: 'bool',
  zero: false,
  decode: (node, previous, context) => {
    if (node.type === 'bool') return node.value;
    if (node.type !== 'null') mismatch(node, 'bool', context);
    return previous;
  },
};

export const goInt: GoType<number> = {
  name: 'int',
  zero: 0,
  decode: (node, previous, context) => {
    if (node.type === 'number' && /^-?\d+$/.test(node.text) && Number.isSafeInteger(Number(node.text))) {
      return Number(node.text);
    }
    if (node.type === 'number') {
      context.report(
        `json: cannot unmarshal number ${node.text} into Go struct field ${context.struct}.${context.path.join('.')} of type int`,
      );
    } else if (node.type !== 'null') mismatch(node, 'int', context);
    return previous;
  },
};

/** `github.com/google/uuid`; a bad text ends the decoding at once, `null` leaves the nil UUID. */
export const goUuid: GoType<string> = {
  name: 'uuid.UUID',
  zero: nilUuid,
  decode: (node, previous, context) => {
    if (node.type === 'string') return parseGoUuid(node.value);
    if (node.type !== 'null') mismatch(node, 'uuid.UUID', context);
    return previous;
  },
};

/** `*regexp.Regexp`, kept as its source text. A bad pattern ends the decoding at once. */
export const goRegexp: GoType<string | null> = {
  name: '*regexp.Regexp',
  zero: null,
  decode: (node, previous, context) => {
    if (node.type === 'null') return null;
    if (node.type !== 'string') {
      mismatch(node, '*regexp.Regexp', context);
      return previous;
    }
    const filter = compileFilter(node.value);
    if (!filter.ok) throw new GoError(filter.error);
    return node.value;
  },
};

/** `*T`: `null` is different from the zero value. */
export function goPointer<T>(element: GoType<T>): GoType<T | null> {
  return {
    name: `*${element.name}`,
    zero: null,
    decode: (node, previous, context) =>
      node.type === 'null' ? null : element.decode(node, previous ?? element.zero, context),
  };
}

/** `[]T`, with nil as `null`. */
export function goSlice<T>(element: GoType<T>): GoType<readonly T[] | null> {
  const name = `[]${element.name}`;
  return {
    name,
    zero: null,
    decode: (node, previous, context) => {
      if (node.type === 'null') return null;
      if (node.type === 'array') return node.items.map((item) => element.decode(item, element.zero, context));
      mismatch(node, name, context);
      return previous;
    },
  };
}

/** `map[string]T`, with nil as `null`. A repeated object adds to the map, a repeated key replaces. */
export function goMap<T>(element: GoType<T>): GoType<ReadonlyMap<string, T> | null> {
  const name = `map[string]${element.name}`;
  return {
    name,
    zero: null,
    decode: (node, previous, context) => {
      if (node.type === 'null') return null;
      if (node.type !== 'object') {
        mismatch(node, name, context);
        return previous;
      }
      const entries = new Map(previous ?? []);
      for (const [key, child] of node.entries) entries.set(key, element.decode(child, element.zero, context));
      return entries;
    },
  };
}

/** Field of the decoded object → key on the wire and type. */
export type StructFields<T extends object> = { readonly [K in keyof T]: readonly [key: string, type: GoType<T[K]>] };

/**
 * A struct. Keys match exactly or else without regard to case, the last one wins, unknown ones are ignored and `null`
 * leaves what was there.
 */
export function goStruct<T extends object>(name: string, zero: T, fields: StructFields<T>): GoType<T> {
  const byKey = new Map<string, keyof T & string>();
  for (const field in fields) byKey.set(foldKey(fields[field][0]), field);
  const goName = `codersdk.${name}`;
  return {
    name: goName,
    zero,
    decode: (node, previous, context) => {
      if (node.type === 'null') return previous;
      if (node.type !== 'object') {
        mismatch(node, goName, context);
        return previous;
      }
      let value = previous;
      for (const [key, child] of node.entries) {
        const field = byKey.get(foldKey(key));
        if (field === undefined) continue;
        const [wireKey, type] = fields[field];
        const inner = { ...context, struct: name, path: [...context.path, wireKey] };
        value = { ...value, [field]: type.decode(child, value[field], inner) };
      }
      return value;
    },
  };
}

/** Go's simple case folding of a key; the long s and the Kelvin sign are the only letters outside ASCII that meet one. */
function foldKey(key: string): string {
  return key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}
