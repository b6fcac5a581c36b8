/** One JSON value as it stands in a text: repeated keys, their order and odd names such as `__proto__` are kept. */
export type JsonNode =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'array'; readonly items: readonly JsonNode[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, JsonNode])[] };
