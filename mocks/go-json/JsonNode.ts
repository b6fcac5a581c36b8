/** One JSON value as it stands in a text: repeated keys, their order and odd names such as `__proto__` are kept. */
export type JsonNode =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'array'; readonly items: readonly JsonNode[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, JsonNode])[] };

/** What the value would be in memory; objects become Maps, so that no key is special. */
export function plainValue(node: JsonNode): unknown {
  switch (node.type) {
    case 'null':
      return null;
    case 'bool':
    case 'string':
      return node.value;
    case 'number':
      return Number(node.text);
    case 'array':
      return node.items.map(plainValue);
    case 'object':
      return new Map(node.entries.map(([key, child]) => [key, plainValue(child)]));
  }
}
