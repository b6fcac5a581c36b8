const kinds = { organization: 'a0', group: 'b0', user: 'c0', audit: 'd0', request: 'e0', deleted: 'f0' } as const;

/** Fixed, valid UUIDs (version 4) that show what they name: `…-a0…` is an organization, `…-b0…` a group, and so on. */
export function seedId(kind: keyof typeof kinds, number: number): string {
  const scattered = (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${scattered}-5eed-4${kinds[kind]}0-8000-${number.toString(16).padStart(12, '0')}`;
}
