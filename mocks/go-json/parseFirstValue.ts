import { GoError } from './GoError.ts';
import type { JsonNode } from './JsonNode.ts';

const maxDepth = 10_000;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Reads the first JSON value of a text and ignores what follows it, with the error texts of Go's `encoding/json`.
 *
 * Mirrors `json.Decoder.Decode` as `coderd/httpapi/httpapi.go` Read calls it.
 *
 * @throws {GoError} `EOF`, `unexpected EOF`, `invalid character …`
 */
export function parseFirstValue(text: string): JsonNode {
  const scanner = new Scanner(text);
  scanner.skipSpace();
  if (scanner.atEnd()) throw new GoError('EOF');
  return scanner.value(0);
}

class Scanner {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  skipSpace(): void {
    while (!this.atEnd() && ' \t\r\n'.includes(this.text.charAt(this.at))) this.at += 1;
  }

  value(depth: number): JsonNode {
    if (depth > maxDepth) throw new GoError('exceeded max depth');
    this.skipSpace();
    const first = this.peek();
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return { type: 'string', value: this.string() };
    if (first === '-' || isDigit(first)) return { type: 'number', text: this.number() };
    if (first === 't') return this.literal('true', { type: 'bool', value: true });
    if (first === 'f') return this.literal('false', { type: 'bool', value: false });
    if (first === 'n') return this.literal('null', { type: 'null' });
    throw this.invalid('looking for beginning of value');
  }

  private object(depth: number): JsonNode {
    const entries: [string, JsonNode][] = [];
    this.at += 1;
    this.skipSpace();
    if (this.peek() === '}') {
      this.at += 1;
      return { type: 'object', entries };
    }
    for (;;) {
      this.skipSpace();
      if (this.peek() !== '"') throw this.invalid('looking for beginning of object key string');
      const key = this.string();
      this.skipSpace();
      if (this.peek() !== ':') throw this.invalid('after object key');
      this.at += 1;
      entries.push([key, this.value(depth + 1)]);
      this.skipSpace();
      const end = this.peek();
      if (end !== ',' && end !== '}') throw this.invalid('after object key:value pair');
      this.at += 1;
      if (end === '}') return { type: 'object', entries };
    }
  }

  private array(depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.peek() === ']') {
      this.at += 1;
      return { type: 'array', items };
    }
    for (;;) {
      items.push(this.value(depth + 1));
      this.skipSpace();
      const end = this.peek();
      if (end !== ',' && end !== ']') throw this.invalid('after array element');
      this.at += 1;
      if (end === ']') return { type: 'array', items };
    }
  }

  private string(): string {
    let value = '';
    this.at += 1;
    for (;;) {
      const char = this.peek();
      if (char === '"') {
        this.at += 1;
        return value.toWellFormed();
      }
      if (char < ' ') throw this.invalid('in string literal');
      this.at += 1;
      value += char === '\\' ? this.escape() : char;
    }
  }

  private escape(): string {
    const char = this.peek();
    const simple = escapes.get(char);
    if (simple === undefined && char !== 'u') throw this.invalid('in string escape code');
    this.at += 1;
    if (simple !== undefined) return simple;
    const start = this.at;
    for (; this.at < start + 4; this.at += 1) {
      if (!/[0-9a-fA-F]/.test(this.peek())) throw this.invalid('in \\u hexadecimal character escape');
    }
    return String.fromCharCode(Number.parseInt(this.text.slice(start, this.at), 16));
  }

  private number(): string {
    const start = this.at;
    if (this.peek() === '-') this.at += 1;
    if (!isDigit(this.peek())) throw this.invalid('in numeric literal');
    if (this.peek() === '0') this.at += 1;
    else this.digits();
    if (this.text[this.at] === '.') {
      this.at += 1;
      if (!isDigit(this.peek())) throw this.invalid('after decimal point in numeric literal');
      this.digits();
    }
    if (/[eE]/.test(this.text[this.at] ?? '')) {
      this.at += 1;
      if (/[+-]/.test(this.peek())) this.at += 1;
      if (!isDigit(this.peek())) throw this.invalid('in exponent of numeric literal');
      this.digits();
    }
    return this.text.slice(start, this.at);
  }

  private digits(): void {
    while (isDigit(this.text[this.at] ?? '')) this.at += 1;
  }

  private literal(word: string, node: JsonNode): JsonNode {
    for (const expected of word) {
      if (this.peek() !== expected) throw this.invalid(`in literal ${word} (expecting '${expected}')`);
      this.at += 1;
    }
    return node;
  }

  private peek(): string {
    if (this.atEnd()) throw new GoError('unexpected EOF');
    return this.text.charAt(this.at);
  }

  private invalid(where: string): GoError {
    return new GoError(
      `invalid character ${quoteCharacter(String.fromCodePoint(this.text.codePointAt(this.at) ?? 0))} ${where}`,
    );
  }
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9' && char.length === 1;
}

/** Go quotes the byte at hand like a character literal. */
function quoteCharacter(char: string): string {
  if (char === "'") return `'\\''`;
  if (char === '"') return `'"'`;
  if (char === '\u0007') return `'\\a'`;
  if (char === '\v') return `'\\v'`;
  if (char === '\u007f') return `'\\x7f'`;
  const [firstByte = 0] = new TextEncoder().encode(char);
  const quoted = JSON.stringify(String.fromCharCode(firstByte)).slice(1, -1);
  return `'${quoted.replace('\\u00', '\\x')}'`;
}
