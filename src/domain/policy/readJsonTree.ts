import { parseJson, scanString } from '../parseJson.ts';
import { fail, ok, type Result } from '../result.ts';
import { createPlaces, type PolicyNote, type PolicyProblem, type TextPlace } from './PolicyDocument.ts';

/** JSON that knows where each part stood in the text. */
export type JsonNode =
  | { readonly type: 'object'; readonly offset: number; readonly entries: readonly JsonEntry[] }
  | { readonly type: 'array'; readonly offset: number; readonly items: readonly JsonNode[] }
  | { readonly type: 'string'; readonly offset: number; readonly value: string }
  | { readonly type: 'literal'; readonly offset: number; readonly value: number | boolean | null };

export interface JsonEntry {
  readonly key: string;
  readonly offset: number;
  readonly value: JsonNode;
}

export interface JsonTree {
  readonly root: JsonNode;
  readonly placeAt: (offset: number) => TextPlace;
  /** What was forgiven. */
  readonly notes: readonly PolicyNote[];
}

const stringOrComment = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#[^\n]*|^\ufeff/g;
const deepest = 60;

/** Reads JSON as people write it: comments and trailing commas are forgiven, with a note; errors have their place. */
export function readJsonTree(text: string): Result<JsonTree, PolicyProblem> {
  const notes: PolicyNote[] = [];
  const placeAt = createPlaces(text);
  const blanked = text.replace(stringOrComment, (part, at: number) => {
    if (part.startsWith('"')) return part;
    if (part !== '\ufeff' && !notes.some(({ message }) => message === commentNote)) {
      notes.push({ message: commentNote, line: placeAt(at).line });
    }
    return part.replace(/[^\n]/g, ' ');
  });
  const parsed = parseJson(blanked);
  if (!parsed.ok) return fail({ message: parsed.error.message, ...placeAt(parsed.error.offset) });
  if (parsed.value.trailingCommas) notes.push({ message: 'Trailing commas were overlooked.' });
  const root = new TreeReader(blanked).read(0);
  if (!root) return fail({ message: 'This is nested too deeply.', line: 1, column: 1 });
  return ok({ root, placeAt, notes });
}

const commentNote = 'Comments were overlooked; the coder command refuses them.';

/** Walks over text that is known to be valid but for trailing commas. */
class TreeReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** @returns undefined if it is nested too deeply */
  read(depth: number): JsonNode | undefined {
    if (depth > deepest) return undefined;
    const char = this.peek();
    const offset = this.at;
    if (char === '{') return this.readObject(depth, offset);
    if (char === '[') return this.readArray(depth, offset);
    if (char === '"') return { type: 'string', offset, value: this.readString() };
    while (/[^\s,\]}]/.test(this.text[this.at] ?? ' ')) this.at += 1;
    const value: unknown = JSON.parse(this.text.slice(offset, this.at));
    return { type: 'literal', offset, value: typeof value === 'number' || typeof value === 'boolean' ? value : null };
  }

  private readObject(depth: number, offset: number): JsonNode | undefined {
    const entries: JsonEntry[] = [];
    this.at += 1;
    for (let char = this.peek(); char !== '}'; char = this.peek()) {
      if (char === ',') {
        this.at += 1;
        continue;
      }
      const start = this.at;
      const key = this.readString();
      this.peek();
      this.at += 1;
      const value = this.read(depth + 1);
      if (!value) return undefined;
      entries.push({ key, offset: start, value });
    }
    this.at += 1;
    return { type: 'object', offset, entries };
  }

  private readArray(depth: number, offset: number): JsonNode | undefined {
    const items: JsonNode[] = [];
    this.at += 1;
    for (let char = this.peek(); char !== ']'; char = this.peek()) {
      if (char === ',') {
        this.at += 1;
        continue;
      }
      const item = this.read(depth + 1);
      if (!item) return undefined;
      items.push(item);
    }
    this.at += 1;
    return { type: 'array', offset, items };
  }

  private readString(): string {
    const { end } = scanString(this.text, this.at);
    const value: unknown = JSON.parse(this.text.slice(this.at, end));
    this.at = end;
    return typeof value === 'string' ? value : '';
  }

  /** Goes to the next token. */
  private peek(): string {
    while (/\s/.test(this.text[this.at] ?? 'x')) this.at += 1;
    return this.text[this.at] ?? '';
  }
}
