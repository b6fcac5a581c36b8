/** What to say about a claim that was there and wasn't kept. */
export function leftOutWords(who: string, field: string): string {
  return `${who} reads the claim “${field}”, which wasn’t kept. Keep the paste anew.`;
}
