import type { Result } from '../result.ts';
import { Misread, orMisread } from './Misread.ts';
import { createPlaces, type PolicyProblem } from './PolicyDocument.ts';

/** What HCL can hold where only plain values are of use. */
export type HclValue =
  | { readonly type: 'string'; readonly offset: number; readonly value: string }
  | { readonly type: 'boolean'; readonly offset: number; readonly value: boolean }
  | { readonly type: 'null'; readonly offset: number }
  | { readonly type: 'list'; readonly offset: number; readonly items: readonly HclValue[] }
  | { readonly type: 'object'; readonly offset: number; readonly entries: readonly HclAttribute[] }
  /** A reference such as `coderd_group.platform.id`, as it stands there. */
  | { readonly type: 'reference'; readonly offset: number; readonly text: string };

export interface HclAttribute {
  readonly key: string;
  readonly offset: number;
  readonly value: HclValue;
}

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly offset: number;
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);
const controlCharacter = /[\p{Cc}\u2028\u2029\ufeff]/gu;

/** Writes a text as an HCL string: quotes, backslashes and line breaks escaped, `${` and `%{` doubled up. */
export function quoteHcl(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(controlCharacter, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[$%](?=\{)/g, '$&$&');
  return `"${escaped}"`;
}

/** Reads the blocks of a Terraform file, as far as they hold plain values and references. */
export function readHcl(text: string): Result<readonly HclBlock[], PolicyProblem> {
  const placeAt = createPlaces(text);
  return orMisread(placeAt, () => new HclReader(text).readFile());
}

const blank = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\ufeff)*/y;
const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const reference = /[\p{L}_][\p{L}\p{N}_-]*(?:\.(?:[\p{L}\p{N}_-]+|\*)|\[[^\]\n]*\])*/uy;
const deepest = 40;

class HclReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  readFile(): readonly HclBlock[] {
    const { blocks } = this.readBody(0);
    if (this.at < this.text.length) throw new Misread(`${this.text[this.at]} isn’t expected here.`, this.at);
    return blocks;
  }

  private readBody(depth: number): Pick<HclBlock, 'attributes' | 'blocks'> {
    if (depth > deepest) throw new Misread('This is nested too deeply.', this.at);
    const attributes: HclAttribute[] = [];
    const blocks: HclBlock[] = [];
    for (;;) {
      this.skip(blank);
      if (this.at >= this.text.length || this.text[this.at] === '}') return { attributes, blocks };
      const offset = this.at;
      const key = this.take(identifier);
      if (key === '') throw new Misread('The name of a block or an attribute is expected here.', offset);
      this.skip(blank);
      if (this.text[this.at] === '=') {
        this.at += 1;
        attributes.push({ key, offset, value: this.readValue(depth) });
      } else blocks.push(this.readBlock(key, offset, depth));
    }
  }

  private readBlock(type: string, offset: number, depth: number): HclBlock {
    const labels: string[] = [];
    while (this.text[this.at] === '"') {
      labels.push(this.readString());
      this.skip(blank);
    }
    this.expect('{');
    const body = this.readBody(depth + 1);
    this.expect('}');
    return { type, labels, offset, ...body };
  }

  private readValue(depth: number): HclValue {
    if (depth > deepest) throw new Misread('This is nested too deeply.', this.at);
    this.skip(blank);
    const offset = this.at;
    const char = this.text[offset];
    if (char === '"') return { type: 'string', offset, value: this.readString() };
    if (char === '[') return { type: 'list', offset, items: this.readList(depth) };
    if (char === '{') return { type: 'object', offset, entries: this.readObject(depth) };
    const word = this.take(reference);
    if (word === 'true' || word === 'false') return { type: 'boolean', offset, value: word === 'true' };
    if (word === 'null') return { type: 'null', offset };
    if (word !== '' && this.text[this.at] !== '(') return { type: 'reference', offset, text: word };
    throw new Misread(
      'A text, a list, true, false or a reference is expected; other expressions can’t be read here.',
      offset,
    );
  }

  private readList(depth: number): readonly HclValue[] {
    const items: HclValue[] = [];
    this.at += 1;
    for (this.skip(blank); this.text[this.at] !== ']'; this.skip(blank)) {
      items.push(this.readValue(depth + 1));
      this.skip(blank);
      if (this.text[this.at] !== ']') this.expect(',');
    }
    this.at += 1;
    return items;
  }

  private readObject(depth: number): readonly HclAttribute[] {
    const entries: HclAttribute[] = [];
    this.at += 1;
    for (this.skip(blank); this.text[this.at] !== '}'; this.skip(blank)) {
      const offset = this.at;
      const key = this.text[offset] === '"' ? this.readString() : this.take(identifier);
      if (key === '' && this.at === offset) throw new Misread('A key is expected here.', offset);
      this.skip(blank);
      if (this.text[this.at] === ':') this.at += 1;
      else this.expect('=');
      entries.push({ key, offset, value: this.readValue(depth + 1) });
      this.skip(blank);
      if (this.text[this.at] === ',') this.at += 1;
    }
    this.at += 1;
    return entries;
  }

  private readString(): string {
    const open = this.at;
    let value = '';
    for (this.at += 1; this.text[this.at] !== '"'; ) {
      const char = this.text[this.at];
      if (char === undefined || char === '\n') throw new Misread('This text is never closed: a " is missing.', open);
      if (char === '\\') value += this.readEscape();
      else if ((char === '$' || char === '%') && this.text[this.at + 1] === char && this.text[this.at + 2] === '{') {
        value += `${char}{`;
        this.at += 3;
      } else if ((char === '$' || char === '%') && this.text[this.at + 1] === '{') {
        throw new Misread(`${char}{ starts a template, which can’t be worked out here.`, this.at);
      } else {
        value += char;
        this.at += 1;
      }
    }
    this.at += 1;
    return value;
  }

  private readEscape(): string {
    const start = this.at;
    const code = /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/y;
    code.lastIndex = start;
    const match = code.exec(this.text);
    if (match) {
      const point = Number.parseInt(match[1] ?? match[2] ?? '', 16);
      if (point > 0x10ffff) throw new Misread(`${match[0]} is no character.`, start);
      this.at = code.lastIndex;
      return String.fromCodePoint(point);
    }
    const plain = escapes.get(this.text[start + 1] ?? '');
    if (plain === undefined) throw new Misread(`\\${this.text[start + 1] ?? ''} isn’t an escape of HCL.`, start);
    this.at += 2;
    return plain;
  }

  private expect(char: string): void {
    this.skip(blank);
    const found = this.text[this.at];
    if (found !== char)
      throw new Misread(`${char} is expected here${found === undefined ? '' : `, not ${found}`}.`, this.at);
    this.at += 1;
  }

  private take(pattern: RegExp): string {
    const start = this.at;
    this.skip(pattern);
    return this.text.slice(start, this.at);
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    if (pattern.test(this.text)) this.at = pattern.lastIndex;
  }
}
